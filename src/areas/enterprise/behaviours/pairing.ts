import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { peopleBeside, postingFacts } from '../queries/people-beside.ts'
import { contactType, pairingType, postingType } from '../records.ts'
import { stillThere, type WithPeople } from '../rules/departed-rule.ts'
import { type PostingFacts, withinLimit } from '../rules/instructor-limit-rule.ts'
import { withCompany } from './company.ts'

export const pairingBehaviour: RecordBehaviour<WithPeople> = {
  type: pairingType,
  ...withCompany,
  rules: [stillThere],
  facts: peopleBeside,
}

export const postingBehaviour: RecordBehaviour<PostingFacts> = {
  type: postingType,
  ...withCompany,
  rules: [stillThere, withinLimit],
  facts: postingFacts,
}

export const contactBehaviour: RecordBehaviour = { type: contactType, ...withCompany, rules: [] }
