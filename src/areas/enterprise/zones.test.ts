import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import type { Day } from '../../platform/values/day.ts'
import { enrol, foundServedStreet, listCompany, type ServedStreet } from './testing/served-street.ts'
import { type EnterpriseOffice, openEnterpriseOffice } from './testing/office.ts'

let at: EnterpriseOffice
let street: ServedStreet
let east: string
let west: string
const start = '2018-04-01'

beforeAll(async () => {
  at = await openEnterpriseOffice()
  street = await foundServedStreet(at)
  const zone = (name: string, code: string) => at.establish('zone', start, { name }, { code })
  east = await zone('东部片区', 'PQ-01')
  west = await zone('西部片区', 'PQ-02')
})
afterAll(() => at.close())

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof Refusal)) throw new Error(`no refusal: ${String(error)}`)
  return error
}
const value = async (figure: string, asOf: string, more: object = {}, scope = at.whole) =>
  (await at.value({ figure: `enterprise.${figure}`, asOf: asOf as Day, ...more }, scope)).value

test('a place is in one zone on a day: the second time is refused in words that name the place, and a move is recorded', async () => {
  const [first, second] = street.communities
  const put = (place: string, zone: string, onDate = start) =>
    at.establish('zonePlace', onDate, { place_id: place, zone_id: zone })
  const record = await put(first, east)
  const twice = await refusal(put(first, west, '2018-06-01'))
  expect([twice.code, twice.words.zh]).toEqual(['CONFLICT', expect.stringContaining('350206099001')])
  await put(second, west)
  await put(street.building, west)
  expect(await value('zones', '2018-03-31')).toBe('0')
  expect(await value('zones', start)).toBe('2')
  await at.happen('zonePlace', record, 'moved', '2018-07-01', { zone_id: west })
  expect(await value('zones', '2018-06-30')).toBe('2')
  expect(await value('zones', '2018-07-01')).toBe('1')
  // Whoever sees the second community alone sees the zone that it is in.
  const scope = { office: 1, places: [second] }
  expect(await value('zones', '2018-06-30', {}, scope)).toBe('1')
  expect(await value('zones', '2018-06-30', { node: second })).toBe('1')
  expect(await value('zones', '2018-06-30', { node: first })).toBe('2')
})

test('what is taken out of its zone, or off the list, is put back where it stood, though the form asks for the rest alone', async () => {
  const place = await at.establish(
    'place',
    '2000-01-02',
    { name: '回归大厦', code: '350206099001-09', parent_id: street.communities[0] },
    { kind: 'building' },
  )
  const record = await at.establish('zonePlace', start, { place_id: place, zone_id: east })
  await at.happen('zonePlace', record, 'ended', '2018-05-02')
  await at.happen('zonePlace', record, 'assigned_again', '2018-05-10', { zone_id: west })
  const spells = (await at.load('zonePlace', record))?.spells.map(({ from, to, attributes }) => [
    from,
    to,
    attributes,
  ])
  expect(spells).toEqual([
    [start, '2018-05-02', { place_id: place, zone_id: east }],
    ['2018-05-10', null, { place_id: place, zone_id: west }],
  ])
  const company = await listCompany(at, '2018-04-01', place)
  const before = (await at.load('company', company))?.spells[0]?.attributes
  await at.happen('company', company, 'left', '2018-05-02', { leaving: 'closed' })
  await at.happen('company', company, 'returned', '2018-05-10', { place_id: street.communities[1] })
  expect((await at.load('company', company))?.spells.at(-1)?.attributes).toEqual({
    ...before,
    place_id: street.communities[1],
  })
})

test('the database itself lets a place into no second zone and a person lead no second one', async () => {
  const person = await enrol(at, { home: street.communities[0] })
  await at.establish('zoneLeader', start, { person_id: person, zone_id: east, role: 'leader_in_charge' })
  for (const statement of [
    `insert into enterprise.zone_place_spell (office_id, record_id, valid_from, zone_id, place_id, scope_place_id)
       select office_id, gen_random_uuid(), '2018-05-01', zone_id, place_id, scope_place_id from enterprise.zone_place_spell limit 1`,
    `insert into enterprise.zone_leader_spell (office_id, record_id, valid_from, zone_id, person_id, role, place_id, scope_place_id)
       select office_id, gen_random_uuid(), '2018-05-01', zone_id, person_id, role, place_id, scope_place_id from enterprise.zone_leader_spell limit 1`,
  ])
    await expect(at.write('event', ({ db }) => sql.raw(statement).execute(db))).rejects.toMatchObject({
      code: '23P01',
    })
})

test('a person leads one zone on any day, and moves to another by an act on the same record', async () => {
  const person = await enrol(at, { branch: street.branch }, { name: '组长' })
  const appoint = (zone: string, onDate: string) =>
    at.establish('zoneLeader', onDate, { person_id: person, zone_id: zone, role: 'group_leader' })
  const record = await appoint(east, start)
  const twice = await refusal(appoint(west, '2018-06-01'))
  expect([twice.code, twice.words.en]).toEqual(['CONFLICT', expect.stringContaining('Leader of a zone')])
  const leaders = async (asOf: string, kind?: string) =>
    await value('zone_leaders', asOf, kind ? { kind } : {})
  const before = Number(await leaders('2018-03-31'))
  expect(before).toBe(0)
  expect(await leaders('2018-07-29', 'group_leader')).toBe('1')
  await at.happen('zoneLeader', record, 'moved', '2018-06-01', { zone_id: west, role: 'leader_in_charge' })
  expect(await leaders('2018-05-31', 'group_leader')).toBe('1')
  expect(await leaders('2018-07-29', 'group_leader')).toBe('0')
  await at.happen('zoneLeader', record, 'ended', '2018-07-01')
  expect(await leaders('2018-06-30', 'leader_in_charge')).toBe('2')
  expect(await leaders('2018-07-29', 'leader_in_charge')).toBe('1')
})

test('leaders are the street’s list: a community sees none of them', async () => {
  const scope = { office: 1, places: [street.communities[0]] }
  const rows = await at.rows({ figure: 'enterprise.zone_leaders', asOf: '2018-05-01' as Day })
  expect(rows.rows.length).toBeGreaterThan(0)
  expect(await value('zone_leaders', '2018-05-01', {}, scope)).toBeNull()
})

test('a zone is not dissolved while a place lies in it, and a later correction leaves what was known before', async () => {
  const zone = await at.establish('zone', start, { name: '南部片区' }, { code: 'PQ-03' })
  const place = await at.establish(
    'place',
    '2000-01-01',
    { name: '丙社区', code: '350206099003', parent_id: street.street },
    { kind: 'community' },
  )
  const record = await at.establish('zonePlace', start, { place_id: place, zone_id: zone })
  expect((await refusal(at.happen('zone', zone, 'dissolved', '2018-12-01'))).code).toBe('CONFLICT')
  const known = String(await at.head())
  const asked = { asOf: '2018-04-15' as Day, node: place }
  expect(await value('zones', asked.asOf, asked)).toBe('1')
  const begun = (await at.load('zonePlace', record))?.events[0]?.id as string
  await at.correct('zonePlace', record, { id: begun, onDate: '2018-05-01' as Day, sets: {}, neverWas: false })
  expect(await value('zones', asked.asOf, asked)).toBe('0')
  expect(await value('zones', asked.asOf, { ...asked, knownAt: known })).toBe('1')
})
