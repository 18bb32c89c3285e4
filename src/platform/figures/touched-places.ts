import { sql } from 'kysely'
import type { Writer } from '../db/transaction.ts'
import { type Hierarchy, schemaOf } from './hierarchy.ts'

type Inside = Pick<Writer<unknown>, 'db' | 'request'>

const mostRoots = 20
/** Of so many places what moves is told. */
export const mostTouched = 30

/** The topmost places that the writer sees: of a whole office its roots, else the places of the scope itself. */
export async function rootsInScope(place: Hierarchy, { db, request }: Inside): Promise<string[]> {
  const { office, places } = request.scope
  const among = places === 'all' ? sql`path ~ '^/[^/]+/$'` : sql`record_id = any(${places}::uuid[])`
  const { rows } = await sql<{ id: string }>`select record_id as id
    from ${sql.table(`${schemaOf(place.schema, null)}.${place.name}_spell`)} where office_id = ${office} and ${among}
    group by record_id order by min(length(path)), record_id limit ${mostRoots}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The scopes in which the records lie; of types without a scope, none. */
export async function touchedPlaces(
  { db, request }: Inside,
  records: ReadonlyMap<{ readonly id: string; readonly scoped: boolean }, readonly string[]>,
): Promise<string[]> {
  const found = new Set<string>()
  for (const [type, ids] of records) {
    if (!type.scoped || ids.length === 0) continue
    const { rows } = await sql<{ place: string }>`select distinct scope_place_id as place
      from ${sql.table(`${type.id}_spell`)} where office_id = ${request.scope.office}
        and record_id = any(${ids}::uuid[]) order by 1`.execute(db)
    for (const { place } of rows) found.add(place)
  }
  return [...found]
}
