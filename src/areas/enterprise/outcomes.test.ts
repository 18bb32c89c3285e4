import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '../../platform/db/scope.ts'
import { definitionOf } from '../../platform/figures/definition.ts'
import { figuresReading } from '../../platform/figures/figures-reading.ts'
import { toldOf } from '../../platform/testing/told-of.ts'
import type { Day } from '../../platform/values/day.ts'
import { outcomeFigures } from './figures/outcome-figures.ts'
import { furnish } from './testing/furnish.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'
import { outcomesAt } from './testing/outcomes.ts'
import { refused } from './testing/refused.ts'
import { enrol } from './testing/served-street.ts'

let at: EnterpriseOffice
let there: Awaited<ReturnType<typeof furnish>>
let result: ReturnType<typeof outcomesAt>
beforeAll(async () => {
  at = await openEnterpriseOffice()
  there = await furnish(at)
  result = outcomesAt(at)
}, 120_000)
afterAll(() => at.close())

type Asked = { from?: string; through?: string; node?: string; scope?: Scope; knownAt?: bigint }
const year = { from: '2018-01-01', through: '2018-07-29' }
async function value(figure: string, { from, through, node, scope, knownAt }: Asked = {}) {
  const answer = await at.value(
    {
      figure: `enterprise.${figure}`,
      node: node ?? there.street,
      period: { from: (from ?? year.from) as Day, through: (through ?? year.through) as Day },
      ...(knownAt === undefined ? {} : { knownAt: String(knownAt) }),
    },
    scope,
  )
  return answer.value
}
const listed = (company: string, since: string) =>
  at.establish('scaleListing', since, {
    company_id: company,
    kind: 'services',
    year: '2018',
    source: '2018年度调查单位名录',
  })

test('220亿元 is counted to the yuan, once it is proved and the company has confirmed the assistance', async () => {
  const { id } = await there.company(there.east)
  const before = await at.head()
  await result.serve(id, there.east, '2018-03-01')
  const increase = await result.increase(id, '2018-05-10', ['1000000000', '23000000000'], {
    confirmation: null,
    evidence: null,
  })
  expect(await value('capital_assisted')).toBe('0.00')
  expect(await toldOf(at, increase, '2018-05-10')).toEqual(['R-S9-02 warn', 'R-S9-02 warn'])
  await at.happen('capitalIncrease', increase, 'evidenced', '2018-08-20', {
    confirmation: '确认函',
    evidence: '变更登记通知书',
  })
  expect(await toldOf(at, increase, '2018-08-20')).toEqual([])
  expect(await value('capital_assisted')).toBe('22000000000.00')
  expect(await value('capital_assisted_companies')).toBe('1')
  expect(await value('capital_assisted', { knownAt: before })).toBeNull()
  // The day is that of the registration, not of the proof.
  expect(await value('capital_assisted', { from: '2018-05-11', through: '2018-12-31' })).toBe('0.00')
  expect(await value('capital_assisted', { from: '2018-05-10', through: '2018-05-10' })).toBe(
    '22000000000.00',
  )

  // Two clocks: a correction changes the same days, and what was known stays known.
  const known = await at.head()
  const event = (await at.load('capitalIncrease', increase))?.events[0]?.id as string
  await at.correct('capitalIncrease', increase, {
    id: event,
    sets: { new_capital: '23000000000.50' },
    neverWas: false,
  } as never)
  expect(await value('capital_assisted')).toBe('22000000000.50')
  expect(await value('capital_assisted', { knownAt: known })).toBe('22000000000.00')
})

test('a result counts where the company was on its day, for who sees that place alone', async () => {
  const { id } = await there.company(there.east)
  await result.finance(id, '2018-02-01', '1234567.89')
  await at.happen('company', id, 'moved', '2018-03-01', { place_id: there.west })
  await result.finance(id, '2018-04-01', '0.11')
  const of = (node: string) => ({ node, scope: { office: 1, places: [node] } })
  expect(await value('financing_assisted', of(there.east))).toBe('1234567.89')
  expect(await value('financing_assisted', of(there.west))).toBe('0.11')
  expect(await value('financing_assisted')).toBe('1234568.00')
  expect(await value('financing_assisted_companies')).toBe('1')
  const { rows } = await at.rows({
    figure: 'enterprise.financing_assisted',
    node: there.east,
    period: year as never,
  })
  expect(rows.map(({ amount }) => amount)).toEqual(['1234567.89'])
})

