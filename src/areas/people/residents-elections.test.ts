import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clerk } from '../../platform/testing/office.ts'
import { toldOf } from '../../platform/testing/told-of.ts'
import { refused } from './testing/refused.ts'
import {
  openResidentsOffice,
  planResidents,
  type ResidentsOffice,
  residentsStepDays,
  takeResidentsSteps,
} from './testing/residents-desk.ts'

const minutes = 60_000
let office: ResidentsOffice
beforeAll(async () => {
  office = await openResidentsOffice()
}, 3 * minutes)
afterAll(() => office.at.close())

const happen = (id: string, act: string, on: string, sets: Readonly<Record<string, string>> = {}) =>
  office.at.happen('residentsElection', id, act, on, sets)
const wordsOf = async (act: () => Promise<unknown>) => (await refused(act)).words

const lives = async () => {
  const { at, community } = office
  const { rows } = await at.database.query(at.whole, {
    name: 'lives of community posts',
    text: `select left(p.name, 1), s.post, s.gained, s.valid_from, s.valid_to, s.won_on from people.community_post_spell s
      join people.person p on p.office_id = s.office_id and p.id = s.person_id
      where s.place_id = $1::uuid order by s.valid_from, s.post, p.name collate "C"`,
    values: [community],
  })
  return rows.map((row) => row.map((value) => value ?? '-').join(' '))
}

/** Director, deputy and three members, all of them elected in the first vote of 20 June 2026. */
async function count(election: string): Promise<void> {
  const director = await office.prepare(election, 'director', 1, '王丁')
  await office.count(director, { 王: 500, 丁: 300 })
  const deputy = await office.prepare(election, 'deputy', 1, '陈丁')
  await office.count(deputy, { 陈: 500, 丁: 300 })
  const members = await office.prepare(election, 'member', 3, '李林黄张')
  await office.count(members, { 李: 600, 林: 610, 黄: 620, 张: 100 }, { proxies: 30, mostProxies: 3 })
}

describe('the steps', () => {
  test('each waits for the one before it, by the article that orders it', async () => {
    const election = await planResidents(office, 'JW-1')
    const states = async () =>
      (await office.view(election)).steps.map(({ step, state }) => `${step} ${state}`)
    expect(await states()).toEqual([
      'planned done',
      'committee_chosen next',
      'list_published locked',
      'candidates_checked later',
      'relatives_checked later',
      'held locked',
      'announced locked',
      'confirmed locked',
      'handed_over locked',
    ])
    const { steps } = await office.view(election)
    const why = steps.find(({ step }) => step === 'held')?.reasons ?? []
    expect(why.map(({ basis }) => basis?.zh.match(/第[^条]+条/)?.[0])).toEqual([
      '第十七条',
      '第十六条',
      '第八条',
    ])
    expect(
      await wordsOf(() => happen(election, 'list_published', '2026-05-20', { voters: '1000' })),
    ).toContain('“公布选民名单”之前应当先有“推选选举委员会”')
    await takeResidentsSteps(office, election, 'list_published')
    expect((await office.view(election)).voters).toBe(1000)
    expect(await wordsOf(() => happen(election, 'held', '2026-06-20'))).toContain('核对近亲属回避')
  })

  test('the voter list is out for twenty days, and nobody may override it', async () => {
    const election = await planResidents(office, 'JW-2')
    for (const [step, on, sets] of residentsStepDays.slice(0, 4))
      await happen(election, step, step === 'list_published' ? '2026-05-21' : on, sets)
    const words = await wordsOf(() => happen(election, 'held', '2026-06-09'))
    expect(words).toContain('选举日不得早于2026-06-10')
    await happen(election, 'held', '2026-06-10')
  })

  test('objections come within five days and are decided before the election', async () => {
    const election = await planResidents(office, 'JW-3')
    const objected = (on: string) => happen(election, 'objected', on, { objections: '2' })
    await takeResidentsSteps(office, election, 'list_published')
    expect(await wordsOf(() => objected('2026-05-26'))).toContain('应自公布之日起5日内提出')
    await objected('2026-05-25')
    for (const [step, on, sets] of residentsStepDays.slice(2, 4)) await happen(election, step, on, sets)
    expect(await wordsOf(() => happen(election, 'held', '2026-06-20'))).toContain('2026-05-25收到的异议')
    await happen(election, 'objections_decided', '2026-05-29')
    await happen(election, 'held', '2026-06-20')
    const { objections, findings } = await office.view(election)
    expect(objections).toEqual([{ on: '2026-05-25', count: 2, decidedOn: '2026-05-29' }])
    expect(findings.map(({ rule }) => rule)).toEqual(['R-S4-23-DECIDE'])
  })

  test('a committee has five to nine members, and women among those who stand', async () => {
    expect(await wordsOf(() => planResidents(office, 'JW-4', { seats: '4' }))).toContain('应为5至9人')
    const election = await planResidents(office, 'JW-4')
    await takeResidentsSteps(office, election, 'relatives_checked')
    await office.prepare(election, 'member', 3, '丁李黄张')
    expect(await wordsOf(() => happen(election, 'held', '2026-06-20'))).toContain('候选人中没有妇女')
  })

  test('before the revised law the steps wait for nothing and no count is turned into posts', async () => {
    const { at, community } = office
    const planned = { kind: 'term', seats: '3', mode: 'voters', planned_on: '2025-12-20' }
    const election = await at.establish(
      'residentsElection',
      '2025-10-01',
      { place_id: community, ...planned },
      { code: 'JW-5' },
    )
    await happen(election, 'held', '2025-12-20')
    const ballot = await office.prepare(election, 'director', 1, '王丁', { on: '2025-12-10' })
    await office.count(ballot, { 王: 700, 丁: 100 }, { on: '2025-12-20' })
    expect(await wordsOf(() => office.confirm(election, '2026-05-01'))).toContain('2026年1月1日前的投票')
    expect((await office.view(election)).calendar).toEqual([])
  })
})

