import { type Reader, read } from '../../db/transaction.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { actOf, type RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import type { DeedView } from './contract.ts'
import { type DeedEvent, deedOf, eventsOfDeeds, roleOf } from './deed-events.ts'

/** A deed as one thing: what it was, and every record that took part or moved with it, as far as the caller sees. */
export async function viewDeed(
  records: Records,
  scope: Scope,
  type: RecordType,
  id: string,
  known: bigint | null,
): Promise<DeedView> {
  return await read(
    records.database,
    scope,
    async (reader) => {
      const events = await eventsOfDeeds(records.engine, reader, [id])
      const own = events.filter((event) => event.type.id === type.id)
      const deed = deedOf(
        type,
        own.map(({ kind }) => kind),
      )
      if (!deed) throw new Refusal('NOT_FOUND', noDeed, { deed: id })
      const titles = await titlesOf(records, reader, events)
      return {
        id,
        kind: deed.kind,
        label: deed.label,
        onDate: events.map(({ on }) => on).sort()[0] as Day,
        documentNo: own[0]?.documentNo ?? null,
        parts: events.map((event) => ({
          type: event.type.id,
          id: event.id,
          title: titles.get(event.id) ?? '',
          role: event.type.id === type.id ? roleOf(deed, event.kind) : ('dependent' as const),
          act: actOf(event.type, event.kind).label,
        })),
      }
    },
    known,
  )
}

async function titlesOf(
  records: Records,
  reader: Reader<unknown>,
  events: readonly DeedEvent[],
): Promise<Map<string, string>> {
  const titles = new Map<string, string>()
  for (const [type, own] of Map.groupBy(events, (event) => event.type))
    for (const [id, title] of await records.engine.titlesOf(
      reader,
      type,
      own.map((event) => event.id),
    ))
      titles.set(id, title)
  return titles
}

const noDeed = text(
  '没有找到这项变动，或者不在您的管辖范围内。',
  'This act is not there, or is outside your places.',
)
