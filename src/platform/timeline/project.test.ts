import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Day } from '../values/day.ts'
import { inOrder, joined, project } from './project.ts'
import type { TimelineEvent, TimelineKind } from './timeline.ts'

const kind: TimelineKind = {
  schema: 'test',
  name: 'thing',
  attributes: ['name', 'colour'],
  effects: { begun: 'begins', painted: 'changes', ended: 'ends' },
  scoped: false,
}
const event = (
  kind: string,
  onDate: string,
  seq: number,
  sets: Record<string, string | null> = {},
): TimelineEvent => ({
  id: `${kind} ${onDate} ${seq}`,
  onDate: onDate as Day,
  seq,
  kind,
  sets,
  documentNo: null,
  reason: null,
})
const begun = event('begun', '2015-01-01', 1, { name: 'a' })

describe('project', () => {
  test('one spell a state, half open, the last without an end', () => {
    expect(project(kind, [begun, event('painted', '2016-01-01', 2, { colour: 'red' })])).toEqual([
      { from: '2015-01-01', to: '2016-01-01', attributes: { name: 'a', colour: null } },
      { from: '2016-01-01', to: null, attributes: { name: 'a', colour: 'red' } },
    ])
  })

  test('the events of one day make one boundary, in the order of their numbers', () => {
    const sameDay = [
      begun,
      event('painted', '2016-01-01', 3, { colour: 'red' }),
      event('painted', '2016-01-01', 2, { colour: 'blue' }),
    ]
    expect(project(kind, sameDay).map((spell) => [spell.from, spell.attributes['colour']])).toEqual([
      ['2015-01-01', null],
      ['2016-01-01', 'red'],
    ])
  })

  test('a change that changes nothing, or is undone the same day, makes no boundary', () => {
    const undone = [
      begun,
      event('painted', '2016-01-01', 2, { colour: 'red' }),
      event('painted', '2016-01-01', 3, { colour: null }),
    ]
    expect(project(kind, undone)).toEqual([
      { from: '2015-01-01', to: null, attributes: { name: 'a', colour: null } },
    ])
  })

  test('what ended may begin again, and keeps nothing of before', () => {
    const twice = [
      begun,
      event('painted', '2015-02-01', 2, { colour: 'red' }),
      event('ended', '2016-01-01', 3),
      event('begun', '2017-01-01', 4, { name: 'b' }),
    ]
    expect(project(kind, twice).at(-1)).toEqual({
      from: '2017-01-01',
      to: null,
      attributes: { name: 'b', colour: null },
    })
    expect(project(kind, twice).at(-2)?.to).toBe('2016-01-01')
  })

  test.each([
    ['nothing happened', []],
    ['it is changed before it begins', [event('painted', '2014-12-31', 2, { colour: 'red' }), begun]],
    ['it begins twice', [begun, event('begun', '2016-01-01', 2, { name: 'b' })]],
    [
      'it is changed on the day after its end',
      [begun, event('ended', '2016-01-01', 2), event('painted', '2016-01-01', 3, { colour: 'red' })],
    ],
    ['it ends on the day on which it began', [begun, event('ended', '2015-01-01', 2)]],
    ['the event is unknown', [begun, event('eaten', '2016-01-01', 2)]],
  ])('is refused where %s', (_why, events) => {
    expect(() => project(kind, events)).toThrow(Refusal)
  })

  const days = ['2015-01-01', '2015-01-02', '2015-03-01', '2016-01-01', '2016-02-29'] as const
  const acts = fc.array(
    fc.record({
      kind: fc.constantFrom('begun', 'painted', 'painted', 'ended'),
      day: fc.constantFrom(...days),
      colour: fc.constantFrom('red', 'blue', null),
    }),
    { maxLength: 7 },
  )

  test('on every day the spells say what the events up to that day leave, or the events make no life', () => {
    fc.assert(
      fc.property(acts, (wanted) => {
        const events = [
          begun,
          ...wanted.map((act, index) =>
            event(act.kind, act.day, index + 2, act.kind === 'ended' ? {} : { colour: act.colour }),
          ),
        ]
        let spells: ReturnType<typeof project>
        try {
          spells = project(kind, events)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
          expect(isALife(events)).toBe(false)
          return
        }
        expect(isALife(events)).toBe(true)
        for (const day of ['2014-12-31', ...days, '2019-01-01']) {
          const found = spells
            .filter((spell) => spell.from <= day && (spell.to === null || day < spell.to))
            .map((spell) => spell.attributes)
          expect(found).toEqual(leftOn(events, day))
        }
        for (const [index, next] of spells.slice(1).entries())
          expect((spells[index]?.to as string) <= next.from).toBe(true)
        expect(joined(spells)).toEqual(spells)
        expect(project(kind, events.toReversed())).toEqual(spells)
      }),
    )
  })
})

/** Whether the events can be lived: found by walking them, with nothing else kept than whether it stands. */
function isALife(events: readonly TimelineEvent[]): boolean {
  let standing = false
  let lived = false
  const ordered = byDayAndNumber(events)
  for (const [index, each] of ordered.entries()) {
    if ((each.kind === 'begun') === standing) return false
    standing = each.kind !== 'ended'
    lived ||= standing && ordered[index + 1]?.onDate !== each.onDate
  }
  return lived
}

function leftOn(events: readonly TimelineEvent[], day: string): unknown[] {
  let left: Record<string, string | null> | null = null
  for (const each of byDayAndNumber(events)) {
    if (each.onDate > day) break
    left =
      each.kind === 'ended'
        ? null
        : { ...(each.kind === 'begun' ? { name: null, colour: null } : left), ...each.sets }
  }
  return left ? [left] : []
}

const byDayAndNumber = (events: readonly TimelineEvent[]) =>
  [...events].sort((a, b) =>
    `${a.onDate}${String(a.seq).padStart(3, '0')}`.localeCompare(
      `${b.onDate}${String(b.seq).padStart(3, '0')}`,
    ),
  )

test('events stand in the order of days, then of numbers', () => {
  const [a, b, c] = [
    event('painted', '2016-01-01', 2),
    event('painted', '2016-01-01', 10),
    event('painted', '2015-01-01', 11),
  ]
  expect(inOrder([b, a, c]).map((each) => each.seq)).toEqual([11, 2, 10])
})

test('neighbours that say the same are one spell; across a gap they stay two', () => {
  const spell = (from: string, to: string | null) => ({
    from: from as Day,
    to: to as Day | null,
    attributes: { name: 'a' },
  })
  expect(joined([spell('2015-01-01', '2016-01-01'), spell('2016-01-01', null)])).toEqual([
    spell('2015-01-01', null),
  ])
  expect(joined([spell('2015-01-01', '2016-01-01'), spell('2016-01-02', null)])).toHaveLength(2)
})
