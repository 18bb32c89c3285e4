import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importSpoilt, soundWorkbooks } from './testing/fuzz-imports.ts'
import { type ImportDesk, importDesk } from './testing/import-desk.ts'

let desk: ImportDesk
let office: Awaited<ReturnType<ImportDesk['open']>>
let sound: Awaited<ReturnType<typeof soundWorkbooks>>
beforeAll(async () => {
  desk = await importDesk()
  office = await desk.open()
  sound = await soundWorkbooks()
})
afterAll(() => desk.close())

test('a spoilt workbook is read whole or refused in words: nothing falls over, hangs or is written in part', async () => {
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      seen.add((await importSpoilt(office, sound, seed)).what)
    }),
    { numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 2) },
  )
  expect(seen).toContain('refused')
}, 600_000)
