import type { LedgerField } from '../../../platform/ledgers/ledger.ts'
import { checkCreditCode } from '../../../platform/values/credit-code.ts'
import { normaliseCode } from '../../../platform/values/half-width.ts'

/** A unified social credit code: folded to capitals, its check character proved. A doubtful position 17 is let pass. */
export const creditCodeField: LedgerField = {
  fold: normaliseCode,
  check: (value) => {
    const checked = checkCreditCode(value)
    return checked.ok ? null : checked.problem
  },
}
