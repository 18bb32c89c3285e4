import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import { performBulk } from '../../platform/records/bulk/perform-bulk.ts'
import { Refusal } from '../../platform/refusal.ts'
import { clerk } from '../../platform/testing/office.ts'
import { day } from '../../platform/values/day.ts'
import { electionDesk, type WrittenCount } from './testing/election-desk.ts'
import {
  type ElectionOffice,
  openElectionOffice,
  planElection,
  takeSteps,
} from './testing/election-office.ts'

let office: ElectionOffice
let desk: ReturnType<typeof electionDesk>
beforeAll(async () => {
  office = await openElectionOffice()
  desk = electionDesk(office.at)
}, 180_000)
afterAll(() => office.at.close())

const full: WrittenCount['ballots'] = [50, 50, 50, 50, 0]
const votes = (by: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(by).map(([surname, count]) => [office.person(surname), count]))
const committee = async (election: string) =>
  await desk.prepare(election, {
    contest: 'committee',
    seats: 3,
    candidates: ['丁', '王', '李', '陈'].map(office.person),
  })
const scrutineer = (election: string, surname: string) =>
  office.at.establish('officer', '2018-06-15', {
    person_id: office.person(surname),
    election_id: election,
    role: 'scrutineer',
  })

async function refusal(act: () => Promise<unknown>): Promise<string> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Refusal) return `${error.code} ${error.words.zh}`
    throw error
  }
  return 'done'
}

test('what belongs to a confirmed election stands as it is on its own pages too, until the confirmation is undone', async () => {
  const { at, person } = office
  const election = await planElection(office, 'XJ-S')
  await takeSteps(office, election)
  const ballot = await committee(election)
  await desk.count(ballot, {
    on: '2018-06-20',
    ballots: full,
    votes: votes({ 丁: 40, 王: 38, 李: 10, 陈: 36 }),
  })
  const secretary = await desk.prepare(
    election,
    { contest: 'secretary', seats: 1, candidates: [person('王')] },
    '2018-06-20',
  )
  await desk.count(secretary, { on: '2018-06-20', ballots: [3, 3, 3, 3, 0], votes: votes({ 王: 3 }) })
  const officer = await scrutineer(election, '蔡')
  await at.happen('election', election, 'reported', '2018-06-22')
  const candidacy = (await desk.view(election)).ballots
    .flatMap(({ contenders }) => contenders)
    .find(({ votes: own }) => own?.for === 10)?.candidacy as string
  const listed = async () => {
    const event = (await at.load('candidacy', candidacy))?.events[0]?.id ?? ''
    await at.correct('candidacy', candidacy, { id: event, sets: { way: 'write_in' }, neverWas: false })
  }
  const chosen = async () => {
    const event = (await at.load('officer', officer))?.events[0]?.id ?? ''
    await at.correct('officer', officer, { id: event, sets: { role: 'teller' }, neverWas: false })
  }
  const many = async () =>
    await performBulk(
      at.records,
      { scope: at.whole, actor: clerk },
      {
        type: 'people.candidacy',
        act: 'withdrew',
        onDate: day('2018-06-30'),
        documentNo: null,
        reason: null,
        sets: {},
        records: [{ id: candidacy, version: await at.versionOf('candidacy', candidacy) }],
        idempotencyKey: newId(),
        overrides: [],
      },
    )
  const everything = [
    listed,
    chosen,
    many,
    () => at.happen('candidacy', candidacy, 'withdrew', '2018-06-30'),
    () => at.happen('ballot', ballot, 'ruled', '2018-06-30', { ruling: 'present' }),
    () => at.happen('officer', officer, 'released', '2018-06-30'),
    () => at.remove('candidacy', candidacy),
    () => at.remove('officer', officer),
    () => scrutineer(election, '张'),
  ]
  await desk.confirm(election, '2018-06-25')
  for (const act of everything) expect(await refusal(act)).toMatch(/^CONFLICT .*选举结果已确认/)
  await desk.undo(election)
  expect(await refusal(chosen)).toBe('done')
  expect(await refusal(() => at.happen('officer', officer, 'released', '2018-06-30'))).toBe('done')
  expect(await refusal(listed)).toBe('done')
})

test('a cancelled election takes nothing more', async () => {
  const election = await planElection(office, 'XJ-C')
  await office.at.happen('election', election, 'cancelled', '2018-06-18')
  expect(await refusal(() => scrutineer(election, '蔡'))).toMatch(/^CONFLICT 这次选举已取消/)
})

test('what a count leaves open is offered: the ruling on a majority, and to do with fewer', async () => {
  const offered = async (
    code: string,
    plan: { on: string; ballots: WrittenCount['ballots'] },
    by: object,
  ) => {
    const election = await planElection(office, code, { planned_on: plan.on })
    await takeSteps(office, election)
    const ballot = await committee(election)
    expect((await desk.view(election)).ballots[0]?.offers).toEqual([])
    await desk.count(ballot, { ...plan, votes: votes(by as Record<string, number>) }, ['R-S4-01'])
    return { election, ballot, offers: (await desk.view(election)).ballots[0]?.offers }
  }
  const all = await offered('XJ-O1', { on: '2021-06-20', ballots: full }, { 丁: 40, 王: 38, 李: 10, 陈: 36 })
  expect(all.offers).toEqual([])
  const fewer = await offered('XJ-O2', { on: '2021-06-20', ballots: full }, { 丁: 40, 王: 38, 李: 10, 陈: 5 })
  expect(fewer.offers).toEqual(['settled_for_fewer'])
  await office.at.happen('ballot', fewer.ballot, 'settled_for_fewer', '2021-06-20', { settled: 'fewer' })
  expect((await desk.view(fewer.election)).ballots[0]?.offers).toEqual([])
  // Fifty due and forty-four present: twenty-four votes are over half of those present alone.
  const between = await offered(
    'XJ-O3',
    { on: '2021-06-20', ballots: [50, 44, 44, 44, 0] },
    { 丁: 40, 王: 38, 李: 4, 陈: 24 },
  )
  expect(between.offers).toEqual(['ruled'])
})
