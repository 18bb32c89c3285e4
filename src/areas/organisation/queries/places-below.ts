import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'

/** The places beneath a path on a day, that of the path with them, as a sub-select of ids. */
export function placesBelow({ scope, known }: Reader<unknown>, path: string, on: Day): RawBuilder<unknown> {
  const { lo, hi } = subtree(path)
  return sql`(select w.record_id from ${sql.table(`${schemaOf('organisation', known)}.place_spell`)} w
    where w.office_id = ${scope.office} and w.path >= ${lo} and w.path < ${hi}
      and w.valid_from <= ${on} and (w.valid_to is null or ${on} < w.valid_to))`
}
