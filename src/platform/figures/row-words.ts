import { type Text, text } from '../text.ts'
import { amountsOf, type Counted } from './figure.ts'

/** The headings of a figure's rows, on the page and in the workbook. */
export const rowWords = {
  record: text('记录', 'Record'),
  place: text('地点', 'Place'),
  kind: text('类别', 'Kind'),
  onDate: text('日期', 'Date'),
  from: text('起', 'From'),
  to: text('止', 'Until'),
  times: text('出现次数（计 1 次）', 'Occurs (counts once)'),
}

/** What a mean averages, a percentile ranks or a sum adds up, as each row has it, with its unit; null where a figure counts rows and heeds no amount. */
export function amountHeading(input: Counted): Text | null {
  const amount = amountsOf(input)?.of ?? null
  if (amount === null) return null
  const { zh, en } = amount
  return text(`${zh}（${input.unit.zh}）`, `${en.charAt(0).toUpperCase()}${en.slice(1)} (${input.unit.en})`)
}
