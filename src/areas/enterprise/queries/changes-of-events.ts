import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'

/** Who recorded each event, or its newest correction, by the event's id. */
export async function changesOfEvents(
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; actor: string }>`select e.id, c.actor_name as actor
    from ${sql.table(`${type.id}_event`)} e join platform.change c on c.office_id = e.office_id and c.change_no = e.known_from
    where e.office_id = ${reader.scope.office} and e.id = any(${[...ids]}::uuid[])`.execute(reader.db)
  return new Map(rows.map(({ id, actor }) => [id, actor]))
}
