import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import type { Day } from '../values/day.ts'
import { type Placement, placementsOf, subtree, type TreeNode, type TreeSpell } from './tree.ts'

const spell = (from: string, to: string | null, parent: string | null): TreeSpell => ({
  from: from as Day,
  to: to as Day | null,
  parent,
})
const nodes = (given: Record<string, TreeSpell[]>): Map<string, TreeNode> =>
  new Map(Object.entries(given).map(([id, spells]) => [id, { label: id, spells }]))
const told = (placements: readonly Placement[]) => placements.map(({ from, to, path }) => [from, to, path])
const none = new Map<string, Placement[]>()

describe('placementsOf', () => {
  test('a child moves when what is above it moves', () => {
    const tree = nodes({
      a: [spell('2015', null, null)],
      b: [spell('2015', '2017', 'a'), spell('2017', null, null)],
      c: [spell('2016', null, 'b')],
    })
    expect(told(placementsOf('c', tree, none))).toEqual([
      ['2016', '2017', '/a/b/c/'],
      ['2017', null, '/b/c/'],
    ])
  })

  test('before, between and after its parent’s times it stands at the root', () => {
    const tree = nodes({
      a: [spell('2015', '2016', null), spell('2017', '2018', null)],
      b: [spell('2014', null, 'a')],
    })
    expect(told(placementsOf('b', tree, none))).toEqual([
      ['2014', '2015', '/b/'],
      ['2015', '2016', '/a/b/'],
      ['2016', '2017', '/b/'],
      ['2017', '2018', '/a/b/'],
      ['2018', null, '/b/'],
    ])
  })

  test('a parent that nobody knows leaves it at the root', () => {
    expect(told(placementsOf('b', nodes({ b: [spell('2014', null, 'a')] }), none))).toEqual([
      ['2014', null, '/b/'],
    ])
  })

  test('what stands settled above is taken as it is, within the time in question', () => {
    const settled = new Map([
      [
        'x',
        [
          { from: '2015' as Day, to: '2017' as Day, path: '/r/x/' },
          { from: '2017' as Day, to: null, path: '/x/' },
        ],
      ],
    ])
    expect(told(placementsOf('b', nodes({ b: [spell('2016', '2018', 'x')] }), settled))).toEqual([
      ['2016', '2017', '/r/x/b/'],
      ['2017', '2018', '/x/b/'],
    ])
  })

  test('two may answer to each other at different times, but not on one day', () => {
    const apart = nodes({
      a: [spell('2015', '2016', 'b'), spell('2016', null, null)],
      b: [spell('2015', '2016', null), spell('2016', null, 'a')],
    })
    expect(told(placementsOf('b', apart, none))).toEqual([
      ['2015', '2016', '/b/'],
      ['2016', null, '/a/b/'],
    ])
    const together = nodes({
      a: [spell('2015', '2016', 'b'), spell('2016', null, null)],
      b: [spell('2015', '2015-12-31', null), spell('2015-12-31', null, 'a')],
    })
    expect(() => placementsOf('b', together, none)).toThrow(Refusal)
    expect(() => placementsOf('a', nodes({ a: [spell('2015', null, 'a')] }), none)).toThrow(Refusal)
  })

  const days = ['1', '2', '3', '4', '5', '6']
  const life = fc.array(fc.option(fc.constantFrom('root', 'a', 'b', 'c', 'd'), { nil: null }), {
    minLength: days.length,
    maxLength: days.length,
  })

  test('on every day each node hangs where a walk upwards finds it, and a circle on any day is refused', () => {
    fc.assert(
      fc.property(fc.tuple(life, life, life, life), ([a, b, c, d]) => {
        const parents: Record<string, (string | null)[]> = { a, b, c, d }
        const tree = nodes(
          Object.fromEntries(Object.entries(parents).map(([id, own]) => [id, spellsOf(own)])),
        )
        for (const id of Object.keys(parents)) {
          const walks = days.map((_, day) => walk(parents, id, day))
          if (walks.includes('circle')) {
            expect(() => placementsOf(id, tree, none)).toThrow(Refusal)
            continue
          }
          const found = placementsOf(id, tree, none)
          expect(
            days.map((day) =>
              found.filter((p) => p.from <= day && (p.to === null || day < p.to)).map((p) => p.path),
            ),
          ).toEqual(walks.map((path) => (path === null ? [] : [path])))
        }
      }),
    )
  })

  /** `own[n]` is the parent on day n, 'root' for none, null while it is not in force. */
  const spellsOf = (own: readonly (string | null)[]): TreeSpell[] =>
    own.flatMap((parent, day) =>
      parent === null ? [] : [spell(days[day] as string, String(day + 2), parent === 'root' ? null : parent)],
    )

  function walk(parents: Record<string, (string | null)[]>, id: string, day: number): string | null {
    const labels: string[] = []
    for (let at = id; (parents[at]?.[day] ?? null) !== null; at = parents[at]?.[day] as string) {
      if (labels.includes(at)) return 'circle'
      labels.unshift(at)
    }
    return labels.length === 0 ? null : `/${labels.join('/')}/`
  }
})

test('the range of a subtree holds what begins with its path and nothing else', () => {
  const label = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', 'a', 'z'), minLength: 1, maxLength: 3 })
  const path = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => `/${labels.join('/')}/`)
  fc.assert(
    fc.property(path, path, (top, other) => {
      const { lo, hi } = subtree(top)
      expect(lo <= other && other < hi).toBe(other.startsWith(top))
    }),
  )
})
