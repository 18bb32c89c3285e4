import type { KyselyPlugin } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../platform/db/id.ts'
import { type Reader, read } from '../../platform/db/transaction.ts'
import type { Judging } from '../../platform/records/behaviour.ts'
import { findingsOn } from '../../platform/records/findings.ts'
import { recordEvent } from '../../platform/records/write.ts'
import { clerk } from '../../platform/testing/office.ts'
import { type Day, day } from '../../platform/values/day.ts'
import { organisationArea } from '../organisation/index.ts'
import { peopleArea } from './area.ts'
import { toldOf } from '../../platform/testing/told-of.ts'
import { openPeopleOffice, type PeopleOffice } from './testing/office.ts'
import { employ, foundStreet, register, takeUp, type TestStreet } from './testing/street.ts'

let at: PeopleOffice
let street: TestStreet
beforeAll(async () => {
  at = await openPeopleOffice()
  street = await foundStreet(at)
})
afterAll(() => at.close())

/** A branch of its own, so that no test counts another's members. */
let branches = 0
const found = (name: string, kind = '631', onDate = '2005-01-01', seat = street.communities[0]) =>
  at.establish(
    'organisation',
    onDate,
    { name, kind, founded_in: 'unit', seat_id: seat, parent_id: street.committees[0], unit_id: null },
    { code: `RULE-${(branches += 1)}` },
  )
const refusal = (rule: string) => ({
  code: 'RULE',
  data: { findings: [expect.objectContaining({ rule })] },
})

test('a branch is told of too few members by who is in it on the day, as it was known', async () => {
  const branch = await found('人少支部')
  const [one] = [await register(at, '2010-01-01', { branch }), await register(at, '2010-01-01', { branch })]
  await register(at, '2010-01-01', { branch, category: 'probationary' })
  const known = await at.head()
  expect(await toldOf(at, branch, '2018-10-27')).toEqual([])
  expect(await toldOf(at, branch, '2018-10-28')).toEqual(['R-S1-01 block'])
  await register(at, '2019-03-01', { branch })
  expect(await toldOf(at, branch, '2019-02-28')).toEqual(['R-S1-01 block'])
  expect(await toldOf(at, branch, '2019-03-01')).toEqual([])
  expect(await toldOf(at, branch, '2019-03-01', { known })).toEqual(['R-S1-01 block'])
  await at.happen('person', one as string, 'membership_ended', '2019-06-01', {
    branch_id: null,
    category: null,
    home_id: null,
    ending: 'transferred_out',
  })
  expect(await toldOf(at, branch, '2019-06-01')).toEqual(['R-S1-01 block'])
})

test('seven full members without a committee are told until one is elected', async () => {
  const branch = await found('七人支部')
  const people = []
  for (let nth = 0; nth < 7; nth += 1) people.push(await register(at, '2010-01-01', { branch }))
  await takeUp(at, '2019-01-01', people[0] as string, branch, { post: 'secretary' })
  expect(await toldOf(at, branch, '2019-06-30')).toEqual(['R-S1-04 warn'])
  await takeUp(at, '2019-07-01', people[1] as string, branch)
  await takeUp(at, '2019-07-01', people[2] as string, branch)
  expect(await toldOf(at, branch, '2019-06-30')).toEqual(['R-S1-04 warn'])
  expect(await toldOf(at, branch, '2019-07-01')).toEqual([])
})

test('a community’s term is told half a year before it ends, by what the organisation records', async () => {
  const [committee] = street.committees
  await at.happen('organisation', committee, 'term_began', '2018-06-20', {
    term_from: '2018-06-20',
    term_years: '3',
  })
  expect(await toldOf(at, committee, '2020-12-19')).toEqual([])
  expect(await toldOf(at, committee, '2020-12-20')).toEqual(['R-S1-11 inform'])
  expect(await toldOf(at, committee, '2022-06-21')).toEqual(['R-S4-06-OVERDUE warn'])
})

test('nobody is affiliated to a temporary branch or to one that has ended; what was so before the regulation stays', async () => {
  await register(at, '2018-10-27', { branch: street.temporary })
  await expect(register(at, '2018-10-28', { branch: street.temporary })).rejects.toMatchObject(
    refusal('R-S1-06-TEMPORARY'),
  )
  const gone = await found('已撤销支部')
  await at.happen('organisation', gone, 'dissolved', '2019-01-01', { cause: 'other' })
  await register(at, '2018-12-31', { branch: street.branches[0] })
  await expect(register(at, '2019-01-01', { branch: gone })).rejects.toMatchObject(refusal('R-S1-09-MEMBERS'))
  const late = await found('新支部', '631', '2019-01-01')
  await expect(register(at, '2018-12-31', { branch: late })).rejects.toMatchObject(refusal('R-S1-06-FOUNDED'))
})

