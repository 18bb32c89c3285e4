import { Input } from 'antd'
import { currencyOf } from '../../records/number-words.ts'
import type { AmountField } from '../../records/record-type.ts'
import { useSay } from '../language/use-say.ts'
import { type Described, describedIn } from '../pieces/described.ts'
import { saidAmount } from './said-amount.ts'

/**
 * A sum with its unit in the input, and beneath it what was typed as it is said, while it is typed: a zero too many is seen in 万 and 亿.
 * It stays text, so that nothing is rounded or cut.
 */
export function AmountInput(
  props: Described & {
    field: AmountField
    id?: string
    value: string | null
    onChange?: (value: string | null) => void
  },
) {
  const say = useSay()
  const { field, id, value, onChange } = props
  const typed = value ?? ''
  const said = saidAmount(typed)
  return (
    <>
      <Input
        {...(id ? { id } : {})}
        {...describedIn(props)}
        className="amount-input"
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        suffix={say(currencyOf(field))}
        onChange={(event) => onChange?.(event.target.value === '' ? null : event.target.value)}
      />
      <output className="help amount-said" {...(id ? { htmlFor: id } : {})}>
        {said ? say(said) : null}
      </output>
    </>
  )
}
