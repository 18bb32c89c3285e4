import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../db/transaction.ts'
import type { Question } from '../records/list.ts'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { type Language, text } from '../text.ts'
import { type Day, day } from '../values/day.ts'
import { columnNote } from './column-note.ts'
import type { CountedFile } from './counted-workbook.ts'
import { exportLedger } from './export-ledger.ts'
import { exportList } from './export-list.ts'
import { importFile } from './import-file.ts'
import { columnOf, defineLedger } from './ledger.ts'
import type { WorkbookFile } from './read-sheets.ts'
import { templateOf } from './template.ts'
import { workbook } from './testing/workbook.ts'

const ledger = defineLedger({
  id: 'alpha.holders',
  type: holderType,
  sheet: text('持有人', 'Holders'),
  dayColumns: { begins: text('登记日期', 'Registered on'), ends: text('离开日期', 'Left on') },
  columns: ['code', 'name', 'kind', 'site_id', 'seats', 'rank', 'parent_id', 'contact', 'funds', 'pledge'],
})
const headings = ['代码', '名称', '类型', '所在地点', '席位（席）', '次序', '登记日期']
const line = (code: string, seats: CellValue, rank: CellValue = null): CellValue[] => [
  code,
  `持有${code}`,
  '单位',
  'R',
  seats,
  rank,
  '2010-01-01',
]

let areas: TwoAreas
let folder: string
let nth = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-count-'))
  areas = await openTwoAreas()
  await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await areas.close()
})

const bring = async (file: WorkbookFile, changesOn: Day | null = null) =>
  await importFile(areas.database, areas.records.engine, [ledger], {
    scope: areas.whole,
    actor: areas.clerk,
    files: [file],
    changesOn,
  })
const sheet = async (...lines: CellValue[][]) => await workbook({ 持有人: [headings, ...lines] })
const made = { office: text('测试', 'Test'), by: '测试员', on: day('2018-07-29') }

async function take(language: Language) {
  const path = join(folder, 'holders.xlsx')
  const file = await read<unknown, CountedFile>(areas.database, areas.whole, (reader) =>
    exportLedger(reader, areas.records.engine, ledger, { language, knownAt: '1', ...made }, path),
  )
  return { ...file, bytes: new Uint8Array(await readFile(path)) }
}
/** The cells of a column below its heading, as the file holds them. */
async function cellsOf(bytes: Uint8Array, at: number): Promise<CellValue[]> {
  const { sheets } = await readXlsx(bytes)
  return (sheets[1]?.rows ?? []).slice(1).map((row) => row[at] ?? null)
}
async function stored(code: string) {
  return await read<unknown, { seats: string | null; rank: unknown; events: string[] }>(
    areas.database,
    areas.whole,
    async (reader) => {
      const { engine } = areas.records
      const [id = ''] = (await engine.findByKey(reader, holderType, [[code]])).get(code) ?? []
      const record = (await engine.load(reader, holderType, [id])).get(id)
      return {
        seats: record?.spells.at(-1)?.attributes['seats'] ?? null,
        rank: record?.header['rank'],
        events: record?.events.map(({ kind }) => kind) ?? [],
      }
    },
  )
}

/** One number in every form in which a workbook may hold it. */
const written = (n: number) =>
  fc.constantFrom<CellValue>(
    n,
    String(n),
    ` ${n} `,
    `00${n}`,
    String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  )
const maybe = (min: number, max: number) =>
  fc.option(
    fc.integer({ min, max }).chain((n) => written(n).map((cell) => ({ n, cell }))),
    { freq: 3 },
  )
const holders = fc.array(fc.record({ seats: maybe(1, 500), rank: maybe(0, 2_147_483_647) }), {
  minLength: 1,
  maxLength: 8,
})

test('import, export, import changes nothing, and an export holds numbers that can be added up', async () => {
  await fc.assert(
    fc.asyncProperty(holders, fc.constantFrom<Language>('zh', 'en'), async (wanted, language) => {
      const lines = wanted.map(({ seats, rank }) => ({ code: `H${(nth += 1)}`, seats, rank }))
      const first = await bring(
        await sheet(
          ...lines.map(({ code, seats, rank }) => line(code, seats?.cell ?? null, rank?.cell ?? null)),
        ),
      )
      expect(first.errors).toEqual([])
      expect(first.counts.created).toBe(lines.length)
      for (const { code, seats, rank } of lines)
        expect(await stored(code)).toMatchObject({
          seats: seats ? String(seats.n) : null,
          rank: rank ? String(rank.n) : null,
        })
      const taken = await take(language)
      const codes = await cellsOf(taken.bytes, 0)
      const [seats, ranks] = [await cellsOf(taken.bytes, 4), await cellsOf(taken.bytes, 5)]
      for (const { code, ...one } of lines) {
        const at = codes.indexOf(code)
        expect([seats[at], ranks[at]]).toEqual([one.seats?.n ?? null, one.rank?.n ?? null])
      }
      const second = await bring({ name: 'again.xlsx', bytes: taken.bytes })
      expect([second.errors, second.change]).toEqual([[], null])
      expect(second.counts).toMatchObject({ created: 0, updated: 0, unchanged: taken.rows })
      expect((await take(language)).digest).toBe(taken.digest)
    }),
    // Each case imports into a database.
    { numRuns: Math.max(3, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 12)), endOnFailure: true },
  )
})

