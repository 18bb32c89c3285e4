import type { Judged } from '../../../platform/records/behaviour.ts'
import { defineRule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import { inForce, type Spell } from '../../../platform/values/spell.ts'
import { always } from './drive-rules.ts'

/** The branches of a company's own, each with the times in which somebody was a member of it. */
export type MembersHeld = {
  readonly branches: readonly (Spell & { readonly id: string })[]
  readonly members: ReadonlyMap<string, readonly Spell[]>
}

/**
 * What a company says of its Party members is held against what its own branch has on file. Without a branch of its own, or where no member
 * of it was ever recorded, there is nothing to hold it against.
 */
export const membersAgree = defineRule<Judged<MembersHeld | undefined>>({
  id: 'R-S3-04',
  name: text(
    '企业自报党员数与党支部名册一致',
    'The members that a company tells are those that its branch holds',
  ),
  basis: text(
    '企业党建工作台账与党员名册一数一源：人数以党支部名册为准',
    'One source for each number: the members are those of the branch’s own register',
  ),
  source: 'practice',
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: ({ spells, facts }, on) => {
    const said = spells.find((one) => inForce(one, on))?.attributes['members_said']
    if (!facts || said === null || said === undefined) return []
    const branches = facts.branches.filter((one) => inForce(one, on))
    const known = branches.flatMap(({ id }) => facts.members.get(id) ?? [])
    if (known.length === 0) return []
    const held = known.filter((one) => inForce(one, on)).length
    if (held === Number(said)) return []
    return [
      {
        message: text(
          `企业自报党员${said}名，${on}党支部名册中有${held}名。请与企业、党支部核对，更正有误的一方。`,
          `The company tells of ${said} Party members, and on ${on} its branch holds ${held}. Ask both, and correct the one that is wrong.`,
        ),
      },
    ]
  },
})
