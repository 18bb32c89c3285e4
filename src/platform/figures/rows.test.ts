import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { FigureRow, Question } from './contract.ts'

let areas: TwoAreas
let root: string
const halfYear = { from: '2018-01-01', through: '2018-06-30' } as NonNullable<Question['period']>

beforeAll(async () => {
  areas = await openTwoAreas()
  root = await areas.establish('alpha.site', '2000-01-01', { name: '总', code: 'R', parent_id: null })
  const holders: string[] = []
  for (const code of ['F1', 'F2', 'F3'])
    holders.push(
      await areas.establish(
        'alpha.holder',
        '2018-01-01',
        { name: code, kind: 'firm', site_id: root, parent_id: null },
        { code },
      ),
    )
  // Many rows of one day: order and cursor must tell them apart by the record.
  for (let i = 0; i < 9; i += 1)
    await areas.establish(
      'beta.payment',
      i < 6 ? '2018-03-05' : '2018-04-01',
      { holder_id: holders[i % 2] as string, amount: String(i) },
      { code: `P${i}` },
    )
})
afterAll(() => areas.close())

async function everyPage(question: Question, limit: number) {
  const rows: FigureRow[] = []
  const totals = new Set<string>()
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await areas.rows(question, { limit, ...(cursor ? { cursor } : {}) })
    rows.push(...page.rows)
    totals.add(`${page.count} ${page.sum}`)
    expect(page.rows.length).toBeGreaterThan(0)
    cursor = page.nextCursor
  }
  return { rows, totals: [...totals] }
}

test.each([1, 2, 3, 4, 8, 9, 10])(
  'pages of %i rows hold every row once, and each page says the same totals',
  async (limit) => {
    const { rows, totals } = await everyPage({ figure: 'beta.paid', node: root, period: halfYear }, limit)
    expect(new Set(rows.map((row) => row.amount))).toEqual(
      new Set(Array.from({ length: 9 }, (_, fen) => `0.0${fen}`)),
    )
    expect(rows.length).toBe(9)
    const days = rows.map((row) => String(row.onDate))
    expect(days).toEqual(days.toSorted())
    expect(totals).toEqual(['9 0.36'])
  },
)

test('count and sum of the rows are the value, for a count, a sum, a mean and a distinct count', async () => {
  const question = { node: root, period: halfYear, asOf: '2018-06-30' } as Omit<Question, 'figure'>
  for (const figure of [
    'beta.made',
    'beta.paid',
    'beta.mean_payment',
    'beta.holders_paid',
    'beta.standing',
  ]) {
    const value = await areas.value({ ...question, figure })
    const { count, sum } = await areas.rows({ ...question, figure })
    expect([figure, count]).toEqual([figure, value.rowCount])
    if (['beta.paid', 'beta.standing'].includes(figure)) expect(sum).toBe(value.value)
    if (figure === 'beta.mean_payment') expect([value.value, sum]).toEqual(['0.04', '0.36'])
  }
})

test('pages of distinct keys count each key once, across the pages', async () => {
  const { rows, totals } = await everyPage({ figure: 'beta.holders_paid', node: root, period: halfYear }, 1)
  expect(rows.map((row) => row.times)).toEqual([5, 4])
  expect(totals).toEqual(['2 null'])
})

test('a row says its record, its place and its amount for a person', async () => {
  const { rows } = await areas.rows({ figure: 'beta.made', node: root, period: halfYear }, { limit: 1 })
  expect(rows[0]).toMatchObject({
    record: { type: 'beta.payment', title: 'P0' },
    place: { id: root, name: '总' },
    onDate: '2018-03-05',
    amount: '0',
    times: 1,
  })
})

test('a ratio opens two sets, and it must be said which', async () => {
  const question = { figure: 'beta.payments_per_holder', node: root, period: halfYear }
  expect((await areas.rows(question, { part: 'numerator' })).count).toBe(9)
  expect((await areas.rows(question, { part: 'denominator' })).count).toBe(3)
  await expect(areas.rows(question)).rejects.toMatchObject({ code: 'INVALID' })
})

test('a page of a resolved question is not moved by a write in between', async () => {
  const question = { figure: 'beta.paid', node: root, period: halfYear }
  const { question: resolved } = await areas.value(question)
  const again = { ...question, knownAt: resolved.knownAt }
  const first = await areas.rows(again, { limit: 4 })
  const holder = first.rows[0]?.record.id as string
  await areas.happen('beta.payment', holder, 'taken_back', '2018-06-01')
  await areas.establish('alpha.site', '2001-01-01', { name: '新', code: 'X', parent_id: root })
  const second = await areas.rows(again, { limit: 9, cursor: first.nextCursor as string })
  expect([...first.rows, ...second.rows].length).toBe(9)
  expect(second.count).toBe(9)
})

test('a marker that was not given out, and one beyond the last row, are refused or empty', async () => {
  const question = { figure: 'beta.paid', node: root, period: halfYear }
  for (const cursor of ['x', 'W10', 'bnVsbA', Buffer.from('["a","b","c"]').toString('base64url')])
    await expect(areas.rows(question, { cursor })).rejects.toMatchObject({ code: 'INVALID' })
  const beyond = Buffer.from(JSON.stringify(['2019-01-01', root, 'z'])).toString('base64url')
  expect(await areas.rows(question, { cursor: beyond })).toMatchObject({
    rows: [],
    count: -1,
    nextCursor: null,
  })
})
