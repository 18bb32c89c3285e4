import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { read } from '../db/transaction.ts'
import type { Question as FigureQuestion } from '../figures/contract.ts'
import { Refusal } from '../refusal.ts'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import { amountOf } from '../values/amount.ts'
import { addDays, type Day, day } from '../values/day.ts'
import { fenFromYuan } from '../values/money.ts'
import { listRecords, type Question } from './list.ts'
import type { StoredRecord } from './records-engine.ts'
import { searchRecords } from './search.ts'
import { compareVersions } from './versions/compare-versions.ts'
import { viewRecord } from './view.ts'

const holder = 'alpha.holder'
let areas: TwoAreas
let root: string
let nth = 0
/** Without a digit, so that no search for a number finds it. */
const word = () => [...String((nth += 1))].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')
beforeAll(async () => {
  areas = await openTwoAreas()
  root = await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
})
afterAll(() => areas.close())

const register = (funds: string | null, pledge: string | null = null, name = `持有人${word()}`, at = root) =>
  areas.establish(
    holder,
    '2010-01-01',
    { name, kind: 'firm', site_id: at, parent_id: null, funds },
    { code: word(), pledge },
  )
const load = async (id: string, known: bigint | null = null): Promise<StoredRecord> =>
  await read<unknown, StoredRecord>(
    areas.database,
    areas.whole,
    async (reader) => (await areas.records.engine.load(reader, holderType, [id])).get(id) as StoredRecord,
    known,
  )
const fundsOn = ({ spells }: StoredRecord, on: Day) =>
  spells.find((spell) => spell.from <= on && (spell.to === null || on < spell.to))?.attributes['funds']
const refusal = async (act: Promise<unknown>): Promise<Refusal> => {
  const error: unknown = await act.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error('nothing was refused', { cause: error })
  return error
}

test('a sum stands in fen in bigint columns of header, spell and event, and is read back in yuan', async () => {
  const id = await register('２2,000,000,000.5', ' 007 ')
  await areas.happen(holder, id, 'funded', '2018-03-01', { funds: '-0.01', fee: '0' })
  const record = await load(id)
  expect(record.header).toMatchObject({ pledge: '7' })
  expect(record.spells.map(({ attributes }) => attributes['funds'])).toEqual(['22000000000.50', '-0.01'])
  expect(record.events.map(({ sets }) => sets)).toMatchObject([
    { funds: '22000000000.50' },
    { funds: '-0.01', fee: '0' },
  ])
  const { rows } = await areas.database.query(areas.whole, {
    name: 'amount columns',
    text: `select h.pledge, s.funds, e.fee, array[pg_typeof(h.pledge), pg_typeof(s.funds), pg_typeof(e.fee)]::text
      from alpha.holder h join alpha.holder_spell s on s.record_id = h.id join alpha.holder_event e on e.record_id = h.id
      where h.id = $1::uuid and s.valid_to is not null and e.kind = 'funded'`,
    values: [id],
  })
  expect(rows).toEqual([['700', '2200000000050', '0', '{bigint,bigint,bigint}']])

  await areas.correct(holder, id, undefined, { pledge: '9999999999999999.99' })
  expect((await load(id)).header).toMatchObject({ pledge: '9999999999999999.99' })
  await areas.correct(holder, id, undefined, { pledge: null })
  expect((await load(id)).header).toMatchObject({ pledge: null })
})

const funds = fc.option(fc.bigInt({ min: -(10n ** 8n), max: 10n ** 16n }).map(amountOf))
const act = fc.record({ after: fc.integer({ min: 1, max: 900 }), funds, corrects: fc.boolean() })

test('any life of a sum is what was said, on every day and as known at every change', async () => {
  await fc.assert(
    fc.asyncProperty(funds, fc.array(act, { maxLength: 6 }), async (first, acts) => {
      const id = await register(first)
      // What holds from which day on, as each change left it.
      let now: { from: Day; funds: string | null }[] = [{ from: day('2010-01-01'), funds: first }]
      const told = [{ known: BigInt(await areas.head()), life: now }]
      for (const { after, funds: next, corrects } of acts) {
        const last = now.at(-1) as (typeof now)[number]
        if (corrects) {
          const event = (await load(id)).events.at(-1)?.id as string
          await areas.correct(holder, id, { id: event, sets: { funds: next }, neverWas: false })
          now = [...now.slice(0, -1), { ...last, funds: next }]
        } else {
          const from = addDays(last.from, after)
          if (from > day('2026-01-01')) continue
          await areas.happen(holder, id, 'funded', from, { funds: next })
          now = [...now, { from, funds: next }]
        }
        told.push({ known: BigInt(await areas.head()), life: now })
      }
      for (const { known, life } of told) {
        const record = await load(id, known)
        for (const { from, funds: wanted } of life) expect(fundsOn(record, from)).toBe(wanted)
      }
      // Neighbours that say the same are one spell: nothing differs by how a sum is written.
      const differing = now.filter((one, at) => at === 0 || one.funds !== now[at - 1]?.funds)
      expect((await load(id)).spells).toHaveLength(differing.length)
    }),
    // Each case writes into a database.
    { numRuns: Math.max(5, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 8)), endOnFailure: true },
  )
})

test('what changes nothing of a sum writes no spell anew', async () => {
  const id = await register('1234.50')
  const written = async () =>
    (
      await areas.database.query(areas.whole, {
        name: 'spells as written',
        text: `select valid_from, known_from from alpha.holder_spell where record_id = $1::uuid order by valid_from`,
        values: [id],
      })
    ).rows
  const [first] = await written()
  await areas.happen(holder, id, 'funded', '2018-03-01', { funds: '1,234.5', fee: '1' })
  expect(await written()).toEqual([first])
})

