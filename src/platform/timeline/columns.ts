import { amountOf } from '../values/amount.ts'
import { fenFromYuan } from '../values/money.ts'
import type { TimelineKind } from './timeline.ts'

type Row = Record<string, unknown>

/** A row as its table takes it: sums, which a record says in yuan, in the fen of their `bigint` columns. All else is taken as text. */
export function asColumns({ amounts = [] }: TimelineKind, row: Row): Row {
  const held = amounts.filter((name) => typeof row[name] === 'string')
  if (held.length === 0) return row
  return {
    ...row,
    ...Object.fromEntries(held.map((name) => [name, String(fenFromYuan(row[name] as string))])),
  }
}

/** A column as a record says it, always in text, whatever its type: a flag is a boolean there, and a sum a number of fen. */
export function columnText({ amounts }: TimelineKind, name: string, value: unknown): string | null {
  return typeof value === 'bigint' && amounts?.includes(name) ? amountOf(value) : textOf(value)
}

/** A value of a column as it is compared with another of the same column. */
export const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : String(value as string | number | bigint | boolean)
