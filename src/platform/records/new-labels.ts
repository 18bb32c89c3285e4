import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import type { RecordType } from './record-type.ts'

const counterOf = (type: RecordType) => `label:${type.id}`

/** Short labels for paths: the next numbers of a locked counter, in base 36. */
export async function newLabels(
  db: Kysely<unknown>,
  office: number,
  type: RecordType,
  count: number,
): Promise<string[]> {
  if (count === 0) return []
  const { rows } = await sql<{ value: bigint }>`insert into platform.counter (office_id, name, value)
    values (${office}, ${counterOf(type)}, ${count})
    on conflict (office_id, name) do update set value = counter.value + excluded.value returning value`.execute(
    db,
  )
  return upTo((rows[0] as { value: bigint }).value, count)
}

/** Labels taken for good at once, so that the counter is not locked while much is prepared; unused ones are a gap. */
export async function reserveLabels(
  database: Database,
  scope: Scope,
  type: RecordType,
  count: number,
): Promise<string[]> {
  if (count === 0 || !type.parent) return []
  const { rows } = await database.query(scope, {
    name: 'reserve_labels',
    text: `insert into platform.counter (office_id, name, value) values ($1::int, $2, $3::bigint)
      on conflict (office_id, name) do update set value = counter.value + excluded.value returning value`,
    values: [String(scope.office), counterOf(type), String(count)],
  })
  return upTo(BigInt(rows[0]?.[0] as string), count)
}

const upTo = (last: bigint, count: number) =>
  Array.from({ length: count }, (_, i) => (last - BigInt(count - 1 - i)).toString(36))
