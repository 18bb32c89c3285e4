import type { Figure } from '../../../platform/figures/figure.ts'
import { companyFigures } from './company-figures.ts'
import { driveFigures } from './drive-figures.ts'
import { hoursFigures } from './hours-figures.ts'
import { outcomeFigures } from './outcome-figures.ts'
import { pairingFigures } from './pairing-figures.ts'
import { requestFigures } from './request-figures.ts'
import { zoneFigures } from './zone-figures.ts'

export const enterpriseFigures: readonly Figure[] = [
  ...companyFigures,
  ...driveFigures,
  ...zoneFigures,
  ...pairingFigures,
  ...requestFigures,
  ...hoursFigures,
  ...outcomeFigures,
]
