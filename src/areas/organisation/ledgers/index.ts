import { councilsLedger } from './councils.ts'
import { coveredUnitsLedger } from './covered-units.ts'
import { legalPersonsLedger } from './legal-persons.ts'
import { memberSeatsLedger } from './member-seats.ts'
import { partyOrganisationsLedger } from './party-organisations.ts'
import { placesLedger } from './places.ts'

/** The office's ledgers of places and organisations, in the order in which a new office fills them in. */
export const organisationLedgers = [
  placesLedger,
  legalPersonsLedger,
  partyOrganisationsLedger,
  councilsLedger,
  memberSeatsLedger,
  coveredUnitsLedger,
]