test.each<[CellValue, string]>([
  ['12人', '“12人”不是从0起的整数。请只填数字'],
  [12.5, '“12.5”不是从0起的整数'],
  [-3, '“-3”不是从0起的整数'],
  ['1,200', '“1,200”带有千分位分隔符，可能被看成几个数。请只填数字：1200。'],
  [0, '“0”太小，这一项最少为1'],
  ['５０１', '“５０１”太大，这一项最多为500'],
  [1e21, '不是从0起的整数'],
  [true, '“TRUE”不是从0起的整数'],
  [new Date('2018-06-30T00:00:00Z'), '该单元格是日期格式'],
  // What Excel makes of 0 in a cell that shows days: no day that there is, and no empty cell either.
  [new Date('1899-12-30T00:00:00Z'), '该单元格是日期格式'],
  ['#DIV/0!', '公式出错'],
])('a cell of %j says what is wrong with it', async (value, words) => {
  const { errors, counts, change } = await bring(await sheet(line(`W${(nth += 1)}`, value)))
  expect([counts.refused, change]).toEqual([1, null])
  expect(errors).toMatchObject([{ row: 2, column: 'E', heading: '席位（席）' }])
  expect(errors[0]?.message.zh).toContain(words)
})

test('a differing count is a correction, or an event where it changed on a day', async () => {
  const code = `U${(nth += 1)}`
  expect((await bring(await sheet(line(code, 5, 1)))).counts.created).toBe(1)
  const preview = (await bring(await sheet(line(code, '6', 2)))).preview
  expect(preview[0]?.changes.map(({ before, after }) => [before, after])).toEqual([
    ['1', '2'],
    ['5', '6'],
  ])
  expect(await stored(code)).toEqual({ seats: '6', rank: '2', events: ['registered'] })
  expect((await bring(await sheet(line(code, 7, 2)), day('2018-01-01'))).counts.updated).toBe(1)
  expect(await stored(code)).toEqual({ seats: '7', rank: '2', events: ['registered', 'resized'] })
  expect((await bring(await sheet(line(code, null, null)))).counts.updated).toBe(1)
  expect(await stored(code)).toMatchObject({ seats: null, rank: null })
})

test('the template says what to fill in, holds numbers there, and lets Excel itself refuse the rest', async () => {
  expect(columnNote(columnOf(ledger, 'seats')).zh).toBe('可留空。填1至500的整数，单位：席。只填数字。')
  expect(columnNote(columnOf(ledger, 'rank')).en).toBe(
    'May be left empty. A whole number, from 0 up. Digits only.',
  )
  const bytes = await templateOf(ledger, 'zh')
  const first = (await readXlsx(bytes, { readStyles: true })).sheets[0]
  const formats = [0, 4, 5].map((at) => first?.cells?.get(`2,${at}`)?.style?.numFmt)
  expect(formats).toEqual(['@', '0', '0'])
  expect(first?.dataValidations?.filter(({ type }) => type === 'whole')).toMatchObject([
    { range: 'E2:E200000', operator: 'between', formula1: '1', formula2: '500', allowBlank: true },
    { range: 'F2:F200000', operator: 'between', formula1: '0', formula2: '2147483647' },
  ])
  expect((await bring({ name: 'template.xlsx', bytes })).counts.read).toBe(0)
})

test('a list’s export has the unit in its heading, numbers below, and the range on its cover', async () => {
  await bring(await sheet(line(`L${(nth += 1)}`, 77), line(`L${(nth += 1)}`, 444)))
  const path = join(folder, 'list.xlsx')
  const question: Question = {
    type: 'alpha.holder',
    where: ['seats:77..'],
    sort: 'seats',
    descending: false,
    all: false,
  }
  const asked = { question, columns: ['seats', 'rank'], language: 'zh', known: null, ...made } as const
  await exportList(areas.records, areas.whole, asked, path)
  const [cover, list] = (await readXlsx(await readFile(path))).sheets
  expect(list?.rows[0]?.slice(0, 3)).toEqual(['名称', '席位（席）', '次序'])
  const seats = (list?.rows ?? []).slice(1).map((row) => row[1])
  expect(seats).toContain(77)
  expect(seats).toEqual(seats.map(Number).toSorted((a, b) => a - b))
  expect(new Map((cover?.rows ?? []).map(([label, value]) => [label, value])).get('筛选')).toBe(
    '席位: 77及以上',
  )
})
