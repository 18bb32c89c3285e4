import type { Figure } from '../../../platform/figures/figure.ts'
import { companyFigures } from './company-figures.ts'
import { driveFigures } from './drive-figures.ts'
import { outcomeFigures } from './outcome-figures.ts'

export const enterpriseFigures: readonly Figure[] = [...companyFigures, ...driveFigures, ...outcomeFigures]
