import { companiesLedger } from './companies.ts'
import { clocksLedger, departmentsLedger, requestsLedger, tasksLedger } from './requests.ts'
import { scaleListingsLedger } from './scale-listings.ts'

/** The office's ledgers of companies, in the order in which a new office fills them in. */
export const enterpriseLedgers = [
  companiesLedger,
  scaleListingsLedger,
  departmentsLedger,
  clocksLedger,
  requestsLedger,
  tasksLedger,
]
