import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Spell } from '../../../platform/values/spell.ts'

/** What the rules need beside the record itself. */
export type OrganisationFacts = {
  /** The lives of the organisations that it names as parents. */
  readonly parents: ReadonlyMap<string, { readonly name: string; readonly spells: readonly Spell[] }>
  /** The organisations that name it as parent, with the times in which they do. */
  readonly children: readonly { readonly name: string; readonly spell: Spell }[]
  /** The lives of the places in which it has its seat. */
  readonly seats: ReadonlyMap<string, { readonly name: string; readonly spells: readonly Spell[] }>
  /** The times in which it covers units. */
  readonly covers: readonly Spell[]
}

export type Organisation = Judged<OrganisationFacts>
export const always = { from: '1949-10-01' as Day, to: null }

/** In force from this day; the report of July 2018 is older. */
export const branchRegulation = { from: '2018-10-28' as Day, to: null }
