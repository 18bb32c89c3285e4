import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import { clerk } from '../../platform/testing/office.ts'
import { electionDesk, type WrittenCount } from './testing/election-desk.ts'
import {
  type ElectionOffice,
  openElectionOffice,
  planElection,
  takeSteps,
} from './testing/election-office.ts'
import { refused } from './testing/refused.ts'

const minutes = 60_000
let office: ElectionOffice
let desk: ReturnType<typeof electionDesk>
beforeAll(async () => {
  office = await openElectionOffice()
  desk = electionDesk(office.at)
}, 3 * minutes)
afterAll(() => office.at.close())

const all = ['丁', '王', '李', '陈'] as const
const ids = (surnames: readonly string[]) => surnames.map((surname) => office.person(surname))
const votes = (by: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(by).map(([surname, count]) => [office.person(surname), count]))
const full: WrittenCount['ballots'] = [50, 50, 50, 50, 0]

/** Three of four elected to the committee, and its secretary, on 20 June 2018. */
async function count(election: string): Promise<{ committee: string; secretary: string }> {
  const committee = await desk.prepare(election, { contest: 'committee', seats: 3, candidates: ids(all) })
  await desk.count(committee, {
    on: '2018-06-20',
    ballots: full,
    votes: votes({ 丁: 40, 王: 38, 李: 10, 陈: 36 }),
  })
  const secretary = await desk.prepare(
    election,
    { contest: 'secretary', seats: 1, candidates: ids(['王']) },
    '2018-06-20',
  )
  await desk.count(secretary, { on: '2018-06-20', ballots: [3, 3, 3, 3, 0], votes: votes({ 王: 3 }) })
  return { committee, secretary }
}

const lives = async () => {
  const { at, organisation } = office
  const { rows } = await at.database.query(at.whole, {
    name: 'lives of posts',
    text: `select left(p.name, 1), s.post, s.gained, s.valid_from, s.valid_to, s.won_on from people.party_post_spell s
      join people.person p on p.office_id = s.office_id and p.id = s.person_id
      where s.organisation_id = $1::uuid order by s.valid_from, s.post, p.name collate "C"`,
    values: [organisation],
  })
  return rows.map((row) => row.map((value) => value ?? '-').join(' '))
}

describe('the steps', () => {
  test('each waits for the one before it, in the words of a rule', async () => {
    const election = await planElection(office, 'XJ-1')
    const { code, words } = await refused(() => office.at.happen('election', election, 'held', '2018-06-20'))
    expect(code).toBe('RULE')
    expect(words).toContain('“召开选举会议”之前应当先有“批复候选人预备人选”')
    const states = async () => (await desk.view(election)).steps.map(({ step, state }) => `${step} ${state}`)
    expect(await states()).toEqual([
      'planned done',
      'requested next',
      'approved locked',
      'candidates_requested locked',
      'candidates_approved locked',
      'held locked',
      'reported locked',
      'confirmed locked',
    ])
    await office.at.happen('election', election, 'requested', '2018-02-10')
    expect((await states()).slice(1, 4)).toEqual([
      'requested done',
      'approved next',
      'candidates_requested locked',
    ])
    const { steps } = await desk.view(election)
    expect(steps.find(({ step }) => step === 'held')?.reasons[0]?.basis?.zh).toContain('工作惯例')
    await office.at.happen('election', election, 'cancelled', '2018-03-01')
    expect((await desk.view(election)).ended).toEqual({ kind: 'cancelled', on: '2018-03-01' })
  })

  test('a step that is dated before the one it follows is refused', async () => {
    const election = await planElection(office, 'XJ-2')
    await office.at.happen('election', election, 'requested', '2018-02-10')
    const { code, words } = await refused(() =>
      office.at.happen('election', election, 'approved', '2018-02-09'),
    )
    expect(code).toBe('RULE')
    expect(words).toContain('日期在后')
    await office.at.happen('election', election, 'approved', '2018-02-10')
  })

  test('an election a year after the term ran out is judged by the rules of its own day', async () => {
    const election = await planElection(office, 'XJ-3', { planned_on: '2019-07-01' })
    for (const step of ['requested', 'approved', 'candidates_requested', 'candidates_approved'])
      await office.at.happen('election', election, step, '2019-05-01')
    const { words } = await refused(() => office.at.happen('election', election, 'held', '2019-07-01'))
    expect(words).toContain('延期超过一年')
    expect(words).toContain('没有上级批准延期的文号')
  })
})

