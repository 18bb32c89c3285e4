import { foldText } from '../../../platform/ledgers/fold.ts'
import { toHalfWidth } from '../../../platform/values/half-width.ts'

const written = /^(\d{4})[年.\-/](\d{1,2})(?:[月.\-/](\d{1,2})日?|月)?$/
const packed = /^(\d{4})(\d{2})(\d{2})?$/

/** A birth as offices write it (1980.5, 1980年5月, 1980/5/17, 19800517) as 1980-05 or 1980-05-17; else as it stands. */
export function foldBirth(value: string): string {
  const plain = toHalfWidth(foldText(value)).replace(/\s+/g, '')
  const [, year, month, day] = written.exec(plain) ?? packed.exec(plain) ?? []
  if (!year || !month) return plain
  return [year, month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])].join('-')
}
