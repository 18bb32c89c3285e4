import { type Kysely, sql } from 'kysely'
import { read } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { bulkChanges } from './bulk/bulk-changes.ts'
import type { Records } from './records.ts'

type Row = {
  change_no: bigint
  recorded_at: string
  kind: 'event'
  actor_name: string
  reason: string | null
  type: string
  id: string
  nth: number
  of: number
}
const shownRecords = 10

/** What was recorded since a moment, newest first, with the first records that each change touched and the caller sees. */
export async function changesSince(
  records: Records,
  scope: Scope,
  question: {
    since?: string | undefined
    cursor?: string | undefined
    limit: number
    /** The newest change that is told of; null: every one. */
    known: bigint | null
  },
) {
  return await read(
    records.database,
    scope,
    async (reader) => {
      const touched = sql.join(
        [...records.engine.types.values()].map((type) => {
          const [schema, name] = type.id.split('.') as [string, string]
          const one = (table: string) =>
            sql`select ${type.id} as type, id, known_from as n from ${sql.table(table)} where office_id = ${scope.office}`
          // A removal writes no new version: it is the end of the last one of a record that is not there any more.
          const removed = sql`select ${type.id} as type, h.id, max(h.known_to) as n from ${sql.table(`${schema}_history.${name}`)} h
            left join ${sql.table(`${schema}.${name}`)} c on c.office_id = h.office_id and c.id = h.id
          where h.office_id = ${scope.office} and c.id is null group by h.id`
          return sql`${one(`${schema}.${name}`)} union all ${one(`${schema}_history.${name}`)} union all ${removed}`
        }),
        sql` union all `,
      )
      const before =
        question.cursor && /^\d+$/.test(question.cursor)
          ? sql`and c.change_no < ${question.cursor}::bigint`
          : sql``
      const since = question.since ? sql`and c.recorded_at >= ${question.since}::timestamptz` : sql``
      const upTo = question.known === null ? sql`` : sql`and c.change_no <= ${question.known}::bigint`
      const { rows } =
        await sql<Row>`with touched as materialized (${touched}), numbers as (select distinct n from touched), newest as (
        select c.* from platform.change c join numbers on numbers.n = c.change_no
        where c.office_id = ${scope.office} ${before} ${since} ${upTo} order by c.change_no desc limit ${question.limit})
      select * from (select c.change_no, c.recorded_at, c.kind, c.actor_name, c.reason, t.type, t.id,
          row_number() over (partition by c.change_no order by t.type, t.id)::int as nth, count(*) over (partition by c.change_no)::int as of
        from newest c join touched t on t.n = c.change_no) every where nth <= ${shownRecords}
      order by change_no desc, nth`.execute(reader.db as Kysely<unknown>)
      const titles = new Map<string, string>()
      for (const type of records.engine.types.values()) {
        const ids = rows.filter((row) => row.type === type.id).map((row) => row.id)
        for (const [id, title] of await records.engine.titlesOf(reader, type, ids)) titles.set(id, title)
      }
      // Only what happened to several records can have been one act on them.
      const several = rows.filter((row) => row.kind === 'event' && row.of > 1)
      const bulk = await bulkChanges(
        reader,
        records.engine.types.values(),
        several.map(({ change_no, type, id }) => ({ change: String(change_no), type, id })),
      )
      const changes = [...Map.groupBy(rows, (row) => row.change_no)].map(([change, own]) => {
        const first = own[0] as Row
        return {
          change: String(change),
          recordedAt: first.recorded_at,
          kind: first.kind,
          actor: first.actor_name,
          reason: first.reason,
          records: own.map((row) => ({ type: row.type, id: row.id, title: titles.get(row.id) ?? '' })),
          more: first.of - own.length,
          bulk: bulk.get(String(change)) ?? null,
        }
      })
      return {
        changes,
        nextCursor: changes.length === question.limit ? (changes.at(-1)?.change ?? null) : null,
      }
    },
    question.known,
  )
}
