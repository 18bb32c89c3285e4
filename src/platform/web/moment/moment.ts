import type { Question } from '../../figures/contract.ts'
import { type Day, firstOfYear } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import type { MomentSearch } from './moment-search.ts'

/** The place and time that a page is about, with the defaults filled in. */
export type Moment = {
  readonly node?: string
  readonly along: 'place' | 'line'
  readonly line?: string
  readonly asOf: Day
  readonly period: Period
  readonly knownAt?: string
  readonly structure: 'then' | 'today'
  readonly today: Day
  /** True where the address names no day and the office's demonstration day stands in for today. */
  readonly demo: boolean
}

type Default = { readonly asOf: Day; readonly period: Period }

export function resolveMoment(search: MomentSearch, today: Day, demo: Default | null): Moment {
  const asOf = search.asOf ?? demo?.asOf ?? today
  const period =
    search.from && search.through
      ? { from: search.from, through: search.through }
      : !search.asOf && demo
        ? demo.period
        : { from: firstOfYear(asOf), through: asOf }
  return {
    ...(search.node ? { node: search.node } : {}),
    along: search.along ?? 'place',
    ...(search.line ? { line: search.line } : {}),
    asOf,
    period,
    ...(search.knownAt ? { knownAt: search.knownAt } : {}),
    structure: search.structure ?? 'then',
    today,
    demo: !search.asOf && !search.from && demo !== null,
  }
}

/** The moment as the figures are asked for it, along the tree that is chosen or along the one that is given. */
export function questionOf(moment: Moment, along = moment.along): Omit<Question, 'figure'> {
  const { node: place, ...knowledge } = placeAndKnowledge(moment)
  const node = along === 'line' ? moment.line : place
  return {
    ...knowledge,
    ...(node ? { node } : {}),
    along,
    asOf: moment.asOf,
    period: moment.period,
    structure: moment.structure,
  }
}

/** The moment as records are asked for it. */
export function dayOf(moment: Moment): { node?: string; asOf: Day; knownAt?: string } {
  return { ...placeAndKnowledge(moment), asOf: moment.asOf }
}

/** The moment as one record is asked for it: it is where it is, whatever place is chosen. */
export function timeOf(moment: Moment): { asOf: Day; knownAt?: string } {
  return { asOf: moment.asOf, ...(moment.knownAt ? { knownAt: moment.knownAt } : {}) }
}

function placeAndKnowledge(moment: Moment): { node?: string; knownAt?: string } {
  return {
    ...(moment.node ? { node: moment.node } : {}),
    ...(moment.knownAt ? { knownAt: moment.knownAt } : {}),
  }
}
