import fc from 'fast-check'
import type { CellValue } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkImport, type CheckedImport } from '../../../platform/ledgers/check-import.ts'
import { filledLedger } from '../../../platform/ledgers/ledger-sheet.ts'
import { readSheets, type WorkbookFile } from '../../../platform/ledgers/read-sheets.ts'
import { workbook } from '../../../platform/ledgers/testing/workbook.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { openOffice, type TestOffice } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { placesLedger } from './places.ts'

let office: TestOffice
let whole: WorkbookFile
let lines: CellValue[][]
beforeAll(async () => {
  office = await openOffice()
  const rows = Array.from({ length: 12 }, (_, index) => ({
    code: `P-${index}`,
    name: `花园${index}`,
    kind: '小区',
    parent_id: index === 0 ? '' : `P-${(index * 7) % index}`,
    begins: '2016-01-01',
  }))
  whole = { name: 'x.xlsx', bytes: await filledLedger(placesLedger, 'zh', rows) }
  lines = ((await readSheets(whole))[0]?.rows ?? []).map((row) =>
    placesLedger.columns.map((_, at) => row.values[at] ?? null),
  )
})
afterAll(() => office.close())

async function check(file: WorkbookFile): Promise<CheckedImport | Refusal> {
  return await checkImport(office.database, office.engine, office.whole, {
    files: [file],
    ledgers: organisationLedgers,
  }).catch((error: unknown) => {
    if (error instanceof Refusal) return error
    throw error
  })
}
const balances = ({ counts: { read, created, updated, unchanged, refused } }: CheckedImport) =>
  read === created + updated + unchanged + refused

const cell = fc.oneof(
  fc.constantFrom<CellValue>(
    null,
    '',
    '=1',
    '小区',
    'P-0',
    'P-3',
    '2018-02-30',
    '例：',
    '#REF!',
    '*',
    1e300,
    -1,
    43281,
    true,
    new Date(0),
  ),
  fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => !/[\p{Cc}\uFFFE\uFFFF]/u.test(value)),
)
const damage = fc.array(fc.tuple(fc.nat(12), fc.nat(8), cell), { minLength: 1, maxLength: 12 })

test('a workbook with damaged cells is told of in words: every line is counted once, and nothing falls over', async () => {
  await fc.assert(
    fc.asyncProperty(damage, async (spots) => {
      const damaged = lines.map((line) => [...line])
      for (const [row, column, value] of spots) (damaged[row] as CellValue[])[column] = value
      const result = await check(await workbook({ 地点台账: damaged }))
      if (result instanceof Refusal) return
      expect(balances(result)).toBe(true)
      expect(result.errors.count === 0).toBe(result.counts.refused === 0)
      expect(result.errors.first.every(({ message }) => message.zh && message.en)).toBe(true)
    }),
    { numRuns: Math.ceil((fc.readConfigureGlobal()?.numRuns ?? 100) / 2) },
  )
}, 120_000)

test('a file with damaged bytes is read or refused in words, and nothing falls over', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 40 }),
      fc.nat(),
      async (spots, cut) => {
        const bytes = new Uint8Array(whole.bytes)
        for (const [at, value] of spots) bytes[at % bytes.length] = value
        const kept = cut % 4 === 0 ? bytes.slice(0, cut % bytes.length) : bytes
        const result = await check({ name: 'x.xlsx', bytes: kept })
        expect(result instanceof Refusal ? result.words.zh.includes('请') : balances(result)).toBe(true)
      },
    ),
  )
}, 120_000)
