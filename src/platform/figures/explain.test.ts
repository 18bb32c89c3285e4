import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTwoAreas, type TwoAreas } from '../testing/two-areas/open-two-areas.ts'
import type { ExplainedRow, Question } from './contract.ts'

let areas: TwoAreas
let root: string
let north: string
let south: string
let firm: string
let payment: string

beforeAll(async () => {
  areas = await openTwoAreas()
  const site = (name: string, parent: string | null) =>
    areas.establish('alpha.site', '2000-01-01', { name, code: name, parent_id: parent })
  root = await site('总', null)
  north = await site('北', root)
  south = await site('南', root)
  firm = await areas.establish(
    'alpha.holder',
    '2018-01-01',
    { name: 'F1', kind: 'firm', site_id: north, parent_id: null },
    { code: 'F1' },
  )
  payment = await areas.establish(
    'beta.payment',
    '2018-02-01',
    { holder_id: firm, amount: '100' },
    { code: 'A' },
  )
})
afterAll(() => areas.close())

const standing = (node: string, asOf: string, more: Partial<Question> = {}) =>
  ({ figure: 'beta.standing', node, asOf, ...more }) as Question
const kinds = (rows: readonly ExplainedRow[]) => rows.map((row) => row.causes.map((cause) => cause.kind))

test('a payment made between two days enters with its event as cause', async () => {
  const { before, after, entered, left, changed } = await areas.explain(
    standing(root, '2018-01-31'),
    standing(root, '2018-02-01'),
  )
  expect([before.value, after.value]).toEqual(['0.00', '1.00'])
  expect([entered.length, left, changed]).toEqual([1, [], []])
  expect(entered[0]).toMatchObject({
    record: { id: payment, title: 'A' },
    causes: [{ kind: 'event', onDate: '2018-02-01' }],
  })
})

test('an amended amount is a changed row, and nothing enters or leaves', async () => {
  await areas.happen('beta.payment', payment, 'amended', '2018-03-01', { amount: '250' })
  const { after, entered, left, changed } = await areas.explain(
    standing(root, '2018-02-28'),
    standing(root, '2018-03-01'),
  )
  expect(after.value).toBe('2.50')
  expect([entered, left]).toEqual([[], []])
  expect(changed).toMatchObject([{ amount: '2.50', causes: [{ kind: 'event', onDate: '2018-03-01' }] }])
})

test('what parts two percentiles are the rows that they rank', async () => {
  const { before, after, changed } = await areas.explain(
    { ...standing(root, '2018-02-28'), figure: 'beta.median_standing' },
    { ...standing(root, '2018-03-01'), figure: 'beta.median_standing' },
  )
  expect([before.value, after.value]).toEqual(['1.00', '2.50'])
  expect(changed).toMatchObject([{ amount: '2.50', causes: [{ kind: 'event', onDate: '2018-03-01' }] }])
})

test('a correction is the cause between two knowledges of one day', async () => {
  const head = await areas.head()
  await areas.correct('beta.payment', payment, {
    id: await areas.firstEvent('beta.payment', payment),
    sets: { amount: '130' },
    neverWas: false,
  })
  const { before, after, changed } = await areas.explain(
    standing(root, '2018-02-01', { knownAt: head }),
    standing(root, '2018-02-01'),
  )
  expect([before.value, after.value]).toEqual(['1.00', '1.30'])
  expect(changed).toMatchObject([
    { amount: '1.30', causes: [{ kind: 'correction', reason: '核对原始文件' }] },
  ])
})

test('a holder that moves takes its payments along: one node loses the row, the other gains it', async () => {
  await areas.happen('alpha.holder', firm, 'moved', '2018-04-01', { site_id: south })
  const north_ = await areas.explain(standing(north, '2018-03-31'), standing(north, '2018-04-01'))
  const south_ = await areas.explain(standing(south, '2018-03-31'), standing(south, '2018-04-01'))
  expect([north_.left.length, north_.entered.length, south_.left.length, south_.entered.length]).toEqual([
    1, 0, 0, 1,
  ])
  // The payment itself did not change: without a cause of its own it says that none was found, and invents none.
  for (const causes of [...kinds(north_.left), ...kinds(south_.entered)]) expect(causes).toEqual(['unknown'])
  const own = await areas.explain(
    { figure: 'alpha.holders', node: south, asOf: '2018-03-31' as never },
    { figure: 'alpha.holders', node: south, asOf: '2018-04-01' as never },
  )
  expect(own.entered).toMatchObject([
    { record: { id: firm }, causes: [{ kind: 'event', onDate: '2018-04-01' }] },
  ])
})

test('a site that is re-homed moves what stands in it, and the cause says that the place moved', async () => {
  const yard = await areas.establish('alpha.site', '2000-01-01', { name: '院', code: 'Y', parent_id: north })
  const person = await areas.establish(
    'alpha.holder',
    '2018-01-01',
    { name: 'P1', kind: 'person', site_id: yard, parent_id: null },
    { code: 'P1' },
  )
  await areas.happen('alpha.site', yard, 're_homed', '2018-05-01', { parent_id: south })
  const { entered } = await areas.explain(
    { figure: 'alpha.holders', node: south, asOf: '2018-04-30' as never },
    { figure: 'alpha.holders', node: south, asOf: '2018-05-01' as never },
  )
  expect(entered).toMatchObject([
    { record: { id: person }, causes: [{ kind: 'moved', onDate: '2018-05-01' }] },
  ])
})
