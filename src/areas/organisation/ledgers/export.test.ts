import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../../../platform/db/transaction.ts'
import { type CountedFile, digestOf } from '../../../platform/ledgers/counted-workbook.ts'
import { exportLedger, type ExportOptions } from '../../../platform/ledgers/export-ledger.ts'
import { importFile } from '../../../platform/ledgers/import-file.ts'
import type { Ledger } from '../../../platform/ledgers/ledger.ts'
import { foldText } from '../../../platform/ledgers/fold.ts'
import { filledLedger } from '../../../platform/ledgers/ledger-sheet.ts'
import { readSheets, type WorkbookFile } from '../../../platform/ledgers/read-sheets.ts'
import { type TestDatabase, testDatabase } from '../../../platform/testing/database.ts'
import type { Language } from '../../../platform/text.ts'
import { makeCreditCode } from '../../../platform/values/credit-code.ts'
import { addDays, type Day, day } from '../../../platform/values/day.ts'
import { organisationArea } from '../area.ts'
import { foundedIn, legalPersonKinds, legalPersonStates, organisationKinds } from '../terms.ts'
import { clerk, openOffice, type TestOffice } from '../testing/office.ts'
import { organisationLedgers } from './index.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { placesLedger } from './places.ts'

type Row = Record<string, string>
type Taken = CountedFile & { bytes: Uint8Array }

let database: TestDatabase
let offices = 0
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-export-'))
  database = await testDatabase([organisationArea])
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await database.drop()
})

const bring = async (office: TestOffice, files: WorkbookFile[], changesOn: Day | null = null) =>
  await importFile(database, office.engine, organisationLedgers, {
    scope: office.whole,
    actor: clerk,
    files,
    changesOn,
  })
const take = async (
  office: TestOffice,
  ledger: Ledger,
  more: Partial<ExportOptions> = {},
): Promise<Taken> => {
  const path = join(folder, 'export.xlsx')
  const asked: ExportOptions = {
    language: 'zh',
    knownAt: '1',
    office: { zh: '测试街道', en: 'Test' },
    by: '测试',
    on: day('2018-07-29'),
    ...more,
  }
  const exported = await read<unknown, CountedFile>(database, office.whole, (reader) =>
    exportLedger(reader, office.engine, ledger, asked, path),
  )
  return { ...exported, bytes: new Uint8Array(await readFile(path)) }
}
const file = (bytes: Uint8Array): WorkbookFile => ({ name: 'export.xlsx', bytes })

const hard = [
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '_x0041_',
  '𠮷䶮㛃',
  'a"b\'c',
  '<b>&amp;',
  '２０１８',
  '2018-06-30',
  '43281',
  '0012',
  'TRUE',
  '是',
]
const name = fc
  .oneof(fc.constantFrom(...hard), fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }))
  // What folds to nothing is no name, and a broken formula's words are refused.
  .filter((value) => value.replace(/[\s\p{C}\p{Z}]/gu, '') !== '' && !value.includes('#'))
// Lives end before 28 October 2018: from then on a rule refuses to end a parent before its children.
const life = fc
  .tuple(fc.integer({ min: 0, max: 4_000 }), fc.option(fc.integer({ min: 1, max: 1_700 })))
  .map(([start, length]) => {
    const begins = addDays(day('2003-01-01'), start)
    return { begins, ...(length === null ? {} : { ends: addDays(begins, length) }) }
  })
const flag = fc.constantFrom('是', '否')
const words = (choices: Readonly<Record<string, { zh: string }>>) =>
  fc.constantFrom(...Object.values(choices).map(({ zh }) => zh))
const line = fc.record({ name, life, invented: flag, above: fc.nat(), other: fc.nat() })
const office = fc.record({
  places: fc.array(line, { minLength: 1, maxLength: 12 }),
  units: fc.array(
    fc.record({
      name,
      kind: words(legalPersonKinds),
      state: words(legalPersonStates),
      address: fc.option(name, { nil: '' }),
      life,
    }),
    { minLength: 1, maxLength: 6 },
  ),
  organisations: fc.array(fc.record({ line, kind: words(organisationKinds), tier: words(foundedIn) }), {
    maxLength: 12,
  }),
  councils: fc.array(line, { minLength: 1, maxLength: 3 }),
  seats: fc.uniqueArray(line, { maxLength: 6, selector: ({ above, other }) => `${above % 3} ${other % 6}` }),
  covers: fc.array(line, { maxLength: 6 }),
})

