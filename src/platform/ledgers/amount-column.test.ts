import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { type CellValue, readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../db/transaction.ts'
import type { Question } from '../records/list.ts'
import { Refusal } from '../refusal.ts'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { type Language, text } from '../text.ts'
import { amountOf, fitsNumberCell } from '../values/amount.ts'
import { type Day, day } from '../values/day.ts'
import { columnNote } from './column-note.ts'
import type { CountedFile } from './counted-workbook.ts'
import { exportLedger } from './export-ledger.ts'
import { exportList } from './export-list.ts'
import { importFile } from './import-file.ts'
import { columnOf, defineLedger } from './ledger.ts'
import { readCell } from './read-cell.ts'
import type { WorkbookFile } from './read-sheets.ts'
import { keepAnswers } from './reading/keep-answers.ts'
import type { SheetMapping } from './reading/mapping.ts'
import { suggestColumns } from './reading/suggest-columns.ts'
import { templateOf } from './template.ts'
import { textFile, workbook } from './testing/workbook.ts'

const ledger = defineLedger({
  id: 'alpha.holders',
  type: holderType,
  sheet: text('持有人', 'Holders'),
  dayColumns: { begins: text('登记日期', 'Registered on'), ends: text('离开日期', 'Left on') },
  columns: ['code', 'name', 'kind', 'site_id', 'funds', 'pledge', 'parent_id', 'contact', 'seats', 'rank'],
})
const headings = ['代码', '名称', '类型', '所在地点', '资金（元）', '押金（元）', '登记日期']
const line = (code: string, funds: CellValue, pledge: CellValue = null): CellValue[] => [
  code,
  `持有${code}`,
  '单位',
  'R',
  funds,
  pledge,
  '2010-01-01',
]

let areas: TwoAreas
let folder: string
let nth = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xiaoma-amount-'))
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
  return await read<unknown, { funds: string | null; pledge: unknown; events: string[] }>(
    areas.database,
    areas.whole,
    async (reader) => {
      const { engine } = areas.records
      const [id = ''] = (await engine.findByKey(reader, holderType, [[code]])).get(code) ?? []
      const record = (await engine.load(reader, holderType, [id])).get(id)
      return {
        funds: record?.spells.at(-1)?.attributes['funds'] ?? null,
        pledge: record?.header['pledge'],
        events: record?.events.map(({ kind }) => kind) ?? [],
      }
    },
  )
}

/** One sum in every form in which a workbook may hold it. */
const written = (amount: string) =>
  fc.constantFrom<CellValue>(
    ...(fitsNumberCell(amount) ? [Number(amount)] : []),
    amount,
    ` ${amount.replace(/^(-?)/, '$100')} `,
    amount.replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')),
    amount.replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
  )
const maybe = (min: bigint, max: bigint) =>
  fc.option(
    fc
      .bigInt({ min, max })
      .map(amountOf)
      .chain((amount) => written(amount).map((cell) => ({ amount, cell }))),
    { freq: 3 },
  )
const holders = fc.array(
  fc.record({ funds: maybe(-(10n ** 8n), 10n ** 16n), pledge: maybe(0n, 10n ** 18n - 1n) }),
  { minLength: 1, maxLength: 8 },
)
const inCell = (amount: string | undefined): CellValue =>
  amount === undefined ? null : fitsNumberCell(amount) ? Number(amount) : amount

