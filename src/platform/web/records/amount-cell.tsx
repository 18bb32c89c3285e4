import { groupedAmount, isLarge, spokenAmount } from '../../values/amount.ts'
import type { Say } from '../language/use-say.ts'
import './records.css'

/** A sum in a column whose heading has the unit; beneath, a large one as it is said, so that 万 is not taken for 亿. */
export function AmountCell({ amount, say }: { amount: string; say: Say }) {
  return (
    <span className="amount">
      {groupedAmount(amount)}
      {isLarge(amount) ? <small className="help"> {say(spokenAmount(amount))}</small> : null}
    </span>
  )
}
