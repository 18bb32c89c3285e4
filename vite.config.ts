import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { oldestChromium } from './tools/oldest-chromium.ts'

/** The office's own pages, and those that anybody may use: what they load has nothing in common but the libraries. */
const pages = ['index.html', 'public.html']
const compressible = /\.(js|css|svg|html)$/

/** Writes `.br` and `.gz` beside each asset, so that the server compresses nothing while it answers. */
function precompressed(): Plugin {
  let directory = ''
  return {
    name: 'precompressed',
    apply: 'build',
    configResolved(config) {
      directory = config.build.outDir
    },
    closeBundle() {
      for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
        // A page is filled in at each response and cannot be compressed ahead.
        if (!compressible.test(name) || pages.includes(name)) continue
        const content = readFileSync(join(directory, name))
        writeFileSync(join(directory, `${name}.br`), brotliCompressSync(content))
        writeFileSync(join(directory, `${name}.gz`), gzipSync(content, { level: 9 }))
      }
    },
  }
}

const server = 'http://127.0.0.1:8410'

// The test runner reads this file too; it keeps the project's own root and needs none of the rest.
export default defineConfig(({ mode }) =>
  mode === 'test'
    ? {}
    : {
        root: join(import.meta.dirname, 'src/app/web'),
        plugins: [react(), precompressed()],
        build: {
          outDir: join(import.meta.dirname, 'dist/web'),
          emptyOutDir: true,
          rolldownOptions: { input: pages.map((name) => join(import.meta.dirname, 'src/app/web', name)) },
          target: `chrome${oldestChromium}`,
          assetsInlineLimit: 0,
          modulePreload: { polyfill: false },
          // Their licences travel with the libraries that the pages carry.
          license: { fileName: 'licenses.json' },
          chunkSizeWarningLimit: 700,
        },
        server: { host: '127.0.0.1', proxy: { '/rpc': server, '/api': server } },
      },
)