test('import, export, import changes nothing, and an export holds numbers wherever they are exact', async () => {
  await fc.assert(
    fc.asyncProperty(holders, fc.constantFrom<Language>('zh', 'en'), async (wanted, language) => {
      const lines = wanted.map(({ funds, pledge }) => ({ code: `H${(nth += 1)}`, funds, pledge }))
      const first = await bring(
        await sheet(
          ...lines.map(({ code, funds, pledge }) => line(code, funds?.cell ?? null, pledge?.cell ?? null)),
        ),
      )
      expect(first.errors).toEqual([])
      expect(first.counts.created).toBe(lines.length)
      for (const { code, funds, pledge } of lines)
        expect(await stored(code)).toMatchObject({
          funds: funds?.amount ?? null,
          pledge: pledge?.amount ?? null,
        })
      const taken = await take(language)
      const codes = await cellsOf(taken.bytes, 0)
      const [funds, pledges] = [await cellsOf(taken.bytes, 4), await cellsOf(taken.bytes, 5)]
      for (const { code, ...one } of lines) {
        const at = codes.indexOf(code)
        expect([funds[at], pledges[at]]).toEqual([inCell(one.funds?.amount), inCell(one.pledge?.amount)])
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
  ['220亿元', '如果就是220亿元，请写作22000000000。'],
  ['2.5万', '如果就是2.50万元，请写作25000。'],
  [12.345, '“12.345”的小数超过两位'],
  [-1_000_000.01, '“-1000000.01”太小，这一项最少为-1000000元'],
  ['100000000000000.01', '太大，这一项最多为100000000000000元'],
  [12_345_678_901_234.5, '是数值格式，Excel只保留15位'],
  [1e21, '是数值格式，Excel只保留15位'],
  [1e-7, '不是以元为单位的金额'],
  ['12,34', '不是以元为单位的金额'],
  [true, '“TRUE”不是以元为单位的金额'],
  [new Date('2018-06-30T00:00:00Z'), '该单元格是日期格式'],
  ['#DIV/0!', '公式出错'],
])('a cell of %j says what is wrong with it', async (value, words) => {
  const { errors, counts, change } = await bring(await sheet(line(`W${(nth += 1)}`, value)))
  expect([counts.refused, change]).toEqual([1, null])
  expect(errors).toMatchObject([{ row: 2, column: 'E', heading: '资金（元）' }])
  expect(errors[0]?.message.zh).toContain(words)
})

test('what a formula leaves beyond the 15 digits that Excel shows is no part of the sum', () => {
  const funds = columnOf(ledger, 'funds')
  expect(readCell(funds, 0.1 + 0.2)).toEqual({ content: '0.30', wrong: null })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 10 ** 9 }), { maxLength: 9 }), (every) => {
      const total = every.reduce((sum, fen) => sum + fen / 100, 0)
      const fen = every.reduce((sum, one) => sum + BigInt(one), 0n)
      expect(readCell(funds, total).content).toBe(amountOf(fen))
    }),
  )
})

test('a differing sum is a correction, or an event where it changed on a day', async () => {
  const code = `U${(nth += 1)}`
  expect((await bring(await sheet(line(code, 5.5, '1')))).counts.created).toBe(1)
  const preview = (await bring(await sheet(line(code, '1,006', 2)))).preview
  expect(preview[0]?.changes.map(({ before, after }) => [before, after])).toEqual([
    ['1', '2'],
    ['5.50', '1006'],
  ])
  expect(await stored(code)).toEqual({ funds: '1006', pledge: '2', events: ['registered'] })
  expect((await bring(await sheet(line(code, 7, 2)), day('2018-01-01'))).counts.updated).toBe(1)
  expect(await stored(code)).toEqual({ funds: '7', pledge: '2', events: ['registered', 'funded'] })
})

test('a text file as Excel saves it, with separators in its sums, is read as well', async () => {
  const code = `T${(nth += 1)}`
  const file = textFile(
    `${headings.join(',')}\n${code},名,单位,R,"22,000,000,000.50",1234.5,2010-01-01\n`,
    '持有人.csv',
  )
  expect((await bring(file)).counts.created).toBe(1)
  expect(await stored(code)).toMatchObject({ funds: '22000000000.50', pledge: '1234.50' })
})

