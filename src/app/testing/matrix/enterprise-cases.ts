import { asOf, type Case, here, type ProcedureName } from './ask.ts'
import { enterpriseZoneCases } from './enterprise-zone-cases.ts'

export const enterpriseCases: Readonly<Record<Extract<ProcedureName, `enterprise/${string}`>, Case>> = {
  'enterprise/drive': { permission: 'enterprise.see', asks: [{ of: here }, { all: { asOf } }] },
  ...enterpriseZoneCases,
}
