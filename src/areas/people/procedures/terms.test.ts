import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Day, day } from '../../../platform/values/day.ts'
import { seeing } from '../testing/ask.ts'
import { electionDesk } from '../testing/election-desk.ts'
import {
  type ElectionOffice,
  openElectionOffice,
  planElection,
  takeSteps,
} from '../testing/election-office.ts'
import { peopleProcedures } from './procedures.ts'

let office: ElectionOffice
let desk: ReturnType<typeof electionDesk>
beforeAll(async () => {
  office = await openElectionOffice()
  desk = electionDesk(office.at)
}, 180_000)
afterAll(() => office.at.close())

const ask = async (
  asOf: string,
  { in: place = null, ...more }: { node?: string; knownAt?: string; in?: string | null } = {},
) => {
  const { database, records } = office.at
  const input = { asOf: asOf as Day, ...more }
  return await call(peopleProcedures(database, records.place).terms, input, seeing(office.at, place))
}
const of = async (asOf: string, organisation = office.organisation) =>
  (await ask(asOf)).terms.find(({ id }) => id === organisation)

// Both committees were elected on 20 June 2015 for three years.
test('a term is told from a year before it ends on, and stays until it is renewed', async () => {
  expect((await ask('2017-06-19')).terms).toEqual([])
  expect(await of('2017-06-20')).toMatchObject({
    from: '2015-06-20',
    until: '2018-06-20',
    daysLeft: 365,
    termNo: null,
    election: null,
    // By practice six, four and two months before June.
    due: { remind: '2017-12-31', request: '2018-02-28', nominees: '2018-04-30', meeting: '2018-06-20' },
  })
  expect((await of('2018-06-20'))?.daysLeft).toBe(0)
  expect((await of('2019-06-21'))?.daysLeft).toBe(-366)
})

test('the office’s own lead times set the days', async () => {
  const { at } = office
  const known = String(await at.head())
  await at.establish('leadTime', '2018-01-01', { months: '3' }, { name: '请示', step: 'request' })
  expect((await of('2018-01-01'))?.due).toMatchObject({ remind: '2017-12-31', request: '2018-03-31' })
  const before = (await ask('2018-01-01', { knownAt: known })).terms
  expect(before.map(({ due }) => due.request)).toEqual(['2018-02-28', '2018-02-28'])
})

test('an organisation that elects and of which no term is recorded is counted, one that has none is not', async () => {
  const { at, community } = office
  const found = (kind: string, code: string) =>
    at.establish(
      'organisation',
      '2016-01-01',
      {
        name: code,
        kind,
        founded_in: 'unit',
        parent_id: office.organisation,
        seat_id: community,
        unit_id: null,
      },
      { code },
    )
  expect((await ask('2018-01-01')).unrecorded).toBe(0)
  await found('631', 'DZZ-0003')
  await found('931', 'DZZ-0004')
  expect((await ask('2018-01-01')).unrecorded).toBe(1)
})

test('who sees one community sees its terms alone, and a community that is asked for answers for itself', async () => {
  const { at, street, community, organisation, other } = office
  const second = await at.establish(
    'place',
    '2000-01-01',
    { name: '第二社区', code: '350206005024', parent_id: street },
    { kind: 'community' },
  )
  const elsewhere = await at.establish(
    'organisation',
    '2010-01-01',
    {
      name: '第二社区党委',
      kind: '611',
      founded_in: 'community',
      parent_id: null,
      seat_id: second,
      unit_id: null,
      term_from: '2015-01-20',
      term_years: '3',
    },
    { code: 'DZZ-0009' },
  )
  const ids = async (more: object) => (await ask('2018-01-01', more)).terms.map(({ id }) => id)
  expect((await ids({}))[0]).toBe(elsewhere)
  expect(new Set(await ids({}))).toEqual(new Set([elsewhere, organisation, other]))
  expect(await ids({ node: second })).toEqual([elsewhere])
  expect(await ids({ in: second })).toEqual([elsewhere])
  expect(new Set(await ids({ in: community }))).toEqual(new Set([organisation, other]))
  await expect(ask('2018-01-01', { in: community, node: second })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
})

test('an election under way is told with its last step, moves the times to its plan, and ends with the term', async () => {
  const { at, organisation, person } = office
  const election = await planElection(office, 'XJ-T', { planned_on: '2018-08-10' })
  expect(await of('2018-01-09')).toMatchObject({ election: null })
  expect(await of('2018-01-10')).toMatchObject({
    election: { id: election, code: 'XJ-T', step: 'planned', plannedOn: '2018-08-10' },
    due: { remind: '2018-02-28', request: '2018-05-31', nominees: '2018-06-30', meeting: '2018-08-10' },
  })
  await takeSteps(office, election)
  expect((await of('2018-04-12'))?.election?.step).toBe('candidates_requested')
  const committee = await desk.prepare(election, {
    contest: 'committee',
    seats: 3,
    candidates: ['丁', '王', '李', '陈'].map(person),
  })
  await desk.count(committee, {
    on: '2018-06-20',
    ballots: [50, 50, 50, 50, 0],
    votes: { [person('丁')]: 40, [person('王')]: 38, [person('李')]: 10, [person('陈')]: 36 },
  })
  const secretary = await desk.prepare(
    election,
    { contest: 'secretary', seats: 1, candidates: [person('王')] },
    '2018-06-20',
  )
  await desk.count(secretary, {
    on: '2018-06-20',
    ballots: [3, 3, 3, 3, 0],
    votes: { [person('王')]: 3 },
  })
  await at.happen('election', election, 'reported', '2018-06-22')
  await desk.confirm(election, '2018-07-02')
  expect(await of('2018-07-02')).toBeUndefined()
  expect((await of('2018-07-02', office.other))?.daysLeft).toBe(-12)
  // The term of June 2018 is one of three years, and of the number that the election gave it.
  expect(await of('2020-06-20')).toMatchObject({ until: '2021-06-20', termNo: 3, election: null })
  expect((await of('2020-06-20'))?.id).toBe(organisation)
  const period = { from: day('2018-06-01'), through: day('2018-06-30') }
  const value = async (figure: string) => (await at.value({ figure, node: office.street, period })).value
  expect(await value('people.terms_renewed_in_time')).toBe('1')
  expect(await value('people.terms_not_renewed')).toBe('1')
})