test('an organisation improved counts a company above scale once, where its own record bears it out', async () => {
  const { id, unit } = await there.company(there.east)
  await result.serve(id, there.east, '2018-01-08')
  const branch = await there.branch(there.west, unit, '2018-02-01')
  await at.happen('organisation', branch, 'term_began', '2018-03-01', {
    term_from: '2018-03-01',
    term_years: '3',
  })
  const founded = await result.improve(id, branch, 'founded', '2018-02-01')
  expect(await value('improved_above_scale')).toBe('0')
  await listed(id, '2018-02-15')
  expect(await value('improved_above_scale')).toBe('0')
  const elected = await result.improve(id, branch, 're_elected', '2018-03-01')
  expect(await value('improved_above_scale')).toBe('1')
  // The branch has its seat in the other community; the clerk of the company's counts as the street does.
  const scope = { office: 1, places: [there.east] }
  expect(await value('improved_above_scale', { node: there.east, scope })).toBe('1')
  for (const improvement of [founded, elected])
    expect(await toldOf(at, improvement, '2018-06-01', { scope })).toEqual([])

  const wrong = await result.improve(id, branch, 'raised', '2018-03-02')
  expect(await toldOf(at, wrong, '2018-03-02')).toEqual(['R-S9-02 warn'])
  expect(await value('improved_above_scale', { from: '2018-03-02' })).toBe('0')
  const known = await at.head()
  await at.happen('organisation', branch, 'raised', '2018-03-02', { kind: '621', name: '示例党总支' })
  expect(await toldOf(at, wrong, '2018-03-02')).toEqual([])
  expect(await toldOf(at, wrong, '2018-03-02', { known })).toEqual(['R-S9-02 warn'])
  expect(await value('improved_above_scale', { from: '2018-03-02' })).toBe('1')
  expect(await value('improved_above_scale')).toBe('1')
})

test('a joint branch improves the companies among its units, from the day on which they are', async () => {
  const [one, other] = [await there.company(there.west), await there.company(there.west)]
  const joint = await there.branch(there.east, null, '2017-03-01', '632')
  for (const { id } of [one, other]) {
    await listed(id, '2017-01-01')
    await result.improve(id, joint, 'founded', '2017-03-01')
  }
  await at.establish('coveredUnit', '2017-03-20', { organisation_id: joint, unit_id: one.unit })
  const of = (through: string) => value('improved_above_scale', { from: '2017-01-01', through })
  expect(await of('2017-03-19')).toBe('0')
  expect(await of('2017-03-20')).toBe('1')
})

test('another secretary is an improvement; a first one, and one who stays, is none', async () => {
  const { id, unit } = await there.company(there.east)
  await listed(id, '2015-01-01')
  const branch = await there.branch(there.east, unit, '2015-02-01')
  const [first, second] = [await enrol(at, { home: there.east }), await enrol(at, { home: there.east })]
  const secretary = (person: string, on: string) =>
    at.establish('partyPost', on, {
      person_id: person,
      organisation_id: branch,
      post: 'secretary',
      gained: 'appointed',
      won_on: null,
      working_time: 'part_time',
      duty: null,
      standing: null,
      rank: null,
    })
  const post = await secretary(first, '2015-02-01')
  await at.happen('partyPost', post, 're_elected', '2015-03-01', {
    gained: 'appointed',
    won_on: null,
    duty: null,
    rank: null,
  })
  await at.happen('partyPost', post, 'ended', '2015-04-01', { cause: 'term_ended' })
  await secretary(second, '2015-04-01')
  for (const on of ['2015-02-01', '2015-03-01', '2015-04-01'])
    await result.improve(id, branch, 'secretary_changed', on)
  const of = (day: string) => value('improved_above_scale', { from: day, through: day })
  expect([await of('2015-02-01'), await of('2015-03-01'), await of('2015-04-01')]).toEqual(['0', '0', '1'])
})

test('a result before the office was in touch with the company is told, and so is one without any service', async () => {
  const { id } = await there.company(there.east)
  const early = await result.hire(id, '2018-02-01', 3)
  expect(await toldOf(at, early, '2018-02-01')).toEqual(['R-S9-04 warn'])
  await result.serve(id, there.east, '2018-02-02')
  expect(await toldOf(at, early, '2018-02-02')).toEqual(['R-S9-04 warn'])
  const late = await result.hire(id, '2018-02-03', 3)
  expect(await toldOf(at, late, '2018-02-03')).toEqual([])
  const known = await at.head()
  await result.serve(id, there.east, '2018-01-31')
  expect(await toldOf(at, early, '2018-02-01')).toEqual([])
  expect(await toldOf(at, early, '2018-02-01', { known })).toEqual(['R-S9-04 warn'])
  // The company moves; who sees the place of its result sees the service before it as well.
  await at.happen('company', id, 'moved', '2018-06-01', { place_id: there.west })
  const scope = { office: 1, places: [there.east] }
  expect(await toldOf(at, late, '2018-07-01', { scope })).toEqual([])
})

