import type { Figure } from '../../../platform/figures/figure.ts'
import { companyFigures } from './company-figures.ts'

export const enterpriseFigures: readonly Figure[] = [...companyFigures]
