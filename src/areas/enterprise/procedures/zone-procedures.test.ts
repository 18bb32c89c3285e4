import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Day } from '../../../platform/values/day.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from '../testing/office.ts'
import { seeing } from '../testing/seeing.ts'
import {
  contact,
  enrol,
  foundServedStreet,
  listCompany,
  pair,
  type ServedStreet,
} from '../testing/served-street.ts'
import { enterpriseProcedures } from './procedures.ts'

let at: EnterpriseOffice
let street: ServedStreet
let known: string
let east: string
let west: string
let alone: string
const since = '2018-04-01'
const asOf = '2018-07-29' as Day

const procedures = () => enterpriseProcedures(at.database, at.records.place)
type Moment = { node?: string; knownAt?: string; asOf?: Day }
const zones = async (moment: Moment = {}, place: string | null = null) =>
  await call(procedures().zones, { asOf, ...moment }, seeing(at, place))
const pairing = async (more: Moment & { zone?: string } = {}, place: string | null = null) =>
  await call(procedures().pairing, { asOf, ...more }, seeing(at, place))
const companies = async (
  more: Moment & { zone?: string; which?: 'all' | 'nobody'; limit?: number; cursor?: string } = {},
  place: string | null = null,
) => await call(procedures().companies, { asOf, ...more }, seeing(at, place))

/** East holds the first community but for the building, which is west's with the second one. */
beforeAll(async () => {
  at = await openEnterpriseOffice()
  street = await foundServedStreet(at)
  const [first, second] = street.communities
  east = await at.establish('zone', since, { name: '东部片区' }, { code: 'PQ-01' })
  west = await at.establish('zone', since, { name: '西部片区' }, { code: 'PQ-02' })
  for (const [place, zone] of [
    [first, east],
    [second, west],
    [street.building, west],
  ] as const)
    await at.establish('zonePlace', since, { place_id: place, zone_id: zone })
  const head = await enrol(at, { home: first }, { name: '丁一' })
  const group = await enrol(at, {}, { name: '王五' })
  await at.establish('zoneLeader', since, { person_id: head, zone_id: east, role: 'community_head' })
  await at.establish('zoneLeader', since, { person_id: group, zone_id: east, role: 'group_leader' })
  const officer = await enrol(at, { home: first }, { name: '李四' })
  const other = await enrol(at, { branch: street.branch }, { name: '于二' })
  const [one, two, three] = [
    await listCompany(at, since, first, { name: '安科' }),
    await listCompany(at, since, street.building, { name: '北软' }),
    await listCompany(at, since, second, { name: '成长' }),
  ]
  alone = await listCompany(at, since, street.street, { name: '独立' })
  await pair(at, '2018-05-01', one, officer)
  await pair(at, '2018-05-01', two, officer)
  await pair(at, '2018-05-01', two, other)
  await contact(at, '2018-06-01', three, officer, { way: 'phone' })
  await contact(at, '2018-06-15', three, other, { way: 'visit' })
  await contact(at, '2018-08-15', three, other, { way: 'meeting' })
  known = String(await at.head())
  await pair(at, '2018-07-01', three, other)
})
afterAll(() => at.close())

test('a company belongs to the zone nearest to its place, and what lies in none is counted apart', async () => {
  const answer = await zones()
  expect(
    answer.zones.map(({ name, companies: own, nobody, places }) => [
      name,
      own,
      nobody,
      places.map(({ place }) => place.name),
    ]),
  ).toEqual([
    ['东部片区', 1, 0, ['甲社区']],
    ['西部片区', 2, 0, ['示例大厦', '乙社区']],
  ])
  expect(answer.outside).toEqual({ companies: 1, nobody: 1 })
  expect((await zones({ knownAt: known })).zones.map(({ nobody }) => nobody)).toEqual([0, 1])
  expect((await zones({ asOf: '2018-03-31' as Day })).zones).toEqual([])
})

