import { type Kysely, sql } from 'kysely'
import type { Scope } from '../../db/scope.ts'
import { type Reader, read } from '../../db/transaction.ts'
import { behaviourNamed, type Records } from '../records.ts'
import { holdsSql, standsSql } from './apart-sql.ts'
import type { ApartPair } from './contract.ts'

type Row = ApartPair['change'] & { first: string; second: string; holds: boolean }

/** Pairs that were said to be two, as far as the caller sees both; of one pair the newest statement. */
export async function listApart(
  records: Records,
  scope: Scope,
  question: { readonly type: string; readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ pairs: ApartPair[]; nextCursor: string | null }> {
  const { type } = behaviourNamed(records, question.type)
  const { cursor, limit } = question
  const before = cursor && /^\d{1,18}$/.test(cursor) ? sql`and c.change_no < ${cursor}::bigint` : sql``
  return await read<unknown, { pairs: ApartPair[]; nextCursor: string | null }>(
    records.database,
    scope,
    async (reader: Reader<unknown>) => {
      const { rows } =
        await sql<Row>`select c.change_no::text as change, c.recorded_at as "recordedAt", c.kind, c.actor_name as actor,
          c.reason, p.first_id as first, p.second_id as second, ${holdsSql(type, reader)} as holds
        from (select distinct on (p.first_id, p.second_id) p.* from platform.record_apart p
          where p.office_id = ${scope.office} and p.record_type = ${type.id} and ${standsSql(reader)}
          order by p.first_id, p.second_id, p.change_no desc) p
        join platform.change c on c.office_id = p.office_id and c.change_no = p.change_no
        join ${sql.table(type.id)} a on a.office_id = p.office_id and a.id = p.first_id
        join ${sql.table(type.id)} b on b.office_id = p.office_id and b.id = p.second_id
        where true ${before} order by c.change_no desc limit ${limit}`.execute(reader.db as Kysely<unknown>)
      const ids = rows.flatMap(({ first, second }) => [first, second])
      const titles = await records.engine.titlesOf(reader, type, ids)
      const keys = await records.engine.keysOf(reader, type, ids)
      const named = (id: string) => ({ id, title: titles.get(id) ?? '', key: keys.get(id) ?? '' })
      const pairs = rows.map(({ first, second, holds, ...change }) => ({
        change,
        first: named(first),
        second: named(second),
        holds,
      }))
      return { pairs, nextCursor: rows.length === limit ? (rows.at(-1)?.change ?? null) : null }
    },
  )
}
