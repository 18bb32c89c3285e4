import { join } from 'node:path'
import { defineArea } from '../../platform/area.ts'
import { migrationsIn } from '../../platform/db/migration.ts'
import { companyBehaviour, scaleListingBehaviour } from './behaviours/company.ts'
import { driveBehaviour } from './behaviours/drive.ts'
import { contactBehaviour, pairingBehaviour, postingBehaviour } from './behaviours/pairing.ts'
import { clockBehaviour, departmentBehaviour, officeHoursBehaviour } from './behaviours/registers.ts'
import { requestBehaviour, taskBehaviour } from './behaviours/request.ts'
import {
  capitalIncreaseBehaviour,
  financingBehaviour,
  hiringBehaviour,
  improvementBehaviour,
  trainingBehaviour,
} from './behaviours/outcomes.ts'
import { submissionBehaviour } from './behaviours/submission.ts'
import { targetBehaviour } from './behaviours/target.ts'
import {
  serviceLimitBehaviour,
  zoneBehaviour,
  zoneLeaderBehaviour,
  zonePlaceBehaviour,
} from './behaviours/zone.ts'
import { enterpriseFigures } from './figures/figures.ts'
import { enterpriseJudges } from './judges.ts'
import { enterpriseLedgers } from './ledgers/index.ts'
import { enterprisePurposes } from './purposes.ts'

export const enterpriseArea = defineArea({
  name: 'enterprise',
  migrations: migrationsIn(join(import.meta.dirname, 'migrations'), 'enterprise'),
  records: [
    companyBehaviour,
    scaleListingBehaviour,
    driveBehaviour,
    targetBehaviour,
    zoneBehaviour,
    zonePlaceBehaviour,
    zoneLeaderBehaviour,
    pairingBehaviour,
    postingBehaviour,
    serviceLimitBehaviour,
    contactBehaviour,
    departmentBehaviour,
    clockBehaviour,
    submissionBehaviour,
    officeHoursBehaviour,
    requestBehaviour,
    taskBehaviour,
    improvementBehaviour,
    capitalIncreaseBehaviour,
    financingBehaviour,
    hiringBehaviour,
    trainingBehaviour,
  ],
  judges: enterpriseJudges,
  figures: enterpriseFigures,
  ledgers: enterpriseLedgers,
  purposes: enterprisePurposes,
})
