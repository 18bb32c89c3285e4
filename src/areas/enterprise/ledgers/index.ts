import { companiesLedger } from './companies.ts'
import { drivesLedger } from './drives.ts'
import { clocksLedger, departmentsLedger, requestsLedger, tasksLedger } from './requests.ts'
import { scaleListingsLedger } from './scale-listings.ts'
import { targetsLedger } from './targets.ts'

/** The office's ledgers of companies, in the order in which a new office fills them in. */
export const enterpriseLedgers = [
  companiesLedger,
  scaleListingsLedger,
  drivesLedger,
  targetsLedger,
  departmentsLedger,
  clocksLedger,
  requestsLedger,
  tasksLedger,
]