/** Lines of all ledgers, referring to one another by index, parents before and after their children. */
function linesOf(wanted: typeof office extends fc.Arbitrary<infer Value> ? Value : never): [Ledger, Row[]][] {
  const unitCodes = wanted.units.map((_, index) =>
    makeCreditCode('9', '1', '350206', `XX${String(index).padStart(6, '0')}`),
  )
  const placeCode = (index: number) => `P-${index}`
  const aboveOf = (index: number, above: number, code: (index: number) => string) =>
    index === 0 ? '' : code(above % index)
  const places = wanted.places.map(({ name, life, invented, above }, index) => ({
    code: placeCode(index),
    name,
    kind: '小区',
    parent_id: aboveOf(index, above, placeCode),
    ...life,
    invented,
  }))
  const units = wanted.units.map(({ life, ...unit }, index) => ({
    credit_code: unitCodes[index] as string,
    ...unit,
    begins: life.begins,
    document: index % 2 ? '演示〔2018〕1号' : '',
  }))
  const organisations = wanted.organisations.map(({ line, kind, tier }, index) => ({
    code: `Z-${index}`,
    name: line.name,
    kind,
    founded_in: tier,
    parent_id: aboveOf(index, line.above, (at) => `Z-${at}`),
    seat_id: placeCode(line.other % wanted.places.length),
    unit_id: tier === '单位' ? (unitCodes[line.other % unitCodes.length] as string) : '',
    purpose: line.other % 3 ? '' : '示例任务',
    expected_end: line.above % 3 ? '' : '2030-12-31',
    ...(kind === '党支部' && line.other % 2 ? { term_from: line.life.begins, term_years: '3年' } : {}),
    contact_name: '林示一',
    ...line.life,
    invented: line.invented,
  }))
  const councils = wanted.councils.map(({ name, life, other, invented }, index) => ({
    code: `D-${index}`,
    name,
    kind: '社区大党委',
    place_id: placeCode(other % wanted.places.length),
    ...life,
    invented,
  }))
  const pairs = wanted.seats.map(({ life, above, other, invented }) => ({
    council_id: `D-${above % councils.length}`,
    unit_id: unitCodes[other % unitCodes.length] as string,
    ...life,
    invented,
  }))
  const seats = [...new Map(pairs.map((seat) => [`${seat.council_id} ${seat.unit_id}`, seat])).values()]
  const covered =
    organisations.length === 0
      ? []
      : wanted.covers.map(({ life, above, other, invented }) => ({
          organisation_id: `Z-${above % organisations.length}`,
          unit_id: unitCodes[other % unitCodes.length] as string,
          ...life,
          invented,
        }))
  const covers = [...new Map(covered.map((one) => [`${one.organisation_id} ${one.unit_id}`, one])).values()]
  const all: Row[][] = [places.reverse(), units, organisations.reverse(), councils, seats, covers]
  return organisationLedgers.map((ledger, index) => [ledger, all[index] as Row[]])
}

/** The names that a workbook holds, as a reader of it sees them; none where the ledger has no names. */
async function namesIn(ledger: Ledger, { bytes }: Taken): Promise<string[]> {
  const at = ledger.columns.findIndex((column) => column.key === 'name')
  const sheet = (await readSheets(file(bytes)))[1]
  return (sheet?.rows ?? [])
    .slice(1)
    .map((row) => String(row.values[at] ?? ''))
    .sort()
}

test('import, export, import changes nothing, in both languages, and exports the same again', async () => {
  const runs = Math.max(3, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 10))
  await fc.assert(
    fc.asyncProperty(office, fc.constantFrom<Language>('zh', 'en'), async (wanted, language) => {
      const house = await openOffice((offices += 1), database)
      const lines = linesOf(wanted).filter(([, rows]) => rows.length > 0)
      const files = await Promise.all(
        lines.map(async ([ledger, rows]) => file(await filledLedger(ledger, 'zh', rows))),
      )
      const first = await bring(house, files)
      expect(first.errors).toEqual([])
      expect(first.counts).toMatchObject({
        created: lines.reduce((sum, [, rows]) => sum + rows.length, 0),
        refused: 0,
      })
      const taken: Taken[] = []
      for (const [ledger] of lines) taken.push(await take(house, ledger, { language }))
      expect(taken.map(({ rows }) => rows)).toEqual(lines.map(([, rows]) => rows.length))
      for (const [index, [ledger, rows]] of lines.entries()) {
        const written = rows.map((row) => foldText(row['name'] ?? '')).sort()
        expect(await namesIn(ledger, taken[index] as Taken)).toEqual(written)
      }
      const second = await bring(
        house,
        taken.map(({ bytes }) => file(bytes)),
      )
      expect(second.errors).toEqual([])
      expect(second.counts).toEqual({ ...first.counts, created: 0, unchanged: first.counts.created })
      expect(second.change).toBeNull()
      const again: Taken[] = []
      for (const [ledger] of lines) again.push(await take(house, ledger, { language }))
      expect(again.map(({ digest }) => digest)).toEqual(taken.map(({ digest }) => digest))
    }),
    // Each case imports into a database: shrinking would take minutes.
    { numRuns: runs, endOnFailure: true },
  )
}, 180_000)

