import { same } from '../../src/app/testing/kills/judge.ts'
import type { Scope } from '../../src/platform/db/scope.ts'
import { answerValue } from '../../src/platform/figures/answer.ts'
import type { Figure } from '../../src/platform/figures/figure.ts'
import type { Figures } from '../../src/platform/figures/registry.ts'
import { resolveQuestion } from '../../src/platform/figures/resolve.ts'
import { type Day, firstOfYear } from '../../src/platform/values/day.ts'
import { placeRows } from '../office-rows.ts'

type Row = Readonly<Record<string, string>>

/** A figure counted over rows as they were made, without the program: its inputs where it has some, else its value. */
type ByHand = (
  rows: readonly Row[],
  node: string,
  from: string,
  day: string,
) => readonly [count: number, of?: number]

const places = new Map(placeRows().map((row) => [row['code'] as string, row]))
const within = (node: string) => {
  const below = (code: string): boolean => {
    const parent = places.get(code)?.['parent_id']
    return code === node || (parent !== undefined && below(parent))
  }
  const known = new Map<string, boolean>()
  return (code: string) => {
    const found = known.get(code) ?? below(code)
    known.set(code, found)
    return found
  }
}
const inForce = (row: Row, day: string) =>
  (row['begins'] as string) <= day && (!row['ends'] || day < row['ends'])
const compoundsOf = (node: string, day: string) => {
  const inside = within(node)
  return [...places.values()].filter(
    (row) => row['kind'] === '小区' && inForce(row, day) && inside(row['code'] as string),
  ).length
}
const covered: ByHand = (rows, node, _from, day) => {
  const inside = within(node)
  return [
    new Set(
      rows
        .filter((row) => row['kind'] === '党支部' && inForce(row, day) && inside(row['seat_id'] as string))
        .map((row) => row['seat_id']),
    ).size,
  ]
}
const during =
  (column: string): ByHand =>
  (rows, node, from, day) => {
    const inside = within(node)
    return [
      rows.filter((row) => {
        const on = row[column]
        return on && from <= on && on <= day && inside(row['seat_id'] as string)
      }).length,
    ]
  }

/** The figures that party organisations in compounds move. No other may move at all. */
const byHand: Readonly<Record<string, ByHand>> = {
  'organisation.organisations': (rows, node, _from, day) => {
    const inside = within(node)
    return [rows.filter((row) => inForce(row, day) && inside(row['seat_id'] as string)).length]
  },
  'organisation.compounds': (_rows, node, _from, day) => [compoundsOf(node, day)],
  'organisation.compounds_covered': covered,
  'organisation.compound_coverage': (rows, node, from, day) => [
    covered(rows, node, from, day)[0],
    compoundsOf(node, day),
  ],
  'organisation.established': during('begins'),
  'organisation.came_established': during('begins'),
  'organisation.went_dissolved': during('ends'),
  'organisation.dissolved': during('ends'),
}

/** By figure, place and day: its value, and those of its inputs. */
export type FiguresNow = ReadonlyMap<string, string>

/** Every declared figure as the program answers it. */
export async function figuresNow(
  figures: Figures,
  scope: Scope,
  nodes: readonly string[],
  days: readonly Day[],
): Promise<FiguresNow> {
  const found = new Map<string, string>()
  const ask = async (figure: Figure, node: string, asOf: Day) => {
    const question = { node, asOf, along: 'place', structure: 'then' } as const
    const asked = await resolveQuestion(figures, scope, figure, question)
    const { value, absent, inputs } = await answerValue(figures, asked, true)
    const all = [{ value, absent }, ...inputs].map((one) => one.value ?? one.absent?.code)
    found.set(`${figure.id} ${node} ${asOf}`, all.join(' '))
  }
  for (const figure of figures.byId.values())
    for (const node of nodes) await Promise.all(days.map((asOf) => ask(figure, node, asOf)))
  return found
}

/** What party organisations move is counted by hand over these rows; everything else is as it was before. */
export function judgeFigures(when: string, now: FiguresNow, before: FiguresNow, rows: readonly Row[]): void {
  for (const [key, found] of now) {
    const [figure, node, day] = key.split(' ') as [string, string, Day]
    const counted = byHand[figure]?.(rows, node, firstOfYear(day), day)
    if (!counted) same(`${when}: ${key}`, found, before.get(key))
    else if (counted.length === 1) same(`${when}: ${key}`, found, String(counted[0]))
    else {
      const [value, ...inputs] = found.split(' ')
      same(`${when}: inputs of ${key}`, inputs, counted.map(String))
      const share = ((counted[0] as number) / (counted[1] as number)) * 100
      if (Math.abs(Number(value) - share) > 0.05 + 1e-9)
        throw new Error(`${when}: ${key}: found ${value}, expected ${share}`)
    }
  }
}