test('persons and person-times are two figures; what nobody counted is no zero and no part of either', async () => {
  await result.train(there.street, '2018-03-08', '党务培训', { persons: '30', person_times: '60' })
  await result.train(there.east, '2018-04-08', '用工培训', { persons: '12', person_times: '12' })
  await result.train(there.west, '2018-05-08', '财税培训')
  const later = await result.train(there.west, '2018-06-08', '法规培训', { evidence: null, persons: '5' })
  const all = async () => [
    await value('trainings'),
    await value('training_persons'),
    await value('training_person_times'),
  ]
  expect(await all()).toEqual(['3', '42', '72'])
  expect(await toldOf(at, later, '2018-06-08')).toEqual(['R-S9-02 warn'])
  await at.happen('training', later, 'evidenced', '2018-06-20', {
    persons: '6',
    person_times: '12',
    companies: '4',
    evidence: '签到汇总',
  })
  expect(await all()).toEqual(['4', '48', '84'])
  expect(await value('trainings', { node: there.east, scope: { office: 1, places: [there.east] } })).toBe('1')
})

test('what changes an organisation or its secretary is a change of the figure that asks for it', () => {
  const [improved] = outcomeFigures
  const question = {
    along: 'place',
    hierarchy: at.figures.place,
    nodes: [there.street],
    asOf: year.through as Day,
    period: { from: year.from as Day, through: year.through as Day },
    structure: 'then',
    structureDay: year.through as Day,
    scope: at.whole,
  } as const
  const moves = (table: string) =>
    figuresReading(at.figures, question, improved ? [improved] : [], new Set([table])).length
  expect(
    ['party_organisation_event', 'covered_unit_spell', 'party_post_event', 'scale_listing_spell'].map(moves),
  ).toEqual([1, 1, 1, 1])
  expect(moves('council_spell')).toBe(0)
})

test('no label and no definition of a company’s result claims it as the street’s own', () => {
  const ofCompanies = outcomeFigures.filter(({ id }) => !id.includes('training'))
  expect(ofCompanies).toHaveLength(6)
  for (const figure of ofCompanies) {
    const definition = definitionOf(figure)
    expect(figure.label.zh).toContain('协助')
    expect(figure.label.en.toLowerCase()).toMatch(/assist|help/)
    expect(definition.zh).toContain('街道协助')
    expect(definition.en).toContain('the street')
    if (figure.id === 'enterprise.improved_above_scale') continue
    expect(definition.zh).toContain('不作为街道自身的成果')
    expect(definition.en).toContain('not the street’s')
  }
})

test('capital in another currency counts in yuan once its rate and the day of it are known', async () => {
  const { id } = await there.company(there.east)
  await result.serve(id, there.east, '2018-01-15')
  const before = BigInt((await value('capital_assisted'))?.replace('.', '') ?? '0')
  const increase = await at.establish(
    'capitalIncrease',
    '2018-06-01',
    {
      company_id: id,
      old_capital: '7000000',
      new_capital: '14000000',
      currency: 'usd',
      served: '协调登记',
      confirmation: '确认函',
      evidence: '变更登记通知书',
    },
    { code: 'ZZ-USD' },
  )
  const counted = async () => BigInt((await value('capital_assisted'))?.replace('.', '') ?? '0') - before
  expect(await toldOf(at, increase, '2018-06-01')).toEqual(['R-S9-05 warn'])
  expect(await counted()).toBe(0n)
  const convert = (rate: string) =>
    at.happen('capitalIncrease', increase, 'converted', '2018-06-02', {
      currency: 'usd',
      rate,
      rate_on: '2018-06-01',
    })
  expect((await refused(() => convert('about 7'))).words).toContain('不是折算率')
  expect((await refused(() => convert('0.000'))).words).toContain('不是折算率')
  await convert('０6.4078000')
  expect((await at.load('capitalIncrease', increase))?.spells.at(-1)?.attributes['rate']).toBe('6.4078')
  expect(await toldOf(at, increase, '2018-06-02')).toEqual([])
  expect(await counted()).toBe(700_000_000n)
})
