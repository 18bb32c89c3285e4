import type { Judged } from '../../../../platform/records/behaviour.ts'
import type { Day } from '../../../../platform/values/day.ts'

/** A result that a record claims: its day, and its values as last told; sums in fen. */
export type Claim = {
  readonly record: string
  readonly on: Day
  readonly values: Readonly<Record<string, string | null>>
}
/** What is claimed of the same company (or under the same title), this record's own claim among it. */
export type ClaimFacts = { readonly claims: readonly Claim[] }
/** Of a company: also the first day on which the office was in touch with it. */
export type AssistedFacts = ClaimFacts & { readonly served: Day | null }
export type Claimed<Facts extends ClaimFacts = ClaimFacts> = Judged<Facts | undefined>

/** The claim of the record that is judged, and the others'. */
export function claimOf({ id, facts }: Claimed): { mine: Claim | null; others: readonly Claim[] } {
  const claims = facts?.claims ?? []
  return {
    mine: claims.find(({ record }) => record === id) ?? null,
    others: claims.filter(({ record }) => record !== id),
  }
}
