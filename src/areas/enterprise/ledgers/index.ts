import { companiesLedger } from './companies.ts'
import { drivesLedger } from './drives.ts'
import { contactsLedger, pairingsLedger, postingsLedger, serviceLimitsLedger } from './pairing.ts'
import {
  clocksLedger,
  departmentsLedger,
  officeHoursLedger,
  requestsLedger,
  tasksLedger,
} from './requests.ts'
import {
  capitalIncreasesLedger,
  financingsLedger,
  hiringsLedger,
  improvementsLedger,
  trainingsLedger,
} from './outcomes.ts'
import { scaleListingsLedger } from './scale-listings.ts'
import { targetsLedger } from './targets.ts'
import { zoneLeadersLedger, zonePlacesLedger, zonesLedger } from './zones.ts'

/** The office's ledgers of companies, in the order in which a new office fills them in. */
export const enterpriseLedgers = [
  companiesLedger,
  scaleListingsLedger,
  drivesLedger,
  targetsLedger,
  zonesLedger,
  zonePlacesLedger,
  zoneLeadersLedger,
  pairingsLedger,
  postingsLedger,
  serviceLimitsLedger,
  contactsLedger,
  departmentsLedger,
  clocksLedger,
  officeHoursLedger,
  requestsLedger,
  tasksLedger,
  improvementsLedger,
  capitalIncreasesLedger,
  financingsLedger,
  hiringsLedger,
  trainingsLedger,
]
