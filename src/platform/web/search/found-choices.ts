import type { FoundRecord } from '../../records/contract.ts'

export type FoundGroup = {
  readonly type: string
  readonly total: number
  readonly records: readonly FoundRecord[]
}

/** One line that the arrow keys walk to: a record, or all of its type that were found. */
export type Choice = { readonly type: string; readonly record: FoundRecord | null }

export function choicesOf(groups: readonly FoundGroup[]): Choice[] {
  return groups.flatMap(({ type, records, total }) => [
    ...records.map((record) => ({ type, record })),
    ...(total > records.length ? [{ type, record: null }] : []),
  ])
}

/** The state of a record on a day, for the words beside its name. */
export function stateOn(record: FoundRecord, day: string): 'inForce' | 'begins' | 'ended' | 'notThatDay' {
  if (record.inForce) return 'inForce'
  if (record.from !== null && day < record.from) return 'begins'
  return record.to !== null && record.to <= day ? 'ended' : 'notThatDay'
}
