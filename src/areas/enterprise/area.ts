import { join } from 'node:path'
import { defineArea } from '../../platform/area.ts'
import { migrationsIn } from '../../platform/db/migration.ts'
import { companyBehaviour, scaleListingBehaviour } from './behaviours/company.ts'
import { driveBehaviour } from './behaviours/drive.ts'
import {
  capitalIncreaseBehaviour,
  financingBehaviour,
  hiringBehaviour,
  improvementBehaviour,
  trainingBehaviour,
} from './behaviours/outcomes.ts'
import { targetBehaviour } from './behaviours/target.ts'
import { enterpriseFigures } from './figures/figures.ts'
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
    improvementBehaviour,
    capitalIncreaseBehaviour,
    financingBehaviour,
    hiringBehaviour,
    trainingBehaviour,
  ],
  figures: enterpriseFigures,
  ledgers: enterpriseLedgers,
  purposes: enterprisePurposes,
})
