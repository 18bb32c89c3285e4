import { enterpriseRequestCases } from './enterprise-request-cases.ts'
import { asOf, type Case, here, type ProcedureName } from './ask.ts'

export const enterpriseCases: Readonly<Record<Extract<ProcedureName, `enterprise/${string}`>, Case>> = {
  'enterprise/drive': { permission: 'enterprise.see', asks: [{ of: here }, { all: { asOf } }] },
  ...enterpriseRequestCases,
}