test.each([
  ['220亿元', '请写作22000000000。'],
  ['12.345', '的小数超过两位'],
  ['-1000000.01', '太小，这一项最少为-1000000元'],
  ['100000000000000.01', '太大，这一项最多为100000000000000元'],
  ['12人', '不是以元为单位的金额'],
])('funds of %j are refused with field, value and what to do', async (value, words) => {
  const id = await register('1')
  const before = await areas.head()
  const refused = await refusal(areas.happen(holder, id, 'funded', '2018-03-01', { funds: value }))
  expect([refused.code, refused.data]).toEqual(['INVALID', { field: 'funds', value }])
  expect(refused.words.zh).toContain(`“资金”：“${value}”`)
  expect(refused.words.zh).toContain(words)
  expect(refused.words.en).toMatch(/^“Funds”: /)
  expect(await areas.head()).toBe(before)
})

test('a detail and a fixed sum are refused as well, below zero where nothing lets them', async () => {
  const id = await register('1')
  const detail = await refusal(areas.happen(holder, id, 'funded', '2018-03-01', { fee: '3元' }))
  expect(detail.data).toEqual({ field: 'fee', value: '3元' })
  const fixed = await refusal(areas.correct(holder, id, undefined, { pledge: '-0.01' }))
  expect(fixed.words.zh).toContain('最少为0元')
})

const listed = async (question: Partial<Question>) => {
  const asked: Question = {
    type: holder,
    where: [],
    descending: false,
    all: false,
    find: '序列',
    ...question,
  }
  const { records, total } = await listRecords(areas.records, areas.whole, { ...asked, limit: 50 }, null)
  expect(total).toBe(records.length)
  return records.map(({ values }) => values['funds']?.value ?? null)
}

test('a list is sorted by the sum, those below zero first, and filtered by a range', async () => {
  const sorted = [null, '-1000', '-2', '0', '9.99', '10', '100.50', '22000000000']
  for (const sum of ['9.99', '100.50', null, '-2', '22000000000', '10', '-1000', '0'])
    await register(sum, sum?.replace('-', '') ?? null, `序列${sum ?? '无'}`)
  expect(await listed({ sort: 'funds' })).toEqual(sorted)
  expect(await listed({ sort: 'funds', descending: true, all: true })).toEqual(sorted.toReversed())
  // Where the database itself sorts and cuts.
  const pages = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { records, nextCursor } = await listRecords(
      areas.records,
      areas.whole,
      {
        type: holder,
        where: ['funds:-1000..22000000000'],
        sort: 'funds',
        descending: false,
        all: false,
        limit: 2,
        cursor,
      },
      null,
    )
    pages.push(...records.map(({ values }) => fenFromYuan(values['funds']?.value as string)))
    cursor = nextCursor
  }
  expect(pages.length).toBeGreaterThan(6)
  expect(pages).toEqual(pages.toSorted((a, b) => (a < b ? -1 : 1)))

  const where = async (range: string) =>
    (await listed({ sort: 'funds', where: [`funds:${range}`] })).filter((one) => sorted.includes(one))
  expect(await where('9.99..10')).toEqual(['9.99', '10'])
  expect(await where('10.00..')).toEqual(['10', '100.50', '22000000000'])
  expect(await where('..-1.99')).toEqual(['-1000', '-2'])
  expect(await where('100.5')).toEqual(['100.50'])
  expect(await where('0,10')).toEqual(['0', '10'])
  for (const wrong of ['', '..', 'x', '1.555', '1万'])
    expect((await refusal(where(wrong))).words.zh).toContain(`“资金”不能按“${wrong}”筛选`)
})

test('a record and its versions show sums in yuan, and no search finds it by one', async () => {
  const id = await register('321', '654', '示数')
  const before = await areas.head()
  await areas.happen(holder, id, 'funded', '2018-03-01', { funds: '322.10', fee: '987' })
  await areas.correct(holder, id, undefined, { pledge: '655.5' })
  const asked = { type: holder, id, asOf: undefined, known: null }
  const view = await viewRecord(areas.records, areas.whole, asked, { record: true, correct: true })
  expect(view.values?.['funds']).toEqual({ value: '322.10', shown: { zh: '322.10', en: '322.10' } })
  expect(view.header['pledge']?.value).toBe('655.50')
  expect(view.events.at(-1)?.sets['fee']?.value).toBe('987')
  const versions = { type: holder, id, before, after: undefined, known: null }
  const { header } = await compareVersions(areas.records, areas.whole, versions, false)
  expect(header).toMatchObject([{ key: 'pledge', before: { value: '654' }, after: { value: '655.50' } }])
  for (const find of ['321', '32210', '322.10', '654', '987']) {
    const question = { find, asOf: day('2018-06-30'), known: null, limit: 5 }
    expect((await searchRecords(areas.records, areas.whole, holderType, question)).total).toBe(0)
  }
})

test('a figure adds up the column as it is, to the fen', async () => {
  const sums = fc.array(funds, { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(sums, async (every) => {
      const code = `S${word()}`
      const site = await areas.establish('alpha.site', '2000-01-01', { name: code, code, parent_id: root })
      for (const sum of every) await register(sum, null, undefined, site)
      const asked = { figure: 'alpha.funds', node: site, asOf: '2018-06-30' } as FigureQuestion
      const total = every.reduce((all, sum) => all + (sum === null ? 0n : fenFromYuan(sum)), 0n)
      const { value, rowCount } = await areas.value(asked)
      expect([fenFromYuan(value as string), rowCount]).toEqual([total, every.length])
      expect((await areas.rows(asked)).sum).toBe(value)
    }),
    { numRuns: Math.max(3, Math.round((fc.readConfigureGlobal()?.numRuns ?? 100) / 20)), endOnFailure: true },
  )
})
