import type { Text } from '../../text.ts'
import { readAmount, smallestAmount, spokenAmount } from '../../values/amount.ts'
import { formWords as words } from './form-words.ts'

/** What a typed sum is in 万 and 亿, while it is typed; null where it is none, which the form says when it is sent. */
export function saidAmount(typed: string): Text | null {
  const read = readAmount(typed, { least: smallestAmount })
  return 'amount' in read ? words.thatIs(spokenAmount(read.amount)) : null
}