test('leaders stand by role; who does not see the street is told that the list is the street’s', async () => {
  const [first] = street.communities
  const [shown] = (await zones()).zones
  expect(shown?.leaders?.map(({ role, person }) => [role, person?.name])).toEqual([
    ['group_leader', '王五'],
    ['community_head', '丁一'],
  ])
  const seen = await zones({}, first)
  expect(seen.zones.map(({ name, leaders, companies: own }) => [name, leaders, own])).toEqual([
    ['东部片区', null, 1],
    ['西部片区', null, 1],
  ])
  expect(seen.outside.companies).toBe(0)
  expect(JSON.stringify(seen)).not.toContain('乙社区')
})

test('the counts of the zones and of what lies in none are the figures of the whole', async () => {
  for (const node of [undefined, ...street.communities, street.building]) {
    const answer = await zones(node ? { node } : {})
    const sum = (key: 'companies' | 'nobody') =>
      [...answer.zones, answer.outside].reduce((total, one) => total + one[key], 0)
    const figure = async (id: string) =>
      Number((await at.value({ figure: `enterprise.${id}`, asOf, ...(node ? { node } : {}) })).value ?? 0)
    expect([sum('companies'), sum('nobody')]).toEqual([
      await figure('companies'),
      await figure('companies_with_nobody'),
    ])
    for (const { id, companies: own, nobody } of answer.zones) {
      const where = { zone: id, ...(node ? { node } : {}) }
      expect([(await companies({ ...where, which: 'all' })).total, (await companies(where)).total]).toEqual([
        own,
        nobody,
      ])
    }
  }
})

test('people stand by the strokes of their names, whatever they are paired with', async () => {
  const answer = await pairing()
  expect(answer.officers.map(({ person, companies: own }) => [person.name, own])).toEqual([
    ['于二', 2],
    ['李四', 2],
  ])
  expect([answer.companies, answer.nobody, answer.unseen]).toEqual([4, 1, 0])
  const inEast = await pairing({ zone: east })
  expect(inEast.officers.map(({ person, companies: own }) => [person.name, own])).toEqual([['李四', 1]])
  // One whose file lies elsewhere is counted and not named.
  const seen = await pairing({}, street.communities[0])
  expect([seen.officers.map(({ person }) => person.name), seen.unseen]).toEqual([['李四'], 1])
  expect(JSON.stringify(seen)).not.toContain('于二')
})

test('a company shows the last contact by anybody up to the day, and the next number', async () => {
  const all = await companies({ which: 'all' })
  expect(all.companies.map(({ name }) => name)).toEqual(['独立', '安科', '北软', '成长'])
  const three = all.companies.find(({ name }) => name === '成长')
  expect([three?.lastContact?.on, three?.lastContact?.way]).toEqual(['2018-06-15', 'visit'])
  expect(three?.nextContact).toMatch(/^[0-9A-Z]{18}-4$/)
  expect((await companies({ zone: 'none' })).companies.map(({ id }) => id)).toEqual([alone])
  const card = await call(procedures().company, { id: three?.id ?? '', asOf }, seeing(at, null))
  expect(card.contacts.map(({ on, person }) => [on, person?.name])).toEqual([
    ['2018-06-15', '于二'],
    ['2018-06-01', '李四'],
  ])
  expect(card.contactCount).toBe(2)
})

test('pages follow one another without a gap, and a company elsewhere is as if absent', async () => {
  const names: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await companies({ which: 'all', limit: 3, ...(cursor ? { cursor } : {}) })
    names.push(...page.companies.map(({ name }) => name))
    cursor = page.nextCursor
  } while (cursor)
  expect(names).toEqual(['独立', '安科', '北软', '成长'])
  const [, second] = street.communities
  await expect(call(procedures().company, { id: alone, asOf }, seeing(at, second))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect((await companies({ which: 'all', zone: west }, second)).companies.map(({ name }) => name)).toEqual([
    '成长',
  ])
})
