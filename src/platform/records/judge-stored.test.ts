import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeAreas } from '../compose-areas.ts'
import { openTestOffice } from '../testing/office.ts'
import { alpha } from '../testing/two-areas/alpha.ts'
import { beta } from '../testing/two-areas/beta.ts'
import { holderJudgement } from '../testing/two-areas/beta-judgement.ts'
import type { Day } from '../values/day.ts'
import { findingsOn } from './findings.ts'
import { judgesOf } from './judges-of.ts'
import { viewRecord } from './view.ts'

/** How many holders were asked about, each time that the facts were. */
const asked: number[] = []
const watched = {
  ...holderJudgement,
  facts: (async (reader, judged, engine) => {
    asked.push(judged.length)
    return await (holderJudgement.facts?.(reader, judged, engine) ?? new Map())
  }) as typeof holderJudgement.facts & {},
}
const types = { site: 'alpha.site', holder: 'alpha.holder', payment: 'beta.payment' } as const
const open = () => openTestOffice([alpha, { ...beta, judges: [watched] }], types)

let at: Awaited<ReturnType<typeof open>>
let [root, north, south, busy, idle] = ['', '', '', '', '']
const third = { payment: '', before: 0n }

beforeAll(async () => {
  at = await open()
  const site = (name: string, parent: string | null) =>
    at.establish('site', '2000-01-01', { name, code: name, parent_id: parent })
  const holder = (code: string, seat: string) =>
    at.establish(
      'holder',
      '2018-01-01',
      { name: code, kind: 'firm', site_id: seat, parent_id: null },
      { code },
    )
  const pay = (code: string, onDate: string) =>
    at.establish('payment', onDate, { holder_id: busy, amount: '100' }, { code })
  root = await site('总', null)
  north = await site('北', root)
  south = await site('南', root)
  busy = await holder('忙', north)
  idle = await holder('闲', south)
  await pay('A', '2018-01-10')
  await pay('B', '2018-01-10')
  third.before = await at.head()
  third.payment = await pay('C', '2018-01-20')
  await at.happen('payment', third.payment, 'taken_back', '2018-06-01')
})
afterAll(() => at.close())

const everything = () =>
  Object.keys(types).map((short) => ({
    type: at.typeOf(short as keyof typeof types),
    scope: at.whole,
  }))
const findings = async (asOf: string, known: bigint | null = null, node?: string, seen = everything()) =>
  (await findingsOn(at.records, seen, { asOf: asOf as Day, node }, known)).map(
    ({ rule, record, message }) => `${rule} ${record.title} ${message.en}`,
  )
const found = ['R-X2-01 忙 3 payments']

test('an area finds what a record of another area is in, on the day and as it was known', async () => {
  expect(await findings('2018-05-31')).toEqual(found)
  expect(await findings('2018-06-01')).toEqual([])
  expect(await findings('2018-05-31', third.before)).toEqual([])
})

test('a rule judges from its own first day on', async () => {
  expect(await findings('2018-02-28')).toEqual([])
  expect(await findings('2018-03-01')).toEqual(found)
})

test('a judged record is found below its place, and by nobody who may not see such records or that place', async () => {
  expect(await findings('2018-05-31', null, north)).toEqual(found)
  expect(await findings('2018-05-31', null, south)).toEqual([])
  const without = everything().filter(({ type }) => type.id !== 'alpha.holder')
  expect(await findings('2018-05-31', null, undefined, without)).toEqual([])
  const elsewhere = everything().map((each) => ({ ...each, scope: { office: 1, places: [south] } }))
  expect(await findings('2018-05-31', null, undefined, elsewhere)).toEqual([])
})

test('the page of the record says the same', async () => {
  const on = async (id: string, asOf: string) =>
    (
      await viewRecord(
        at.records,
        at.whole,
        { type: 'alpha.holder', id, asOf: asOf as Day, known: null },
        { record: false, correct: false },
      )
    ).findings.map(({ rule, message }) => `${rule} ${message.en}`)
  expect(await on(busy, '2018-05-31')).toEqual(['R-X2-01 3 payments'])
  expect(await on(busy, '2018-06-01')).toEqual([])
  expect(await on(idle, '2018-05-31')).toEqual([])
})

test('facts are asked for once, for all the records of a batch', async () => {
  asked.length = 0
  await findings('2018-05-31')
  expect(asked).toEqual([2])
})

test('who judges a record refuses no act on it, neither its own nor that which brings the state about', async () => {
  await at.happen('holder', busy, 'moved', '2018-05-01', { site_id: north })
  await at.establish('payment', '2018-05-02', { holder_id: busy, amount: '1' }, { code: 'D' })
  expect(await findings('2018-05-31')).toEqual(['R-X2-01 忙 4 payments'])
})

const [rule] = holderJudgement.rules
const start = (judgement: object) => () =>
  composeAreas(undefined as never, [alpha, { ...beta, judges: [{ ...holderJudgement, ...judgement }] }])
test.each([
  ['a rule on acts', { rules: [{ ...rule, judges: 'act' }] }, /R-X2-01, a rule on acts/],
  ['a record type that no area has', { type: 'alpha.guest' }, /alpha\.guest, which no area declares/],
  ['a record type of its own', { type: 'beta.payment' }, /its own/],
])('a judgement with %s is refused at the start', (_what, judgement, words) => {
  expect(start(judgement)).toThrow(words)
})

test('a record type is judged by its own area first, by its rules on states alone', () => {
  const [site, holder] = alpha.records
  if (!site || !holder || !rule) throw new Error('alpha has two record types')
  const own = (id: string, judges: 'act' | 'state') => ({ ...rule, id, judges })
  const judging = { ...holder, rules: [own('R-X1-01', 'act'), own('R-X1-02', 'state')] }
  const judges = judgesOf([beta, { ...alpha, records: [site, judging] }])
  expect(judges.get('alpha.holder')?.map(({ rules }) => rules.map(({ id }) => id))).toEqual([
    ['R-X1-02'],
    ['R-PIPL-NUMBERS'],
    ['R-X2-01'],
  ])
})
