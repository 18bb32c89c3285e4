import type { Judged } from '../../../../platform/records/behaviour.ts'
import type { Spell } from '../../../../platform/values/spell.ts'
import type { WithOrganisation } from '../organisation-in-force.ts'

/** A person on the register, as far as two are compared. */
export type Alike = {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly birth: string | null
  /** When that person was affiliated. */
  readonly member: readonly Spell[]
}

/** What the rules need beside the person. */
export type PersonFacts = WithOrganisation & {
  /** Who has the same name and month of birth, and who the same telephone; the person is among them. */
  readonly sameName: readonly Alike[]
  readonly samePhone: readonly Alike[]
}
export type Person = Judged<PersonFacts>
