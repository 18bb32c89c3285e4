import { afterAll, beforeAll, expect, test } from 'vitest'
import { explain } from '../../platform/figures/explain.ts'
import { figureNamed } from '../../platform/figures/registry.ts'
import { resolveQuestion } from '../../platform/figures/resolve.ts'
import { changesSince } from '../../platform/records/changes.ts'
import type { Day } from '../../platform/values/day.ts'
import { clerk, openOffice, type TestOffice } from './testing/office.ts'

let office: TestOffice
let street: string
let east: string
let west: string
let committee: string
let branch: string

beforeAll(async () => {
  office = await openOffice()
  street = await office.establish(
    'place',
    '2000-01-01',
    { name: '示例街道', code: '350206005000', parent_id: null },
    { kind: 'street' },
  )
  east = await office.establish(
    'place',
    '2000-01-01',
    { name: '东社区', code: '350206005013', parent_id: street },
    { kind: 'community' },
  )
  west = await office.establish(
    'place',
    '2000-01-01',
    { name: '西社区', code: '350206005014', parent_id: street },
    { kind: 'community' },
  )
  committee = await office.establish(
    'organisation',
    '2005-01-01',
    {
      name: '街道党工委',
      kind: '610',
      founded_in: 'street',
      parent_id: null,
      seat_id: street,
      unit_id: null,
    },
    { code: 'JG' },
  )
  branch = await office.establish(
    'organisation',
    '2018-03-01',
    {
      name: '示例党支部',
      kind: '631',
      founded_in: 'unit',
      parent_id: committee,
      seat_id: east,
      unit_id: null,
    },
    { code: 'ZB-1' },
  )
})
afterAll(() => office.close())

const organisations = 'organisation.organisations'
const count = async (node: string, asOf: string, more = {}) =>
  (await office.value({ figure: organisations, node, asOf: asOf as never, ...more })).value

test('a branch that moves on 1 June counts in its old community in May and in the new one in June', async () => {
  await office.happen('organisation', branch, 're_seated', '2018-06-01', {
    seat_id: west,
    parent_id: committee,
  })
  expect([
    await count(east, '2018-05-31'),
    await count(west, '2018-05-31'),
    await count(street, '2018-05-31'),
  ]).toEqual(['1', '0', '2'])
  expect([
    await count(east, '2018-06-01'),
    await count(west, '2018-06-01'),
    await count(street, '2018-06-01'),
  ]).toEqual(['0', '1', '2'])
})

test('a corrected founding date answers as it was known before and as it is known now', async () => {
  const before = await office.head()
  const stored = await office.load('organisation', branch)
  const founding = stored?.events[0]?.id as string
  await office.correct('organisation', branch, {
    id: founding,
    onDate: '2018-04-01' as never,
    sets: {},
    neverWas: false,
  })
  expect(await count(east, '2018-03-15')).toBe('0')
  expect(await count(east, '2018-03-15', { knownAt: String(before) })).toBe('1')
  expect(await count(east, '2018-04-15')).toBe('1')

  const at = { figure: organisations, node: east, asOf: '2018-03-15' as Day }
  const { figures, whole } = office
  const figure = figureNamed(figures, organisations)
  const earlier = await resolveQuestion(figures, whole, figure, { ...at, knownAt: String(before) })
  const { left } = await explain(figures, earlier, await resolveQuestion(figures, whole, figure, at), true)
  expect(left.map((row) => row.record.title)).toEqual(['示例党支部'])
  expect(left[0]?.causes).toMatchObject([{ kind: 'correction', actor: clerk.name, reason: '核对原始文件' }])
})

test('a record that never was is told of among the changes', async () => {
  const twice = await office.establish(
    'organisation',
    '2018-02-01',
    {
      name: '重复党支部',
      kind: '631',
      founded_in: 'unit',
      parent_id: committee,
      seat_id: east,
      unit_id: null,
    },
    { code: 'ZB-9' },
  )
  await office.remove('organisation', twice)
  const { changes } = await changesSince(office.records, office.whole, { limit: 1, known: null })
  expect(changes[0]).toMatchObject({
    kind: 'correction',
    change: String(await office.head()),
    records: [{ id: twice }],
  })
})

test('a community that is re-homed keeps its own rows and changes what lies above it', async () => {
  const compound = await office.establish(
    'place',
    '2010-01-01',
    { name: '示例花园', code: '350206005013-01', parent_id: east },
    { kind: 'compound' },
  )
  await office.establish(
    'organisation',
    '2015-01-01',
    {
      name: '示例花园支部',
      kind: '631',
      founded_in: 'compound',
      parent_id: committee,
      seat_id: compound,
      unit_id: null,
    },
    { code: 'ZB-2' },
  )
  expect(await count(east, '2018-05-31')).toBe('2')
  await office.happen('place', compound, 're_homed', '2018-06-10', { parent_id: west })
  expect([await count(east, '2018-06-09'), await count(west, '2018-06-09')]).toEqual(['1', '1'])
  expect([await count(east, '2018-06-10'), await count(west, '2018-06-10')]).toEqual(['0', '2'])
  expect(await count(west, '2018-05-31', { structure: 'today' })).toBe('1')
})
