import { Refusal } from '../../../platform/refusal.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { checkCreditCode } from '../../../platform/values/credit-code.ts'
import { legalPersonType } from '../records.ts'

/** The register of legal persons is one for the whole office. */
export const legalPersonBehaviour: RecordBehaviour = {
  type: legalPersonType,
  ...wholeOffice,
  rules: [],
  clean: {
    credit_code: (value) => {
      const checked = checkCreditCode(value)
      if (!checked.ok) throw new Refusal('INVALID', checked.problem, { field: 'credit_code', value })
      return checked.code
    },
  },
}
