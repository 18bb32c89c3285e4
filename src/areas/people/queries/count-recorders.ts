import { sql } from 'kysely'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { ElectionTypes } from '../election-types.ts'
import type { Reader } from '../../../platform/db/transaction.ts'

/** The accounts that recorded or corrected a count of an election, in ballots or votes, as it stands and as it ever stood. */
export async function countRecorders(
  reader: Reader<unknown>,
  types: Pick<ElectionTypes, 'ballot' | 'candidacy'>,
  ballots: readonly string[],
): Promise<Set<string>> {
  const { office } = reader.scope
  const ballot = nameOf(types.ballot)
  const candidacy = nameOf(types.candidacy)
  const changes = (schema: string, name: string, ids: ReturnType<typeof sql>) => sql`select e.known_from
    from ${sql.table(`${schema}.${name}_event`)} e
    where e.office_id = ${office} and e.kind = 'counted' and e.record_id in (${ids})`
  const own = sql`select unnest(${ballots}::uuid[])`
  const standing = sql`select record_id from ${sql.table(`people.${candidacy}_spell`)}
    where office_id = ${office} and ballot_id = any(${ballots}::uuid[])`
  const { rows } = await sql<{ actor: string }>`select distinct c.actor_id as actor from platform.change c
    where c.office_id = ${office} and c.change_no in (${sql.join(
      ['people', 'people_history'].flatMap((schema) => [
        changes(schema, ballot, own),
        changes(schema, candidacy, standing),
      ]),
      sql` union `,
    )})`.execute(reader.db)
  return new Set(rows.map(({ actor }) => actor))
}

const nameOf = ({ id }: RecordType): string => id.slice(id.indexOf('.') + 1)
