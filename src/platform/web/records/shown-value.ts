import { currencyOf } from '../../records/number-words.ts'
import type { RecordField } from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import type { Say } from '../language/use-say.ts'
import { withUnit } from '../figure/figure-number.ts'
import { pieceWords } from '../pieces/words.ts'
import { groupedAmount, isLarge, spokenAmount } from '../../values/amount.ts'
import { recordWords } from './words.ts'

/** A value as it travels: the stored text, and the words for a person where they differ. */
export type Shown = {
  readonly value: string | null
  readonly shown: Text | null
  readonly masked?: true | undefined
}

/** A number with its unit, a large sum also as it is said; in a column of its own see `fieldColumn`. */
export function shownValue(field: RecordField | undefined, value: Shown | undefined, say: Say): string {
  if (value?.masked && value.shown) return say(value.shown)
  if (!value || value.value === null || value.value === '') return say(pieceWords.none)
  if (field?.kind === 'count') return field.unit ? say(withUnit(value.value, field.unit)) : value.value
  if (field?.kind === 'amount') {
    const whole = withUnit(groupedAmount(value.value), currencyOf(field))
    return say(isLarge(value.value) ? recordWords.inOther(whole, spokenAmount(value.value)) : whole)
  }
  if (value.shown) return say(value.shown)
  if (field?.kind === 'flag') return say(value.value === 'true' ? pieceWords.yes : pieceWords.no)
  if (field?.kind === 'choice') {
    const choice = field.choices[value.value]
    if (choice) return say(choice)
  }
  return value.value
}
