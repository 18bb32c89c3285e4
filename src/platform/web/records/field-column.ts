import { labelWithUnit } from '../../records/count-words.ts'
import type { RecordField } from '../../records/record-type.ts'
import type { Say } from '../language/use-say.ts'
import type { Column } from '../pieces/data-table.tsx'
import { pieceWords } from '../pieces/words.ts'
import { type Shown, shownValue } from './shown-value.ts'

/** A column of one field: counts stand at the right, under a heading that has their unit. */
export function fieldColumn<Row>(
  field: RecordField,
  valueOf: (row: Row) => Shown | undefined,
  say: Say,
): Column<Row> {
  const heading = say(labelWithUnit(field))
  if (field.kind !== 'count')
    return { key: field.key, heading, cell: (row) => shownValue(field, valueOf(row), say) }
  return {
    key: field.key,
    heading,
    kind: 'numeric',
    cell: (row) => valueOf(row)?.value ?? say(pieceWords.none),
  }
}
