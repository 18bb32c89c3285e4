import { councilSeatType } from './records/council-seat.ts'
import { councilType } from './records/council.ts'
import { coveredUnitType } from './records/covered-unit.ts'
import { legalPersonType } from './records/legal-person.ts'
import { partyOrganisationType } from './records/party-organisation.ts'
import { placeType } from './records/place.ts'

/** Every record type of the area; what each holds and goes through stands in `records/`. */
export const recordTypes = [
  placeType,
  legalPersonType,
  partyOrganisationType,
  councilType,
  councilSeatType,
  coveredUnitType,
]
export { councilSeatType, councilType, coveredUnitType, legalPersonType, partyOrganisationType, placeType }