describe('the list', () => {
  test('goes by the strokes of the surname, and by hand where somebody moves it', async () => {
    const election = await planElection(office, 'XJ-4')
    const ballot = await desk.prepare(election, {
      contest: 'committee',
      seats: 3,
      candidates: ids(['陈', '李', '丁', '王']),
    })
    const shown = async () =>
      (await desk.view(election)).ballots[0]?.contenders.map(
        ({ name, movedByHand }) => `${name.slice(0, 1)}${movedByHand ? '*' : ''}`,
      )
    expect(await shown()).toEqual(['丁', '王', '李', '陈'])
    const { ballots } = await desk.view(election)
    const [one, two, three, four] = (ballots[0]?.contenders ?? []).map(({ candidacy }) => candidacy) as [
      string,
      string,
      string,
      string,
    ]
    expect(await desk.place(ballot, [one, three, two, four])).toMatchObject({ moved: 2 })
    expect(await shown()).toEqual(['丁', '李*', '王*', '陈'])
    expect(await refused(() => desk.place(ballot, [one, two, three]))).toMatchObject({ code: 'INVALID' })
  })

  test('too few candidates for the surplus are said under the regulations of 2020 and not under those of 1990', async () => {
    const election = await planElection(office, 'XJ-5')
    const ballot = await desk.prepare(election, {
      contest: 'committee',
      seats: 3,
      candidates: ids(['丁', '王', '李']),
    })
    const counted = { ballots: full, votes: votes({ 丁: 40, 王: 38, 李: 30 }) }
    const { words } = await refused(() => desk.count(ballot, { ...counted, on: '2020-07-13' }))
    expect(words).toContain('差额不少于20%')
    expect(await desk.count(ballot, { ...counted, on: '2020-07-12' })).toMatchObject({ findings: [] })
  })

  test('a scrutineer is no candidate, whichever is recorded first (R-S4-03)', async () => {
    const election = await planElection(office, 'XJ-6')
    const choose = (surname: string) =>
      office.at.establish('officer', '2018-06-12', {
        person_id: office.person(surname),
        election_id: election,
        role: 'scrutineer',
      })
    await choose('蔡')
    const withScrutineer = () =>
      desk.prepare(election, { contest: 'committee', seats: 3, candidates: ids([...all, '蔡']) })
    expect((await refused(withScrutineer)).words).toContain('“蔡示例”既是候选人，又是监票人')
    await desk.prepare(election, { contest: 'committee', seats: 3, candidates: ids(all) })
    expect((await refused(() => choose('丁'))).words).toContain('“丁示例”既是候选人，又是监票人')
  })

  test('who is no full member of the organisation cannot be elected (R-S4-02)', async () => {
    const election = await planElection(office, 'XJ-7')
    const candidates = [...ids(['丁', '王', '李']), office.outsider]
    const ballot = await desk.prepare(election, { contest: 'committee', seats: 3, candidates })
    const counted = {
      on: '2018-06-20',
      ballots: full,
      votes: { ...votes({ 丁: 40, 王: 38, 李: 30 }), [office.outsider]: 5 },
    }
    expect((await refused(() => desk.count(ballot, counted))).words).toContain('“外示例”不在有被选举权')
    await desk.count(ballot, counted, ['R-S4-02'])
  })
})