test('two who are alike are told of each other, also within one write, until one is erased', async () => {
  const [branch] = street.branches
  const twin = { name: '同名人', birth: '1975-02' }
  const one = await register(at, '2012-01-01', { branch }, twin)
  expect(await toldOf(at, one, '2019-01-01')).toEqual([])
  const stored = await at.load('person', one)
  if (!stored) throw new Error('the person was entered')
  const type = at.typeOf('person')
  const copies = ['RY-T1', 'RY-T2'].map((code) => ({
    id: newId(),
    header: { ...stored.header, code, birth: '1975-02-11' },
    events: stored.events.map((event) => ({ ...event, id: newId() })),
  }))
  const findings = await at.write('import', async (writer) => await at.engine.save(writer, type, copies))
  expect(findings.map(({ rule, message }) => [rule, message.en.match(/RY-\w+/g)?.length])).toEqual([
    ['R-S1-06-SAME-PERSON', 2],
    ['R-S1-06-SAME-PERSON', 2],
  ])
  expect(await toldOf(at, one, '2019-01-01')).toEqual(['R-S1-06-SAME-PERSON warn'])
  const other = await register(at, '2012-01-01', { branch }, { name: '又同名人', birth: '1975-02' })
  const last = await register(at, '2012-01-01', { branch }, { name: '又同名人', birth: '1975-02' })
  expect(await toldOf(at, other, '2019-01-01')).toEqual(['R-S1-06-SAME-PERSON warn'])
  await at.erase('person', last)
  expect(await toldOf(at, other, '2019-01-01')).toEqual([])
})

test('two secretaries at once, and a committee in each of two communities, are told on either side', async () => {
  const [first, second] = street.committees
  const person = await register(at, '2010-01-01', { branch: street.branches[0] })
  const other = await register(at, '2010-01-01', { branch: street.branches[0] })
  const posts = [
    await takeUp(at, '2016-01-01', person, first, { post: 'secretary' }),
    await takeUp(at, '2016-01-01', other, first, { post: 'secretary' }),
    await takeUp(at, '2016-01-01', person, second),
  ]
  const told = async (asOf: string) => await Promise.all(posts.map((post) => toldOf(at, post, asOf)))
  expect(await told('2018-01-01')).toEqual([
    ['R-S1-04-SECRETARY warn', 'R-S4-COMMUNITY warn'],
    ['R-S1-04-SECRETARY warn'],
    ['R-S4-COMMUNITY warn'],
  ])
  await at.happen('partyPost', posts[0] as string, 'ended', '2018-02-01', { cause: 'resigned' })
  expect(await told('2018-02-01')).toEqual([[], [], []])
})

test('the same post in two communities takes a reason', async () => {
  const [north, south] = street.communities
  const person = await register(at, '2010-01-01', { home: north })
  await employ(at, '2016-01-01', person, north, 'social_worker')
  const again = (overrides: { rule: string; reason: string }[]) =>
    recordEvent(
      at.records,
      { scope: at.whole, actor: clerk },
      {
        type: 'people.community_post',
        reason: null,
        idempotencyKey: newId(),
        overrides,
        act: 'began',
        onDate: day('2017-01-01'),
        documentNo: null,
        header: {},
        sets: {
          person_id: person,
          place_id: south,
          post: 'social_worker',
          gained: 'employed',
          working_time: 'part_time',
        },
      },
    )
  await expect(again([])).rejects.toMatchObject(refusal('R-S5-01'))
  const { findings } = await again([{ rule: 'R-S5-01', reason: '街党工〔2017〕1号' }])
  expect(findings.map(({ rule }) => rule)).toEqual(['R-S5-01'])
})

test('a vacancy of more than thirty days is told of the community, to who sees it', async () => {
  const [north, south] = street.communities
  await at.establish('standard', '2018-01-01', { needed: '1' }, { name: '协理员', post: 'assistant' })
  const person = await register(at, '2010-01-01', { home: north })
  await employ(at, '2018-01-15', person, north, 'assistant')
  expect(await toldOf(at, south, '2018-01-31')).toEqual([])
  expect(await toldOf(at, south, '2018-02-01')).toEqual(['R-S5-04 inform'])
  expect(await toldOf(at, north, '2018-02-01')).toEqual([])
  const seen = (place: string) => ({ scope: { office: at.whole.office, places: [place] } })
  expect(await toldOf(at, south, '2018-02-01', seen(south))).toEqual(['R-S5-04 inform'])
  expect(await toldOf(at, south, '2018-02-01', seen(north))).toEqual([])
})

