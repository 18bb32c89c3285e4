import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keyOf } from './key.ts'
import { restoreFile, storeFile, weigh } from './stored-file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-stored-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const key = keyOf(Buffer.alloc(32, 7))
const path = (name: string) => join(folder, name)
const pieces = fc.array(
  fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  { maxLength: 5 },
)

async function store(content: readonly Buffer[], by: typeof key | null) {
  await rm(path('stored'), { force: true })
  return await storeFile(content, path('stored'), 'base/1', by)
}

test('what is stored comes back as it was, with a key and without, and weighs what was said', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, fc.constantFrom(key, null), async (content, by) => {
      const whole = Buffer.concat(content)
      const { size, stored, sha256 } = await store(content, by)
      expect(size).toBe(whole.length)
      expect(await weigh(path('stored'))).toEqual({ stored, sha256 })
      await restoreFile(path('stored'), path('restored'), 'base/1', by)
      expect(await readFile(path('restored'))).toEqual(whole)
    }),
    { numRuns: 40 },
  )
})

test('an enciphered file that was altered or cut anywhere, or stands in another’s place, is not restored', async () => {
  await fc.assert(
    fc.asyncProperty(pieces, fc.nat(), fc.integer({ min: 1, max: 255 }), async (content, at, change) => {
      await store(content, key)
      const bytes = await readFile(path('stored'))
      const altered = Buffer.from(bytes)
      altered[at % bytes.length] = (altered[at % bytes.length] as number) ^ change
      for (const wrong of [altered, bytes.subarray(0, at % bytes.length)]) {
        await writeFile(path('wrong'), wrong)
        await expect(restoreFile(path('wrong'), path('restored'), 'base/1', key)).rejects.toBeInstanceOf(
          Error,
        )
      }
      await expect(restoreFile(path('stored'), path('restored'), 'base/2', key)).rejects.toBeInstanceOf(Error)
    }),
    { numRuns: 40 },
  )
})

test('another key is refused by its number, and the secret stands in no file', async () => {
  const text = Buffer.from('张三 13800000000'.repeat(100))
  await store([text], key)
  expect((await readFile(path('stored'))).includes('13800000000')).toBe(false)
  const other = keyOf(Buffer.alloc(32, 8))
  await expect(restoreFile(path('stored'), path('restored'), 'base/1', other)).rejects.toMatchObject({
    code: 'INVALID',
    data: { needed: key.id, given: other.id },
  })
})
