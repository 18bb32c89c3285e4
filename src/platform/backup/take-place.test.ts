import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settlePlace, takePlace } from './take-place.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-place-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Takes the place in a process of its own, which kills itself before the nth step that touches the disk. */
const victim = `
import fs from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
const [at, root] = process.argv.slice(1)
let left = Number(at)
for (const name of ['rename', 'rm', 'mkdir', 'open', 'writeFile', 'stat']) {
  const real = fs[name]
  fs[name] = (...given) => {
    left -= 1
    if (left === 0) process.kill(process.pid, 'SIGKILL')
    return real(...given)
  }
}
syncBuiltinESMExports()
const { takePlace } = await import(${JSON.stringify(join(import.meta.dirname, 'take-place.ts'))})
await takePlace(root + '.restoring-1', { root, backups: root + '/backups' }, true)
`

async function office(name: string): Promise<string> {
  const root = join(folder, name)
  for (const [place, mark] of [
    [root, 'old'],
    [`${root}.restoring-1`, 'new'],
  ] as const) {
    await mkdir(place)
    await writeFile(join(place, 'mark'), mark)
  }
  await mkdir(join(root, 'backups'))
  await writeFile(join(root, 'backups/one'), 'backup')
  return root
}

/** What lies beside each other, and what is in it. */
async function seen(root: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const name of await readdir(folder)) {
    if (!join(folder, name).startsWith(root)) continue
    const rest = join(folder, name)
      .slice(root.length)
      .replace(/\d{8}T\d{6}Z$/, '')
    const backups = await readdir(join(folder, name, 'backups')).catch(() => [])
    found[rest] = [await readFile(join(folder, name, 'mark'), 'utf8').catch(() => ''), ...backups].join(' ')
  }
  return found
}

test('killed before any of its steps, either the old or the new is whole in the end, with the backups at their place', async () => {
  const fates = { old: 0, new: 0 }
  for (let step = 1, killed = true; killed; step += 1) {
    const root = await office(`at-${step}`)
    const child = spawn(process.execPath, ['--input-type=module', '-e', victim, String(step), root], {
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
    killed = signal === 'SIGKILL'
    expect([step, killed || code === 0]).toEqual([step, true])
    await settlePlace(root)
    expect(await settlePlace(root)).toBe(false)
    const { '': there, ...beside } = await seen(root)
    for (const name of Object.keys(beside)) if (name.startsWith('.taking-place.new-')) delete beside[name]
    if (there === 'old one') {
      fates.old += 1
      expect([step, beside]).toEqual([step, { '.restoring-1': 'new' }])
    } else {
      fates.new += 1
      expect([step, there, beside]).toEqual([step, 'new one', { '.before-': 'old' }])
    }
  }
  expect(Math.min(fates.old, fates.new)).toBeGreaterThan(1)
})

const taking = (root: string, occupied = true) =>
  takePlace(`${root}.restoring-1`, { root, backups: join(root, 'backups') }, occupied)

test('backups that came with the restored data stay, and those that were there stay in what was set aside', async () => {
  const root = await office('copied')
  await mkdir(join(root, '../copied.restoring-1/backups'))
  await writeFile(join(root, '../copied.restoring-1/backups/two'), 'backup')
  await taking(root)
  expect(await settlePlace(root)).toBe(false)
  expect(await seen(root)).toEqual({ '': 'new two', '.before-': 'old one' })
})

test('what came into an empty data directory meanwhile is not removed: then nothing takes its place', async () => {
  const root = await office('empty')
  await expect(taking(root, false)).rejects.toMatchObject({ code: 'ENOTEMPTY' })
  expect(await settlePlace(root)).toBe(false)
  expect(await seen(root)).toEqual({ '': 'old one', '.restoring-1': 'new' })
})
