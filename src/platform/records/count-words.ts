import { type Text, text } from '../text.ts'
import type { CountField, RecordField } from './record-type.ts'

/** What a field is called where its value stands alone in a column: with the unit, where it has one. */
export function labelWithUnit({ label, ...field }: RecordField): Text {
  if (field.kind !== 'count' || !field.unit) return label
  return text(`${label.zh}（${field.unit.zh}）`, `${label.en} (${field.unit.en})`)
}

/** What to fill in, under an input and over a column of a workbook. */
export function countNote({ least = 0, most, unit }: CountField): Text {
  const range =
    most !== undefined
      ? text(`${least}至${most}的整数`, `from ${least} to ${most}`)
      : least > 0
        ? text(`不小于${least}的整数`, `${least} or more`)
        : text('整数', 'from 0 up')
  return text(
    `填${range.zh}${unit ? `，单位：${unit.zh}` : ''}。`,
    `A whole number, ${range.en}${unit ? `, in ${unit.en}` : ''}.`,
  )
}
