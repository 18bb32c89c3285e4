import type { Judged } from '../../../../platform/records/behaviour.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../../platform/values/spell.ts'
import type { OrganisationKind } from '../../../organisation/index.ts'
import type { MemberCategory, PartyPost } from '../../terms.ts'

/** Who is in an organisation through time, and since when the office keeps a register of that at all. */
export type OrganisationPeople = {
  readonly members: readonly (Spell & { readonly category: MemberCategory | null })[]
  readonly posts: readonly (Spell & { readonly person: string; readonly post: PartyPost })[]
  /** The first day of the first affiliation that the office has recorded; null where it has none. */
  readonly membersSince: Day | null
  readonly postsSince: Day | null
}

/** A Party organisation as this area judges it. */
export type Organisation = Judged<OrganisationPeople>

export const kindOn = ({ spells }: Pick<Organisation, 'spells'>, on: Day): OrganisationKind | undefined =>
  spells.find((spell) => inForce(spell, on))?.attributes['kind'] as OrganisationKind | undefined

/** Whether the office keeps the register on the day: before its first entry, nobody there says nothing. */
export const isKept = (since: Day | null | undefined, on: Day): boolean =>
  since !== null && since !== undefined && since <= on