const places: Row[] = [
  { code: '350206005000', name: '示例街道', kind: '街道', begins: '2003-01-01' },
  { code: '350206005013', name: '=1+1', kind: '社区', parent_id: '350206005000', begins: '2004-01-01' },
  {
    code: '350206005014',
    name: '@SUM(A1)',
    kind: '社区',
    parent_id: '350206005000',
    begins: '2004-01-01',
    ends: '2017-01-01',
  },
]
const branch: Row = {
  code: 'Z-1',
  name: '示例党支部',
  kind: '党支部',
  founded_in: '单位',
  seat_id: '350206005013',
  begins: '2016-01-01',
  contact_name: '林示一',
  contact_phone: '13800000000',
}

async function small(): Promise<TestOffice> {
  const house = await openOffice((offices += 1), database)
  const files = [
    file(await filledLedger(placesLedger, 'zh', places)),
    file(await filledLedger(partyOrganisationsLedger, 'zh', [branch])),
  ]
  expect((await bring(house, files)).errors).toEqual([])
  return house
}

test('an export has no live formula, keeps codes as text, and its cover tells what it is', async () => {
  const house = await small()
  const { bytes, rows, digest } = await take(house, placesLedger)
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  expect(sheets.map((sheet) => sheet.name)).toEqual(['封面', '地点台账'])
  const cells = sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])])
  expect(cells.filter((cell) => cell.formula !== undefined || cell.type === 'formula')).toEqual([])
  const table = sheets[1]?.rows ?? []
  expect(table.slice(1).map((row) => [row[0], row[1]])).toEqual(places.map(({ code, name }) => [code, name]))
  const cover = new Map((sheets[0]?.rows ?? []).map((row) => [row[0], row[1]]))
  expect(cover.get('行数')).toBe('3')
  expect(rows).toBe(3)
  expect(cover.get('内容校验（SHA-256）')).toBe(digest)
  expect(
    digestOf(table.slice(1).map((row) => placesLedger.columns.map((_, index) => String(row[index] ?? '')))),
  ).toBe(digest)
})

test('where a sheet is full the next one goes on, the cover says so, and all of them go in again', async () => {
  const house = await small()
  const whole = await take(house, placesLedger)
  const { bytes, rows, sheets, digest } = await take(house, placesLedger, { linesPerSheet: 2 })
  expect([rows, sheets, digest]).toEqual([3, 2, whole.digest])
  const read = await readXlsx(bytes)
  expect(read.sheets.map((sheet) => [sheet.name, sheet.rows.length])).toEqual([
    ['封面', expect.any(Number)],
    ['地点台账', 3],
    ['地点台账 (2)', 2],
  ])
  expect(new Map((read.sheets[0]?.rows ?? []).map((row) => [row[0], row[1]])).get('工作表数')).toBe('2')
  const again = await bring(house, [file(bytes)])
  expect([again.errors, again.counts.unchanged, again.change]).toEqual([[], 3, null])
})

test('an export as of a day has what was then, and leaves out what began later', async () => {
  const house = await small()
  const renamed = { ...branch, name: '示例第一党支部' }
  await bring(house, [file(await filledLedger(partyOrganisationsLedger, 'zh', [renamed]))], day('2018-03-01'))
  const nameOn = async (asOf: string) => {
    const { bytes } = await take(house, partyOrganisationsLedger, { asOf: day(asOf) })
    const [sheet] = (await readSheets(file(bytes))).filter(({ name }) => name === '党组织台账')
    return sheet?.rows.slice(1).map((row) => row.values[1])
  }
  expect(await nameOn('2015-12-31')).toEqual([])
  expect(await nameOn('2018-02-28')).toEqual(['示例党支部'])
  expect(await nameOn('2018-03-01')).toEqual(['示例第一党支部'])
  const ended = async (asOf: string) => {
    const { bytes } = await take(house, placesLedger, { asOf: day(asOf) })
    return JSON.stringify(await readSheets(file(bytes))).includes('2017-01-01')
  }
  expect([await ended('2016-12-31'), await ended('2017-01-01')]).toEqual([false, true])
})

test('personal values are masked in a file unless they were asked for in clear', async () => {
  const house = await small()
  const says = async (clear: boolean, words: string) =>
    JSON.stringify(
      await readSheets(file((await take(house, partyOrganisationsLedger, { clear })).bytes)),
    ).includes(words)
  expect([await says(false, '13800000000'), await says(false, '138****0000')]).toEqual([false, true])
  expect([await says(true, '13800000000'), await says(true, '138****0000')]).toEqual([true, false])
})

test('below a place an export holds that place’s rows alone', async () => {
  const house = await small()
  const node = { id: '350206005013', name: '=1+1' }
  expect((await take(house, placesLedger, { node })).rows).toBe(1)
  expect((await take(house, partyOrganisationsLedger, { node: { id: '350206005014', name: '' } })).rows).toBe(
    0,
  )
})