describe('confirmation', () => {
  test('what the count does not decide cannot be confirmed, whoever asks', async () => {
    const election = await planElection(office, 'XJ-8')
    await takeSteps(office, election)
    const ballot = await desk.prepare(election, { contest: 'committee', seats: 3, candidates: ids(all) })
    const why = async () => (await refused(() => desk.confirm(election, '2018-06-25'))).words
    expect(await why()).toContain('尚未计票')
    const by = (
      ballots: WrittenCount['ballots'],
      of: Readonly<Record<string, number>>,
      correcting = true,
    ) => ({
      on: '2018-06-20',
      ballots,
      votes: votes(of),
      correcting,
    })
    const few: WrittenCount['ballots'] = [50, 39, 39, 39, 0]
    await desk.count(ballot, by(few, { 丁: 30, 王: 30, 李: 5, 陈: 30 }, false))
    expect(await why()).toContain('不足应到会的五分之四')
    await desk.count(ballot, by([50, 50, 50, 51, 0], { 丁: 40, 王: 38, 李: 10, 陈: 36 }))
    expect(await why()).toContain('收回的选票多于发出的选票')
    await desk.count(ballot, by(full, { 丁: 40, 王: 38, 李: 36, 陈: 36 }), ['R-S4-01-VOTES'])
    expect(await why()).toContain('再次投票')
    await desk.count(ballot, by(full, { 丁: 40, 王: 38, 李: 10, 陈: 20 }))
    expect(await why()).toContain('尚缺1名')
    const words = await why()
    expect(words).toContain('还没有登记书记的投票')
    await office.at.happen('election', election, 'reported', '2018-06-21')
  })

  test('under the regulations of 2020 a vote between the two lines waits for a ruling with its number', async () => {
    const election = await planElection(office, 'XJ-9', {
      kind: 'by_election',
      seats: '1',
      planned_on: '2021-06-18',
    })
    const ballot = await desk.prepare(
      election,
      { contest: 'committee', seats: 1, candidates: ids(['黄', '张']) },
      '2021-06-10',
    )
    await desk.count(ballot, {
      on: '2021-06-18',
      ballots: [50, 44, 44, 44, 0],
      votes: votes({ 黄: 24, 张: 10 }),
    })
    expect((await refused(() => desk.confirm(election, '2021-06-30'))).words).toContain('请报上级党组织裁定')
    await refused(() => office.at.happen('ballot', ballot, 'ruled', '2021-06-25', { ruling: 'present' }))
    expect((await refused(() => desk.confirm(election, '2021-06-30'))).words).toContain('请报上级党组织裁定')
  })

  test('who recorded the count does not confirm it, nor who corrected it', async () => {
    const election = await planElection(office, 'XJ-10')
    await takeSteps(office, election)
    await count(election)
    await office.at.happen('election', election, 'reported', '2018-06-21')
    expect(await refused(() => desk.confirm(election, '2018-06-25', { actor: clerk }))).toMatchObject({
      code: 'FORBIDDEN',
    })
    const second = { id: 'second', name: '第二人' }
    const { ballots } = await desk.view(election)
    const secretary = ballots.find(({ contest }) => contest === 'secretary')?.id as string
    await desk.count(
      secretary,
      { on: '2018-06-20', ballots: [3, 3, 3, 3, 0], votes: votes({ 王: 2 }), correcting: true },
      [],
      second,
    )
    for (const actor of [clerk, second])
      expect(await refused(() => desk.confirm(election, '2018-06-25', { actor }))).toMatchObject({
        code: 'FORBIDDEN',
      })
    expect((await desk.view(election, clerk)).ownCount).toBe(true)
    expect((await desk.view(election)).ownCount).toBe(false)
    await desk.preview(election, '2018-06-25')
  })

  test('the outcome becomes posts and a term in one change, once, and can be undone', async () => {
    const before = await lives()
    const { at, organisation } = office
    const election = await planElection(office, 'XJ-11')
    await takeSteps(office, election)
    await count(election)
    await at.happen('election', election, 'reported', '2018-06-21')
    const preview = await desk.preview(election, '2018-06-25')
    expect(await lives()).toEqual(before)
    const head = await at.head()
    const asked = {
      key: newId(),
      fullTime: ids(['王']),
      version: await at.versionOf('election', election),
    }
    const done = await desk.confirm(election, '2018-06-25', asked)
    expect(await desk.confirm(election, '2018-06-25', asked)).toEqual(done)
    expect(await at.head()).toBe(head + 1n)
    expect(preview.posts).toEqual(done.posts)
    expect(preview.stopped).toEqual([])
    expect(done.term).toMatchObject({ from: '2018-06-20', years: 3, until: '2021-06-20' })
    expect(await lives()).toEqual([
      '李 deputy_secretary elected 2015-06-20 2018-06-20 2015-06-20',
      '林 member elected 2015-06-20 2018-06-20 2015-06-20',
      '陈 member elected 2015-06-20 2018-06-20 2015-06-20',
      '王 secretary elected 2015-06-20 2018-06-20 2015-06-20',
      '丁 member elected 2018-06-20 - 2018-06-20',
      '陈 member elected 2018-06-20 - 2018-06-20',
      '王 secretary elected 2018-06-20 - 2018-06-20',
    ])
    const term = (await at.load('organisation', organisation))?.spells.at(-1)?.attributes
    expect(term).toMatchObject({ term_from: '2018-06-20', term_years: '3' })
    expect((await desk.view(election)).ended).toEqual({ kind: 'confirmed', on: '2018-06-25' })
    const { ballots } = await desk.view(election)
    expect(
      await refused(() =>
        desk.count(ballots[0]?.id as string, {
          on: '2018-06-20',
          ballots: full,
          votes: votes({ 丁: 1, 王: 1, 李: 1, 陈: 1 }),
          correcting: true,
        }),
      ),
    ).toMatchObject({ code: 'CONFLICT' })
    expect((await desk.previewUndo(election)).counts).toEqual({ removed: 1, restored: 6, kept: 0 })
    await desk.undo(election)
    expect(await lives()).toEqual(before)
    expect((await at.load('organisation', organisation))?.spells.at(-1)?.attributes['term_from']).toBe(
      '2015-06-20',
    )
    expect((await desk.view(election)).ended).toBeNull()
    await desk.confirm(election, '2018-06-26')
    expect((await refused(() => desk.confirm(election, '2018-06-27'))).words).toContain('已于2018-06-26确认')
  })

  test('a by-election adds to the committee and ends nothing', async () => {
    const before = await lives()
    const election = await planElection(office, 'XJ-12', {
      kind: 'by_election',
      seats: '1',
      planned_on: '2021-06-18',
    })
    for (const step of ['requested', 'approved', 'candidates_requested', 'candidates_approved'])
      await office.at.happen('election', election, step, '2021-05-01')
    await office.at.happen('election', election, 'held', '2021-06-18')
    const ballot = await desk.prepare(
      election,
      { contest: 'committee', seats: 1, candidates: ids(['黄', '张']) },
      '2021-06-10',
    )
    await desk.count(ballot, { on: '2021-06-18', ballots: full, votes: votes({ 黄: 30, 张: 10 }) })
    await office.at.happen('election', election, 'reported', '2021-06-19')
    const done = await desk.confirm(election, '2021-06-30')
    expect(done.term).toBeNull()
    expect(await lives()).toEqual([...before, '黄 member by_elected 2021-06-18 - 2021-06-18'])
  })
})

