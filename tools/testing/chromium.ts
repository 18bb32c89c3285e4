import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { installPackages } from './debian.ts'

/** The one without a window first: the same engine for a fifth less of the processor. */
const systemBrowsers = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium']
const systemBrowser = () => systemBrowsers.find((path) => existsSync(path))
const chineseFonts = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

/**
 * Path of a Chromium: `XIAOMA_CHROMIUM`, the system's, or the one of the npm package. The last sets `LD_LIBRARY_PATH`
 * of this process, since it brings its own libraries: start the browser from here or from a child.
 */
export async function findChromium(): Promise<string> {
  const given = process.env['XIAOMA_CHROMIUM']
  if (given) return given
  const found = systemBrowser()
  if (found) return found
  // Read once, while the package is imported: only then does it unpack its libraries.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x'
  const { default: packaged } = await import('@sparticuz/chromium')
  return packaged.executablePath()
}

/** Installs Chromium and a Chinese font where the system's package manager can do so; else the npm package serves. */
export function installBrowser(): void {
  const wanted = !process.env['XIAOMA_CHROMIUM'] && systemBrowser() === undefined
  if (wanted && !installPackages(['chromium-headless-shell'])) installPackages(['chromium'])
  const missing = wanted && systemBrowser() === undefined ? ['chromium'] : []
  if (!existsSync(chineseFonts) && !hasChineseFont()) missing.push('fonts-noto-cjk')
  if (missing.length > 0 && !installPackages(missing))
    console.log(
      `${missing.join(', ')} cannot be installed here; the browser of the npm package shows no Chinese signs.`,
    )
}

function hasChineseFont(): boolean {
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'file'], { encoding: 'utf8' })
  return (stdout ?? '').trim() !== ''
}
