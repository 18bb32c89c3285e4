import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'

export type Community = {
  readonly id: string
  readonly name: string
  readonly path: string
  /** All the times in which it is on the register, the earliest first. */
  readonly spells: readonly { readonly from: Day; readonly to: Day | null }[]
}

/** The communities beneath a path in force on a day, in the order of the tree of places. */
export async function communitiesBelow(reader: Reader<unknown>, path: string, on: Day): Promise<Community[]> {
  const { lo, hi } = subtree(path)
  const spells = sql.table(`${schemaOf('organisation', reader.known)}.place_spell`)
  const { rows } = await sql<Community>`select s.record_id as id, s.name, s.path,
      (select json_agg(json_build_object('from', l.valid_from, 'to', l.valid_to) order by l.valid_from) from ${spells} l
        where l.office_id = s.office_id and l.record_id = s.record_id) as spells
    from ${spells} s where s.office_id = ${reader.scope.office} and s.kind = 'community'
      and s.path >= ${lo} and s.path < ${hi} and s.valid_from <= ${on} and (s.valid_to is null or ${on} < s.valid_to)
    order by s.code collate "C", s.name`.execute(reader.db)
  return rows
}
