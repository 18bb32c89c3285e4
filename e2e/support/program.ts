import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemo } from '../../src/app/testing/demo-data.ts'

const patience = 120_000

export type Program = { readonly address: string; stop(): Promise<void> }

/** Starts the program on a data directory of its own with the demo; `settings` are further variables of its environment. */
export async function startProgram(settings: Readonly<Record<string, string>> = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoma-browser-'))
  chmodSync(folder, 0o755)
  const { DATABASE_URL: _elsewhere, ...env } = process.env
  await copyDemo(join(folder, 'data'))
  const child = spawn(process.execPath, ['src/app/cli.ts', 'start', '--yes'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...env, XIAOMA_DATA: join(folder, 'data'), XIAOMA_PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return {
    address: await addressIn(child.stdout),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The address that the program prints when it serves. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  let printed = ''
  return await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the program did not start:\n${printed}`)), patience)
    output.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const url = /https?:\/\/\S+/.exec(printed)?.[0]
      if (!url) return
      clearTimeout(late)
      resolve(url)
    })
    output.once('end', () => reject(new Error(`the program ended:\n${printed}`)))
  })
}