describe('who stands', () => {
  test('is nominated by the Party organisation or by ten voters', async () => {
    const election = await planResidents(office, 'JW-10')
    const nine = () => office.prepare(election, 'director', 1, '王丁', { nominators: 9 })
    expect(await wordsOf(nine)).toContain('由9名选民联名提名，至少需要10名')
    await office.prepare(election, 'director', 1, '王丁', { nominators: 10 })
    const { ballots } = await office.view(election)
    expect(ballots[0]?.contenders.map(({ name, nominators }) => [name.slice(0, 1), nominators])).toEqual([
      ['丁', 10],
      ['王', 10],
    ])
  })

  test('neither runs the election nor counts in it, whichever is recorded first', async () => {
    const election = await planResidents(office, 'JW-11')
    const choose = (surname: string, role: string) =>
      office.at.establish('residentsOfficer', '2026-05-20', {
        person_id: office.person(surname),
        election_id: election,
        role,
      })
    await choose('蔡', 'committee_chair')
    await choose('张', 'teller')
    expect(await wordsOf(() => office.prepare(election, 'director', 1, '王蔡'))).toContain(
      '应当退出选举委员会',
    )
    expect(await wordsOf(() => office.prepare(election, 'director', 1, '王张'))).toContain('既是候选人')
    await office.prepare(election, 'director', 1, '王丁')
    expect(await wordsOf(() => choose('丁', 'committee_member'))).toContain('应当退出选举委员会')
    expect(await wordsOf(() => choose('王', 'scrutineer'))).toContain('既是候选人')
  })

  test('goes by the strokes of the surname, and by hand where somebody is moved', async () => {
    const election = await planResidents(office, 'JW-12')
    const ballot = await office.prepare(election, 'member', 3, '陈李丁王')
    const contenders = async () => (await office.view(election)).ballots[0]?.contenders ?? []
    const [one, two, three, four] = (await contenders()).map(({ candidacy }) => candidacy)
    await office.place(ballot, [one, three, two, four] as string[])
    expect(
      (await contenders()).map(({ name, movedByHand }) => `${name[0]}${movedByHand ? '*' : ''}`),
    ).toEqual(['丁', '李*', '王*', '陈'])
  })
})

