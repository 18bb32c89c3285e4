import { type Text, text } from '../text.ts'
import { isNumberField, type NumberField } from './number-field.ts'
import type { AmountField, CountField, RecordField } from './record-type.ts'

const currencies = { CNY: text('元', 'yuan') } as const

export const currencyOf = ({ currency = 'CNY' }: AmountField): Text => currencies[currency]

/** What a number counts, or the currency that it is of. */
export function unitOf(field: NumberField): Text | null {
  return field.kind === 'count' ? (field.unit ?? null) : currencyOf(field)
}

/** What a field is called where its value stands alone in a column: with the unit, where it has one. */
export function labelWithUnit(field: RecordField): Text {
  const { label } = field
  const unit = isNumberField(field) ? unitOf(field) : null
  return unit ? text(`${label.zh}（${unit.zh}）`, `${label.en} (${unit.en})`) : label
}

/** What to fill in, under an input and over a column of a workbook. */
export function numberNote(field: NumberField): Text {
  return field.kind === 'count' ? countNote(field) : amountNote(field)
}

function countNote({ least = 0, most, unit }: CountField): Text {
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

function amountNote(field: AmountField): Text {
  const { least = '0', most } = field
  const unit = currencyOf(field)
  const range =
    most !== undefined
      ? text(`${least}至${most}的金额`, `from ${least} to ${most}`)
      : text(
          least === '0' ? '金额' : `不小于${least}的金额`,
          least === '0' ? 'from 0 up' : `${least} or more`,
        )
  return text(
    `填${range.zh}，单位：${unit.zh}，最多两位小数。`,
    `A sum in ${unit.en}, ${range.en}, with at most two decimals.`,
  )
}
