import type { Judged } from '../../../../platform/records/behaviour.ts'
import type { Spell } from '../../../../platform/values/spell.ts'
import type { MemberCategory, PartyPost } from '../../terms.ts'
import type { WithOrganisation } from '../organisation-in-force.ts'

/** A time in which a person held a post in an organisation. */
export type PartyPostHeld = Spell & {
  readonly record: string
  readonly person: string
  readonly organisation: string
  readonly post: PartyPost
}

export type Holder = {
  /** Null once it was erased. */
  readonly name: string | null
  readonly spells: readonly (Spell & { readonly category: MemberCategory | null })[]
}

/** What the rules need beside the post. */
export type PartyPostFacts = WithOrganisation & {
  /** By id; a person out of sight is absent. */
  readonly holders: ReadonlyMap<string, Holder>
  /** Posts held in the same organisations and by the same persons, by those; the post itself is among them. */
  readonly inOrganisation: ReadonlyMap<string, readonly PartyPostHeld[]>
  readonly ofPerson: ReadonlyMap<string, readonly PartyPostHeld[]>
}
export type HeldPost = Judged<PartyPostFacts>
