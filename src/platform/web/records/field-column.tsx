import { isNumberField } from '../../records/number-field.ts'
import { labelWithUnit } from '../../records/number-words.ts'
import type { RecordField } from '../../records/record-type.ts'
import type { Say } from '../language/use-say.ts'
import type { Column } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { AmountCell } from './amount-cell.tsx'
import { type Shown, shownValue } from './shown-value.ts'

/** A column of one field: numbers stand at the right, under a heading that has their unit. */
export function fieldColumn<Row>(
  field: RecordField,
  valueOf: (row: Row) => Shown | undefined,
  say: Say,
): Column<Row> {
  const heading = say(labelWithUnit(field))
  const { key } = field
  if (!isNumberField(field)) return { key, heading, cell: (row) => shownValue(field, valueOf(row), say) }
  return {
    key,
    heading,
    kind: 'numeric',
    cell: (row) => {
      const value = valueOf(row)
      if (!value?.value) return value?.masked ? shownValue(field, value, say) : say(pieceWords.none)
      return field.kind === 'amount' ? <AmountCell amount={value.value} say={say} /> : value.value
    },
  }
}
