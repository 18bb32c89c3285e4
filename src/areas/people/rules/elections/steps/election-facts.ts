import type { Judged } from '../../../../../platform/records/behaviour.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import type { SetLeadTime } from '../calendar/lead-times.ts'
import type { TermKind } from '../term-length.ts'

/** The organisation of an election on the day before it: what kind of term it has, and how long the present one is. */
export type ElectionTerm = {
  readonly kind: TermKind | null
  readonly began: Day | null
  readonly years: number | null
}

export type ElectionFacts = {
  readonly term: ElectionTerm | null
  /** The days on which its ballots were counted. */
  readonly counted: readonly Day[]
  /** What the office has set of lead times. */
  readonly leadTimes: readonly SetLeadTime[]
}

export type Election = Judged<ElectionFacts | undefined>
