import { text } from '../../text.ts'
import type { RecordAct, RecordType } from '../record-type.ts'

/** How many records one act may be done to: more is work for an import, which shows its progress. */
export const mostAtOnce = 1_000

/**
 * The acts that make sense for many records at once: nothing that they set is one record's alone, such as its name or its
 * number, and none begins a record or belongs to a deed.
 */
export function bulkActs(type: RecordType): readonly RecordAct[] {
  return type.acts.filter(
    (act) =>
      act.effect !== 'begins' &&
      !act.onlyInDeeds &&
      !act.sets.includes(type.title) &&
      !type.naturalKey.every((key) => act.sets.includes(key)),
  )
}

export const tooMany = (count: number) =>
  text(
    `一次最多处理${mostAtOnce}条，已选${count}条。请先筛选再分批处理，或者用导入。`,
    `At most ${mostAtOnce} records can be changed at once, and ${count} are selected. Narrow the list and do it in parts, or import.`,
  )
