import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import { text } from '../../../../platform/text.ts'
import { temporaryKinds } from '../../../organisation/index.ts'
import { parts } from '../elections/findings.ts'
import { always, byPractice } from '../elections/instruments.ts'
import { organisationInForce, organisationOn, type WithOrganisation } from '../organisation-in-force.ts'

type Assignment = Judged<WithOrganisation>

const toTemporary = defineRule<Assignment>({
  id: 'R-S1-06-ASSIGNED',
  name: text('编入的是临时党组织', 'The assignment is to a temporary organisation'),
  ...byPractice(
    text(
      '组织关系按转接登记；编入只用于不接转组织关系的临时党组织',
      'An affiliation is recorded as a transfer; an assignment is for a temporary organisation, which keeps none',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'state',
  check: (record, on) => {
    const organisation = organisationOn(record, on)
    if (!organisation?.now || temporaryKinds.includes(organisation.now.kind)) return []
    return parts([
      text(
        `“${organisation.life.name}”不是临时党组织。组织关系在该组织的，请在人员中登记转接。`,
        `“${organisation.life.name}” is not temporary. Where the affiliation is there, record a transfer of the person.`,
      ),
    ])
  },
})

export const assignmentRules: readonly Rule<Assignment>[] = [
  organisationInForce('organisation_id'),
  toTemporary,
]
