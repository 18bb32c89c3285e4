import { type Text, text } from '../../text.ts'
import { toHalfWidth } from '../../values/half-width.ts'
import type { LedgerColumn } from '../ledger.ts'

const otherUnits = [
  /(?:万亿|千万|百万|十万|亿|万|千)?\s*(?:美元|美金|港元|港币|欧元|日元|英镑|澳门元|新台币)/,
  /(?:万亿|千万|百万|十万|亿|万|千)\s*元/,
  // Alone, such a word is a unit only in brackets, behind a colon or as a level of its own: 万科 is a name.
  /(?<=[([【〔:/]\s*)(?:万亿|千万|百万|十万|亿|万|千|角|分)(?=\s*(?:[)\]】〕]|$))/,
  /\b(?:thousand|million|billion|usd|hkd|eur|jpy|gbp|cents?|10k)\b|'000/i,
]

/** The unit that a heading says its sums are in, where that is not the yuan: 注册资本（万元）, 金额：亿元, Funds (USD). */
export function otherMoneyUnit(heading: string): string | null {
  const folded = toHalfWidth(heading)
  return otherUnits.flatMap((unit) => unit.exec(folded)?.[0] ?? [])[0] ?? null
}

/** What is wrong with reading a column of sums under a heading of another unit, or null: each would be wrong by the same factor. */
export function wrongUnit(column: LedgerColumn, heading: string): Text | null {
  const unit = column.field?.kind === 'amount' ? otherMoneyUnit(heading) : null
  if (unit === null) return null
  const { zh, en } = column.heading
  return text(
    `“${heading}”这一列以“${unit}”为单位，“${zh}”只按元读取，不能对应。请在表里另加一列，用公式换算成元（1万元写作10000，1亿元写作100000000），表头写“${zh}”，再删去原来的列。`,
    `The column “${heading}” is in “${unit}”, and “${en}” is read in yuan alone. Add a column with a formula that turns it into yuan (1万元 is 10000, 1亿元 is 100000000), head it “${en}”, and delete the old one.`,
  )
}