describe('the count', () => {
  test('proxies are totals, of which one holder has three at most', async () => {
    const election = await planResidents(office, 'JW-20')
    const ballot = await office.prepare(election, 'director', 1, '王丁')
    const four = { proxies: 10, mostProxies: 4 }
    expect(await wordsOf(() => office.count(ballot, { 王: 500, 丁: 300 }, four))).toContain('不得超过3人')
    await office.count(ballot, { 王: 500, 丁: 300 }, { proxies: 10, mostProxies: 3 })
    expect((await office.view(election)).ballots[0]?.figures).toMatchObject({ proxies: 10, mostProxies: 3 })
  })

  test('is announced on its day, and told where it was not', async () => {
    const election = await planResidents(office, 'JW-23')
    await takeResidentsSteps(office, election, 'relatives_checked')
    await count(election)
    await happen(election, 'held', '2026-06-21')
    await happen(election, 'announced', '2026-06-22')
    expect(await toldOf(office.at, election, '2026-06-23')).toEqual([
      ...Array.from({ length: 3 }, () => 'R-S4-21-DAY warn'),
      'R-S4-21-DAY warn',
    ])
  })

  test('as many candidates as seats is refused, and no override lifts it', async () => {
    const election = await planResidents(office, 'JW-21')
    const ballot = await office.prepare(election, 'director', 1, '王')
    const counted = (rules: readonly string[]) => () => office.count(ballot, { 王: 500 }, { rules })
    expect(await wordsOf(counted([]))).toContain('候选人至少2人')
    expect(await wordsOf(counted(['R-S4-01-RC-SURPLUS']))).toContain('R-S4-01-RC-SURPLUS')
  })

  test('what it does not decide cannot be confirmed', async () => {
    const election = await planResidents(office, 'JW-22', { kind: 'by_election', seats: '1' })
    const why = () => wordsOf(() => office.confirm(election))
    expect(await why()).toContain('还没有登记投票')
    const first = await office.prepare(election, 'member', 1, '丁黄')
    expect(await why()).toContain('尚未计票')
    await office.count(first, { 丁: 300, 黄: 100 }, { participants: 500 })
    expect(await why()).toContain('选举无效，应重新投票')
    await office.count(first, { 丁: 400, 黄: 400 }, { correcting: true })
    expect(await why()).toContain('尚缺1名')
    const second = await office.prepare(election, 'member', 1, '丁黄', { vote: 'run_off', on: '2026-06-20' })
    await office.count(second, { 丁: 199, 黄: 198 }, { participants: 600, on: '2026-06-21' })
    expect(await why()).toContain('尚缺1名')
    await office.count(
      second,
      { 丁: 200, 黄: 198 },
      { participants: 600, on: '2026-06-21', correcting: true },
    )
    expect((await office.view(election)).outcome.posts.map(({ post }) => post)).toEqual(['committee_member'])
  })
})

