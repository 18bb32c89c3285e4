import { type Kysely, sql } from 'kysely'
import type { Reader } from '../db/transaction.ts'
import type { Day } from '../values/day.ts'
import { schemaOf } from './hierarchy.ts'
import type { Instants, Relations } from './row-set.ts'

/** The relations of a reader: what an area publishes for figures is read by the same words elsewhere. */
export const relationsOf =
  ({ db, known }: Reader<unknown>): Relations =>
  <Tables>(area: string) =>
    db.withSchema(schemaOf(area, known)) as Kysely<unknown> as Kysely<Tables>

/** The moments of a question that is about one day. */
export function onDay({ scope }: Reader<unknown>, on: Day): Instants {
  const asOf = sql<Day>`${on}::date`
  return { office: sql<number>`${scope.office}::int`, asOf, from: asOf, through: asOf }
}
