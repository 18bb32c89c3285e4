import { type Figure, stock } from '../../../platform/figures/figure.ts'
import * as rows from './company-rows.ts'

export const companies = { zh: '家', en: 'companies' }
export const distinctCompanies = { by: 'distinct', of: { zh: '企业', en: 'companies' } } as const
export const service = { version: 1, decimals: 0, theme: { zh: '服务企业', en: 'Service to companies' } }

export const companiesServed = stock({
  ...service,
  id: 'enterprise.companies',
  label: { zh: '服务名录企业', en: 'Companies on the list' },
  unit: companies,
  rows: rows.companiesInForce,
  measure: { by: 'count' },
})

export const companyFigures: readonly Figure[] = [
  companiesServed,
  stock({
    ...service,
    id: 'enterprise.companies_above_scale',
    label: { zh: '规上（限上）企业', en: 'Companies above scale' },
    unit: companies,
    rows: rows.scaleListingsInForce,
    measure: distinctCompanies,
    apart: true,
  }),
]