describe('confirmation', () => {
  test('by another person than who counted, after the result was announced, with a woman in it', async () => {
    const election = await planResidents(office, 'JW-30')
    await takeResidentsSteps(office, election, 'held')
    await count(election)
    const { steps } = await office.view(election)
    expect(steps.find(({ step }) => step === 'announced')?.state).toBe('next')
    expect(await wordsOf(() => office.confirm(election))).toContain('公开计票、当场公布')
    await happen(election, 'announced', '2026-06-20')
    expect(await refused(() => office.confirm(election, '2026-06-22', clerk))).toMatchObject({
      code: 'FORBIDDEN',
    })
    const { ballots, outcome } = await office.view(election)
    expect(outcome.posts.map(({ name, post }) => `${name[0]} ${post}`)).toEqual([
      '王 committee_director',
      '陈 committee_deputy',
      '李 committee_member',
      '林 committee_member',
      '黄 committee_member',
    ])
    const votesOf = (contest: string, votes: Readonly<Record<string, number>>) =>
      office.count(ballots.find((ballot) => ballot.contest === contest)?.id as string, votes, {
        correcting: true,
      })
    await votesOf('deputy', { 陈: 300, 丁: 500 })
    await votesOf('member', { 李: 600, 林: 100, 黄: 620, 张: 610 })
    expect(await wordsOf(() => office.confirm(election))).toContain('当选成员中没有妇女')
  })

  test('the outcome becomes posts in one change, can be undone, and takes the hand-over alone', async () => {
    const before = await lives()
    const { at } = office
    const election = await planResidents(office, 'JW-31')
    await takeResidentsSteps(office, election, 'held')
    await count(election)
    await happen(election, 'announced', '2026-06-20')
    const preview = await office.preview(election)
    expect(await lives()).toEqual(before)
    expect(preview.stopped).toEqual([])
    const head = await at.head()
    const done = await office.confirm(election)
    expect(await at.head()).toBe(head + 1n)
    expect(preview.posts).toEqual(done.posts)
    expect(done.term).toMatchObject({ from: '2026-06-20', years: 5, until: '2031-06-20' })
    const elected = [
      '王 committee_director elected 2021-06-20 2026-06-20 2021-06-20',
      '林 committee_member elected 2021-06-20 2026-06-20 2021-06-20',
      '陈 committee_deputy elected 2026-06-20 - 2026-06-20',
      '王 committee_director elected 2026-06-20 - 2026-06-20',
      '李 committee_member elected 2026-06-20 - 2026-06-20',
      '林 committee_member elected 2026-06-20 - 2026-06-20',
      '黄 committee_member elected 2026-06-20 - 2026-06-20',
    ]
    expect(await lives()).toEqual([
      '李 committee_deputy elected 2021-06-20 2026-06-20 2021-06-20',
      ...elected,
    ])
    for (const [act, sets] of [
      ['replanned', { seats: '6' }],
      ['cancelled', {}],
    ] as const)
      expect(await refused(() => happen(election, act, '2026-07-01', sets))).toMatchObject({
        code: 'CONFLICT',
      })
    expect(await toldOf(at, election, '2026-06-30')).toEqual([])
    expect(await toldOf(at, election, '2026-07-01')).toEqual(['R-S4-22 statutory'])
    expect((await office.previewUndo(election)).counts).toMatchObject({ kept: 0 })
    await office.undo(election)
    expect(await lives()).toEqual(before)
    await office.confirm(election)
    await happen(election, 'handed_over', '2026-06-30')
    expect((await office.view(election)).findings).toEqual([])
    expect((await office.view(election)).steps.every(({ state }) => state === 'done')).toBe(true)
    expect((await refused(() => office.undo(election))).code).toBe('CONFLICT')
  })

  test('a by-election adds a member and ends nothing', async () => {
    const before = await lives()
    const election = await planResidents(office, 'JW-32', {
      kind: 'by_election',
      seats: '1',
      planned_on: '2026-09-20',
    })
    for (const [step, on, sets] of residentsStepDays.slice(0, 4)) await happen(election, step, on, sets)
    const ballot = await office.prepare(election, 'member', 1, '张丁', { on: '2026-09-01' })
    await office.count(ballot, { 张: 500, 丁: 300 }, { on: '2026-09-20' })
    for (const step of ['held', 'announced']) await happen(election, step, '2026-09-20')
    expect((await office.confirm(election, '2026-09-21')).term).toBeNull()
    expect(await toldOf(office.at, election, '2026-09-22')).toEqual([])
    expect(await lives()).toEqual([...before, '张 committee_member by_elected 2026-09-20 - 2026-09-20'])
  })
})

test('no voter, proxy holder or ballot can be kept: no column could name one', async () => {
  const { rows } = await office.at.database.query(office.at.whole, {
    name: 'columns of residents’ elections',
    text: `select c.relname || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace = 'people'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
      and a.atttypid = 'uuid'::regtype and c.relname ~ '^residents_' and a.attname not in
        ('id', 'record_id', 'deed_id', 'place_id', 'scope_place_id') order by 1`,
    values: [],
  })
  expect(rows.map(([name]) => name)).toEqual([
    'residents_ballot_spell.election_id',
    'residents_candidacy_spell.ballot_id',
    'residents_candidacy_spell.person_id',
    'residents_officer_spell.election_id',
    'residents_officer_spell.person_id',
  ])
})