test('merged branches hand their members and posts over without a finding that refuses', async () => {
  const [a, b] = [await found('待合并甲支部'), await found('待合并乙支部')]
  const members = [
    await register(at, '2010-01-01', { branch: a }),
    await register(at, '2010-01-01', { branch: b }),
  ]
  const post = await takeUp(at, '2016-01-01', members[0] as string, a, { post: 'secretary' })
  await at.deed('organisation', 'merge', '2019-05-01', {
    ending: [a, b].map((id) => ({ id, sets: {} })),
    lasting: [],
    beginning: [
      {
        name: '合并后支部',
        header: { code: 'RULE-MERGED' },
        sets: {
          name: '合并后支部',
          kind: '631',
          founded_in: 'unit',
          seat_id: street.communities[0],
          parent_id: street.committees[0],
          unit_id: null,
        },
      },
    ],
    moves: [
      { type: 'person', id: members[0] as string, on: a, to: '合并后支部' },
      { type: 'person', id: members[1] as string, on: b, to: '合并后支部' },
      { type: 'partyPost', id: post, on: a, to: '合并后支部' },
    ],
  })
  for (const id of [...members, post]) expect(await toldOf(at, id, '2019-05-01')).toEqual([])
})

test('what is said of organisations and places names nobody', async () => {
  const open = [...at.engine.types.values()].map((type) => ({ type, scope: at.whole }))
  const all = await findingsOn(at.records, open, { asOf: '2019-06-30' as Day }, null)
  const judged = all.filter(({ record }) => record.type.startsWith('organisation.'))
  expect(judged.length).toBeGreaterThan(3)
  const { rows } = await at.database.query(at.whole, {
    name: 'names',
    text: 'select name from people.person where name is not null',
    values: [],
  })
  const names = rows.map(([name]) => name as string)
  expect(names.length).toBeGreaterThan(10)
  for (const { message } of judged)
    expect(names.filter((name) => message.zh.includes(name) || message.en.includes(name))).toEqual([])
})

/** This office holds none; their facts are read for one election at a time. */
const elections = [
  'people.election',
  'people.ballot',
  'people.candidacy',
  'people.election_officer',
  'people.residents_election',
  'people.residents_ballot',
  'people.residents_candidacy',
  'people.residents_officer',
]

test('facts are asked for in as many questions for many records as for one', async () => {
  const judging: [string, Judging][] = [
    ...peopleArea.records.map((behaviour): [string, Judging] => [behaviour.type.id, behaviour]),
    ...(peopleArea.judges ?? []).map((judgement): [string, Judging] => [judgement.type, judgement]),
  ].filter(([id, { facts }]) => facts !== undefined && !elections.includes(id))
  expect(judging.length).toBe(7)
  for (const [id, { facts }] of judging) {
    const type = at.engine.types.get(id)
    if (!type || !facts) throw new Error(id)
    const asked = await read<unknown, number[]>(at.database, at.whole, async (reader) => {
      const stored = []
      for await (const batch of at.engine.each(reader, type, {})) stored.push(...batch)
      expect({ id, many: stored.length > 2 || id === 'people.assignment' }).toEqual({ id, many: true })
      const judged = stored.map((record) => ({ ...record, title: '' }))
      return [await questions(reader, facts, judged.slice(0, 1)), await questions(reader, facts, judged)]
    })
    expect({ id, asked: asked[1] }).toEqual({ id, asked: asked[0] })
  }
})

type Facts = NonNullable<Judging['facts']>
async function questions(
  reader: Reader<unknown>,
  facts: Facts,
  judged: Parameters<Facts>[1],
): Promise<number> {
  let asked = 0
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked += 1
      return node
    },
    transformResult: async ({ result }) => result,
  }
  const found = await facts({ ...reader, db: reader.db.withPlugin(counting) }, judged, at.engine)
  expect([...found.keys()].toSorted()).toEqual(judged.map(({ id }) => id).toSorted())
  return asked
}

test('the areas name their rules apart: one id has one name', () => {
  const rules = [organisationArea, peopleArea].flatMap(({ records, judges = [] }) =>
    [...records, ...judges].flatMap(({ rules: own }) => own),
  )
  const names = Map.groupBy(rules, ({ id }) => id)
  for (const [id, versions] of names)
    expect({ id, names: new Set(versions.map(({ name }) => name.zh)).size }).toEqual({ id, names: 1 })
})
