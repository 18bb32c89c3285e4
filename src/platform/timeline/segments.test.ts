import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Day } from '../values/day.ts'
import { type Derive, segmentsOf } from './segments.ts'
import type { AttributeSpell } from './timeline.ts'
import type { Placement } from './tree.ts'

const whole: Derive = (spell) => [{ from: spell.from, to: spell.to, columns: {} }]
const spell = (from: string, to: string | null, name: string): AttributeSpell => ({
  from: from as Day,
  to: to as Day | null,
  attributes: { name },
})
const placement = (from: string, to: string | null, path: string): Placement => ({
  from: from as Day,
  to: to as Day | null,
  path,
})

test('without a tree a spell is one segment without a path', () => {
  expect(segmentsOf('r', [spell('2015', null, 'a')], null, whole)).toEqual([
    { ...spell('2015', null, 'a'), path: null, derived: {} },
  ])
})

test('a spell is cut where its placement changes, and a placement where the attributes change', () => {
  const found = segmentsOf(
    'r',
    [spell('2015', '2017', 'a'), spell('2017', null, 'b')],
    [placement('2015', '2016', '/x/r/'), placement('2016', null, '/r/')],
    whole,
  )
  expect(found.map(({ from, to, path, attributes }) => [from, to, path, attributes['name']])).toEqual([
    ['2015', '2016', '/x/r/', 'a'],
    ['2016', '2017', '/r/', 'a'],
    ['2017', null, '/r/', 'b'],
  ])
})

test('what is derived is asked of the segment with its path, and cuts it again', () => {
  const asked: (string | null)[] = []
  const derive: Derive = (segment, id) => {
    asked.push(segment.path)
    return [
      { from: '2000' as Day, to: '2016' as Day, columns: { scope: 'east', id } },
      { from: '2016' as Day, to: null, columns: { scope: 'west', id } },
    ]
  }
  const found = segmentsOf('r', [spell('2015', '2017', 'a')], [placement('2015', '2017', '/r/')], derive)
  expect(found.map(({ from, to, derived }) => [from, to, derived])).toEqual([
    ['2015', '2016', { scope: 'east', id: 'r' }],
    ['2016', '2017', { scope: 'west', id: 'r' }],
  ])
  expect(asked).toEqual(['/r/'])
})

const days = ['1', '2', '3', '4', '5', '6', '7']
/** Pieces that cover all days, cut at random ones; the last has no end. */
const cuts = fc.subarray(days.slice(1)).map((inner) =>
  ['1', ...inner].map((from, index, all) => ({
    from: from as Day,
    to: (all[index + 1] ?? null) as Day | null,
    value: `${index}`,
  })),
)

test('on every day exactly one segment holds, with the attributes, the path and the columns of that day', () => {
  fc.assert(
    fc.property(cuts, cuts, cuts, fc.constantFrom(null, '5', '8'), (states, places, scopes, end) => {
      const ends = end as Day | null
      const spells = states
        .filter((state) => ends === null || state.from < ends)
        .map((state) => ({
          from: state.from,
          to: ends !== null && (state.to === null || ends < state.to) ? ends : state.to,
          attributes: { name: state.value },
        }))
      const found = segmentsOf(
        'r',
        spells,
        places.map(({ from, to, value }) => ({ from, to, path: value })),
        () => scopes.map(({ from, to, value }) => ({ from, to, columns: { scope: value } })),
      )
      const on = <T extends { from: string; to: string | null }>(pieces: readonly T[], day: string) =>
        pieces.filter((piece) => piece.from <= day && (piece.to === null || day < piece.to))
      for (const day of days) {
        const expected = on(spells, day).map((own) => ({
          name: own.attributes.name,
          path: on(places, day)[0]?.value,
          scope: on(scopes, day)[0]?.value,
        }))
        expect(
          on(found, day).map((segment) => ({
            name: segment.attributes['name'],
            path: segment.path,
            scope: segment.derived['scope'],
          })),
        ).toEqual(expected)
      }
      expect(found.every((segment) => segment.to === null || segment.from < segment.to)).toBe(true)
    }),
  )
})