test('no voter’s ballot can be kept: no column of ballots, candidacies or elections could name who cast one', async () => {
  const { rows } = await office.at.database.query(office.at.whole, {
    name: 'columns of elections',
    text: `select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'people'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.atttypid = 'uuid'::regtype and c.relname ~ '^(election|ballot|candidacy)' and a.attname not in
        ('id', 'record_id', 'deed_id', 'place_id', 'scope_place_id') order by 1`,
    values: [],
  })
  // A person is named as standing in a ballot or as watching over an election, and in no other way.
  expect(rows.map(([name]) => name)).toEqual([
    'ballot_spell.election_id',
    'candidacy_spell.ballot_id',
    'candidacy_spell.person_id',
    'election_officer_spell.election_id',
    'election_officer_spell.person_id',
    'election_spell.organisation_id',
  ])
  const tables = await office.at.database.query(office.at.whole, {
    name: 'tables that name a ballot',
    text: `select distinct k.conrelid::regclass::text from pg_constraint k
      where k.contype = 'f' and k.confrelid in ('people.ballot'::regclass, 'people.candidacy'::regclass) order by 1`,
    values: [],
  })
  expect(tables.rows.map(([name]) => name)).toEqual([
    'people.ballot_event',
    'people.ballot_spell',
    'people.candidacy_event',
    'people.candidacy_spell',
  ])
})