test('a column in 万元 is read by nobody as yuan: it is not offered, not taken, and the message says what to do', async () => {
  const inWan = headings.map((heading) => heading.replace('资金（元）', '资金（万元）'))
  const file = await workbook({ 持有人: [inWan, line(`V${(nth += 1)}`, 5)] })
  const { errors, change } = await bring(file)
  expect(change).toBeNull()
  expect(errors).toMatchObject([{ column: 'E', heading: '资金（万元）' }])
  expect(errors[0]?.message.zh).toContain('“资金（万元）”这一列以“万元”为单位，“资金（元）”只按元读取')
  expect(errors[0]?.message.zh).toContain('1万元写作10000')

  const tops = [['资金（万元）'], ['资金', '万元'], ['资金（元）'], ['资金']].map((parts, at) => ({
    at,
    parts,
    words: parts.join(' / '),
  }))
  const offered = (heading: (typeof tops)[number]) =>
    suggestColumns(ledger, [heading], [[5, 5, 5, 5]]).get(heading.at)?.key ?? null
  expect(tops.map(offered)).toEqual([null, null, 'funds', 'funds'])

  const columns = [...inWan].map((heading, at) => ({
    at,
    letter: 'A',
    heading,
    samples: [],
    key: null,
    because: 'none' as const,
  }))
  const offer: SheetMapping = {
    sheet: '持有人',
    ledger: ledger.id,
    named: true,
    headingRow: 1,
    columns,
    wanted: true,
    confirmed: null,
  }
  const keys = ['code', 'name', 'kind', 'site_id', 'funds', 'pledge', 'begins']
  const kept: unknown[] = []
  const memory = { keep: async (...one: unknown[]) => void kept.push(one) }
  const answer = (key: string | null) => ({
    sheet: '持有人',
    ledger: ledger.id,
    columns: keys.map((own, at) => ({ at, key: own === 'funds' ? key : own })),
  })
  const keep = (key: string | null) =>
    keepAnswers(memory as never, [ledger], [offer], [answer(key)], areas.clerk)
  await expect(keep('funds')).rejects.toThrow(Refusal)
  await expect(keep('funds')).rejects.toMatchObject({ data: { key: 'funds', heading: '资金（万元）' } })
  expect(kept).toEqual([])
  await keep(null)
  expect(kept).toHaveLength(1)
})

test('the template says what to fill in, holds numbers there, and lets Excel itself refuse the rest', async () => {
  expect(columnNote(columnOf(ledger, 'pledge')).zh).toBe('可留空。填金额，单位：元，最多两位小数。只填数字。')
  expect(columnNote(columnOf(ledger, 'funds')).en).toBe(
    'May be left empty. A sum in yuan, from -1000000 to 100000000000000, with at most two decimals. Digits only.',
  )
  const bytes = await templateOf(ledger, 'zh')
  const first = (await readXlsx(bytes, { readStyles: true })).sheets[0]
  const formats = [0, 4, 5].map((at) => first?.cells?.get(`2,${at}`)?.style?.numFmt)
  expect(formats).toEqual(['@', '#,##0.00', '#,##0.00'])
  // Beyond 15 digits a cell would round: there the template stops, and a text cell takes the rest.
  expect(first?.dataValidations?.filter(({ type }) => type === 'decimal')).toMatchObject([
    { range: 'E2:E200000', operator: 'between', formula1: '-1000000', formula2: '9999999999999.99' },
    { range: 'F2:F200000', operator: 'between', formula1: '0', formula2: '9999999999999.99' },
  ])
  expect((await bring({ name: 'template.xlsx', bytes })).counts.read).toBe(0)
})

test('a list’s export has the unit in its heading, numbers below, and the range on its cover', async () => {
  await bring(await sheet(line(`L${(nth += 1)}`, 77.5), line(`L${(nth += 1)}`, '22000000000')))
  const path = join(folder, 'list.xlsx')
  const question: Question = {
    type: 'alpha.holder',
    where: ['funds:77.5..22000000000'],
    sort: 'funds',
    descending: false,
    all: false,
  }
  const asked = { question, columns: ['funds', 'pledge'], language: 'zh', known: null, ...made } as const
  await exportList(areas.records, areas.whole, asked, path)
  const [cover, list] = (await readXlsx(await readFile(path))).sheets
  expect(list?.rows[0]?.slice(0, 3)).toEqual(['名称', '资金（元）', '押金（元）'])
  const funds = (list?.rows ?? []).slice(1).map((row) => row[1])
  expect(funds).toEqual(expect.arrayContaining([77.5, 22_000_000_000]))
  expect(funds).toEqual(funds.map(Number).toSorted((a, b) => a - b))
  expect(new Map((cover?.rows ?? []).map(([label, value]) => [label, value])).get('筛选')).toBe(
    '资金: 77.50元至220亿元',
  )
})
