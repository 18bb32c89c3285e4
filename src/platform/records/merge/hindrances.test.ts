import { expect, test } from 'vitest'
import { Refusal } from '../../refusal.ts'
import { holderType } from '../../testing/two-areas/alpha-records.ts'
import { text } from '../../text.ts'
import { day } from '../../values/day.ts'
import { defineRecordType, type RecordType } from '../record-type.ts'
import type { StoredRecord } from '../records-engine.ts'
import { differencesOf, withTaken } from './differences.ts'
import { collisionsOf, hasPartInDeed } from './hindrances.ts'

type Event = StoredRecord['events'][number]
const event = (
  kind: string,
  onDate: string,
  sets: Event['sets'] = {},
  deedId: string | null = null,
): Event => ({
  id: `${kind} ${onDate}`,
  onDate: day(onDate),
  seq: 1,
  kind,
  sets,
  documentNo: null,
  reason: null,
  deedId,
})
const record = (id: string, events: readonly Event[], more: Partial<StoredRecord> = {}): StoredRecord => ({
  id,
  label: null,
  version: 1n,
  header: {},
  events,
  spells: [],
  ...more,
})

test('a record that an act over several ended, began or let go on stays part of it; one that merely moved along may go', () => {
  const part = (act: string) => ({ act, least: 1, label: text('参加', 'Part') })
  const type = defineRecordType({
    ...holderType,
    deeds: [
      {
        kind: 'absorb',
        label: text('并入', 'Absorb'),
        ending: part('left'),
        lasting: { ...part('resized'), as: 'successor' },
      },
    ],
  })
  const living = (kind: string, deed: string | null) =>
    hasPartInDeed(type, record('a', [event('registered', '2010-01-01'), event(kind, '2012-01-01', {}, deed)]))
  expect(living('left', 'deed').map(({ records }) => records[0]?.id)).toEqual(['a'])
  expect(living('resized', 'deed')).toHaveLength(1)
  expect(living('moved', 'deed')).toEqual([])
  expect(living('left', null)).toEqual([])
})

const holding: RecordType = { ...holderType, naturalKey: ['site_id', 'name'] }
const held = (id: string, from: string, to?: string) =>
  record(id, [event('registered', from, { name: '岗', site_id: 'x' }), ...(to ? [event('left', to)] : [])])

test('two of one key collide where they stand on the same day; a key of fixed values collides for ever', () => {
  const pairs = (type: RecordType, moved: StoredRecord, other: StoredRecord) =>
    collisionsOf(type, [moved], [other]).map((one) => [one.moved.id, one.moved.from, one.other.id])
  expect(pairs(holding, held('a', '2012-01-01'), held('b', '2010-01-01'))).toEqual([['a', '2012-01-01', 'b']])
  expect(pairs(holding, held('a', '2012-01-01'), held('b', '2010-01-01', '2012-01-01'))).toEqual([])
  expect(pairs(holding, held('a', '2010-01-01', '2012-01-01'), held('b', '2011-12-31'))).toHaveLength(1)
  const fixed = (id: string, from: string, to?: string) => ({ ...held(id, from, to), header: { code: 'K' } })
  expect(pairs(holderType, fixed('a', '2012-01-01'), fixed('b', '2010-01-01', '2011-01-01'))).toHaveLength(1)
  // What stands beside the moved ones is no matter among itself.
  expect(collisionsOf(holding, [], [held('a', '2010-01-01'), held('b', '2010-01-01')])).toEqual([])
})

test('a dated value is taken into the event that last said it; what no event says, or what must not be empty, stays', () => {
  const spell = (seats: string | null, name: string | null = '甲') => ({
    from: day('2010-01-01'),
    to: null,
    attributes: { name, kind: 'firm', site_id: 'x', parent_id: null, seats },
  })
  const kept = record(
    'a',
    [
      event('registered', '2010-01-01', { name: '甲', seats: '1' }),
      event('resized', '2012-01-01', { seats: '5' }),
      event('moved', '2014-01-01', { site_id: 'x' }),
    ],
    { spells: [spell('5')], header: { code: 'A', contact: null, rank: '1' } },
  )
  const other = (seats: string | null, name: string | null) =>
    record('b', [], { spells: [spell(seats, name)], header: { code: null, contact: '乙', rank: '1' } })
  const differing = differencesOf(holderType, kept, other('9', null))
  expect(differing.map(({ field, event: said, mayTake }) => [field.key, said?.id ?? null, mayTake])).toEqual([
    ['code', null, false],
    ['contact', null, true],
    ['name', 'registered 2010-01-01', false],
    ['seats', 'resized 2012-01-01', true],
  ])
  const taken = withTaken(holderType, kept, differing, ['contact', 'seats'])
  expect([taken.header, taken.events.map(({ sets }) => sets['seats'])]).toEqual([
    { code: 'A', contact: '乙', rank: '1' },
    ['1', '9', undefined],
  ])
  for (const key of ['code', 'rank', 'site_id'])
    expect(() => withTaken(holderType, kept, differing, [key])).toThrow(Refusal)
  const silent = { ...kept, events: [event('moved', '2014-01-01', { site_id: 'x' })] }
  expect(
    differencesOf(holderType, silent, other('9', '甲')).find(({ field }) => field.key === 'seats'),
  ).toMatchObject({ event: null, mayTake: false })
})
