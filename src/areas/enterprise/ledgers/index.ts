import { companiesLedger } from './companies.ts'
import { drivesLedger } from './drives.ts'
import {
  capitalIncreasesLedger,
  financingsLedger,
  hiringsLedger,
  improvementsLedger,
  trainingsLedger,
} from './outcomes.ts'
import { scaleListingsLedger } from './scale-listings.ts'
import { targetsLedger } from './targets.ts'

/** The office's ledgers of companies, in the order in which a new office fills them in. */
export const enterpriseLedgers = [
  companiesLedger,
  scaleListingsLedger,
  drivesLedger,
  targetsLedger,
  improvementsLedger,
  capitalIncreasesLedger,
  financingsLedger,
  hiringsLedger,
  trainingsLedger,
]
