import { liesInItsPlace, liesInTheStreet } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { peopleBeside } from '../queries/people-beside.ts'
import { stillThere, type WithPeople } from '../rules/departed-rule.ts'
import { serviceLimitType, zoneLeaderType, zonePlaceType, zoneType } from '../records.ts'

export const zoneBehaviour: RecordBehaviour = { type: zoneType, ...wholeOffice, rules: [] }
export const serviceLimitBehaviour: RecordBehaviour = { type: serviceLimitType, ...wholeOffice, rules: [] }

/** It lies in the place that it puts into a zone. */
export const zonePlaceBehaviour: RecordBehaviour = { type: zonePlaceType, ...liesInItsPlace(), rules: [] }

/** The leaders of zones are the street's own list, whatever their zone holds. */
export const zoneLeaderBehaviour: RecordBehaviour<WithPeople> = {
  type: zoneLeaderType,
  ...liesInTheStreet,
  rules: [stillThere],
  facts: peopleBeside,
}
