import { mkdir, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type DataDirectory, deriveSecret, openDataDirectory } from './data-directory.ts'
import { type TemporaryData, temporaryData } from './testing/temporary-data.ts'

let temporary: TemporaryData
const open = (path = temporary.path): Promise<DataDirectory> =>
  openDataDirectory({ env: { XIAOMA_DATA: path }, projectRoot: '/nonexistent' })

beforeEach(async () => {
  temporary = await temporaryData()
})
afterEach(() => temporary.remove())

test('makes the folder and the secret for their owner alone', async () => {
  const data = await open()
  expect(data.made).toBe(true)
  expect((await stat(data.root)).mode & 0o777).toBe(0o700)
  expect((await stat(join(data.root, 'secret'))).mode & 0o777).toBe(0o600)
})

test('without XIAOMA_DATA lies in the project; a relative path counts from there', async () => {
  const projectRoot = dirname(temporary.path)
  expect((await openDataDirectory({ env: {}, projectRoot })).root).toBe(temporary.path)
  const other = await openDataDirectory({ env: { XIAOMA_DATA: 'a/b' }, projectRoot })
  expect(other.root).toBe(join(projectRoot, 'a/b'))
})

test('racing first starts get one secret, and so does every later one', async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, () => open()))
  expect(new Set(opened.map((each) => each.secret.toString('hex'))).size).toBe(1)
  expect(opened.filter((each) => each.made)).toHaveLength(1)
  expect((await open()).secret).toEqual(opened[0]?.secret)
})

test('leaves the mode of a folder that it did not make', async () => {
  await mkdir(temporary.path, { mode: 0o755 })
  expect((await open()).made).toBe(false)
  expect((await stat(temporary.path)).mode & 0o777).toBe(0o755)
})

test('follows a link to the folder', async () => {
  const link = `${temporary.path}-link`
  const data = await open()
  await symlink(temporary.path, link)
  expect((await open(link)).root).toBe(data.root)
})

test('refuses a file in its place and a damaged secret', async () => {
  await writeFile(temporary.path, '')
  await expect(open()).rejects.toMatchObject({ code: 'INVALID', data: { path: temporary.path } })
  await rm(temporary.path)
  await open()
  await writeFile(join(temporary.path, 'secret'), 'short')
  await expect(open()).rejects.toMatchObject({ code: 'INVALID', data: { length: 5 } })
})

test('secrets for different purposes differ, for the same agree', async () => {
  const data = await open()
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const same = deriveSecret(data, one).equals(deriveSecret(data, other))
      expect(same).toBe(one === other)
    }),
  )
})
