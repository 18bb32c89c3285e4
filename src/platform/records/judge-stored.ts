import type { Reader } from '../db/transaction.ts'
import { type Finding, judge } from '../rules/judge.ts'
import type { Day } from '../values/day.ts'
import type { RecordType } from './record-type.ts'
import type { Records } from './records.ts'
import type { StoredRecord } from './records-engine.ts'
import { titlesIn } from './titles.ts'

/** What breaks a rule on a state among stored records of one type, by the rules of every area in force on the day. */
export async function judgeStored(
  { engine, judges }: Pick<Records, 'engine' | 'judges'>,
  reader: Reader<unknown>,
  type: RecordType,
  stored: readonly StoredRecord[],
  on: Day,
): Promise<Finding[]> {
  const asked = (judges.get(type.id) ?? []).filter(({ rules }) => rules.length > 0)
  if (asked.length === 0) return []
  const titles = await titlesIn(engine, reader, type, stored)
  const judged = stored.map(({ id, header, events, spells }) => ({
    id,
    title: titles.get(id) ?? '',
    header,
    events,
    spells,
  }))
  const found = new Map<string, Finding[]>(judged.map(({ id }) => [id, []]))
  for (const { rules, facts } of asked) {
    const beside = facts ? await facts(reader, judged, engine) : new Map<string, unknown>()
    for (const record of judged) {
      const about = { type: type.id, id: record.id, name: record.title }
      found.get(record.id)?.push(...judge(rules, { ...record, facts: beside.get(record.id) }, on, about))
    }
  }
  return [...found.values()].flat()
}
