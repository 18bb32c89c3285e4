import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'
import { defineRule } from '../../../platform/rules/rule.ts'
import { text } from '../../../platform/text.ts'
import type { OrganisationLife } from '../../organisation/index.ts'
import { parts } from './elections/findings.ts'
import { always, byPractice } from './elections/instruments.ts'

/** What stands with an organisation knows that organisation's life. */
export type WithOrganisation = {
  /** By id; one out of sight is absent. */
  readonly organisations: ReadonlyMap<string, OrganisationLife>
}
type Standing = Judged<WithOrganisation>

/**
 * The organisation that an attribute names on the day, and as what it stands then (null where it is not in force); null where none is
 * named, or one out of sight.
 */
export function organisationOn({ spells, facts }: Standing, on: Day, key = 'organisation_id') {
  const now = spells.find((spell) => inForce(spell, on))
  const life = facts.organisations.get(now?.attributes[key] ?? '')
  return life ? { life, now: life.spells.find((spell) => inForce(spell, on)) ?? null } : null
}

/** What stands with an organisation by the attribute stands with one that is in force. */
export const organisationInForce = (key: 'organisation_id' | 'branch_id') =>
  defineRule<Standing>({
    id: 'R-S1-09-STANDING',
    name: text('所在党组织有效', 'The organisation is in force'),
    ...byPractice(
      text(
        '组织关系、党内职务和编入都在当日有效的党组织',
        'Affiliations, posts and assignments are with an organisation in force on the day',
      ),
    ),
    inForce: always,
    weight: 'warn',
    judges: 'state',
    check: (record, on) => {
      const organisation = organisationOn(record, on, key)
      if (!organisation || organisation.now) return []
      return parts([
        text(
          `“${organisation.life.name}”${on}无效，请登记去向，或者更正日期。`,
          `“${organisation.life.name}” is not in force on ${on}: record what came after, or correct the dates.`,
        ),
      ])
    },
  })
