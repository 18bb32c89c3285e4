import { amountOf, largestAmount, readAmount, smallestAmount } from '../values/amount.ts'
import { largestCount, readCount } from '../values/count.ts'
import { fenFromYuan } from '../values/money.ts'
import type { Text } from '../text.ts'
import type { AmountField, CountField, RecordField } from './record-type.ts'

/** What is read, sorted, filtered by a range and added up as a number, and travels as decimal text. */
export type NumberField = CountField | AmountField
export type NumberKind = NumberField['kind']
export type NumberRead = { readonly value: string } | { readonly wrong: Text }

export const isNumberField = (field: RecordField | null | undefined): field is NumberField =>
  field?.kind === 'count' || field?.kind === 'amount'

/** As its column gives it back, so that an event says what the spell that follows from it says. */
export function readNumber(field: NumberField, written: string): NumberRead {
  return field.kind === 'count' ? readAsCount(written, field) : readAsAmount(written, field)
}

type Kind = {
  /** Whatever a column of the kind may hold. */
  readonly read: (written: string) => NumberRead
  /** One end of a range as it stands in a filter. */
  readonly end: RegExp
  readonly column: (value: string) => bigint
  readonly value: (column: bigint) => string
  readonly smallest: bigint
  readonly largest: bigint
}

function readAsCount(written: string, bounds: Parameters<typeof readCount>[1]): NumberRead {
  const read = readCount(written, bounds)
  return 'wrong' in read ? read : { value: read.count }
}

function readAsAmount(written: string, bounds: Parameters<typeof readAmount>[1]): NumberRead {
  const read = readAmount(written, bounds)
  return 'wrong' in read ? read : { value: read.amount }
}

/** How the text of each kind stands in its column. */
export const numberKinds: Readonly<Record<NumberKind, Kind>> = {
  count: {
    read: (written) => readAsCount(written, {}),
    end: /^\d{1,10}$/,
    column: BigInt,
    value: String,
    smallest: 0n,
    largest: BigInt(largestCount),
  },
  amount: {
    read: (written) => readAsAmount(written, { least: smallestAmount }),
    end: /^-?\d{1,16}(\.\d{1,2})?$/,
    column: fenFromYuan,
    value: amountOf,
    smallest: fenFromYuan(smallestAmount),
    largest: fenFromYuan(largestAmount),
  },
}
