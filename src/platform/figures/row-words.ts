import { type Text, text } from '../text.ts'

/** The headings of a figure's rows, on the page and in the workbook. */
export const rowWords = {
  record: text('记录', 'Record'),
  place: text('地点', 'Place'),
  kind: text('类别', 'Kind'),
  onDate: text('日期', 'Date'),
  from: text('起', 'From'),
  to: text('止', 'Until'),
  amount: (unit: Text): Text => text(`数量（${unit.zh}）`, `Amount (${unit.en})`),
  times: text('出现次数（计 1 次）', 'Occurs (counts once)'),
}
