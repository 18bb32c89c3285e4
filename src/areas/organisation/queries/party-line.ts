import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { LineNode } from '../contract.ts'

type Row = {
  id: string
  parentId: string | null
  name: string
  code: string
  kind: LineNode['kind']
  seatId: string
  seatName: string
  path: string
}

/** The Party line on a day: the organisations seated below a place, each under the one it answers to. */
export async function partyLine(reader: Reader<unknown>, path: string, day: Day): Promise<LineNode[]> {
  const schema = schemaOf('organisation', reader.known)
  const { lo, hi } = subtree(path)
  const { rows } =
    await sql<Row>`select s.record_id as id, s.parent_id as "parentId", s.name, h.code, s.kind, s.seat_id as "seatId", p.name as "seatName", s.path
    from ${sql.table(`${schema}.party_organisation_spell`)} s
    join ${sql.table(`${schema}.party_organisation`)} h on h.office_id = s.office_id and h.id = s.record_id
    join ${sql.table(`${schema}.place_spell`)} p on p.office_id = s.office_id and p.record_id = s.seat_id
      and p.valid_from <= ${day} and (p.valid_to is null or ${day} < p.valid_to) and p.path >= ${lo} and p.path < ${hi}
    where s.office_id = ${reader.scope.office} and s.valid_from <= ${day} and (s.valid_to is null or ${day} < s.valid_to)
    order by length(s.path) - length(replace(s.path, '/', '')), s.kind, s.path`.execute(
      reader.db as Kysely<unknown>,
    )
  const shown = new Set(rows.map((row) => row.id))
  const below = new Map<string, number>()
  // Each comes after the one it answers to, so that going back the counts beneath are whole.
  for (const row of rows.toReversed())
    if (row.parentId !== null)
      below.set(row.parentId, (below.get(row.parentId) ?? 0) + (below.get(row.id) ?? 0) + 1)
  return rows.map((row) => ({
    id: row.id,
    parentId: row.parentId !== null && shown.has(row.parentId) ? row.parentId : null,
    name: row.name,
    code: row.code,
    kind: row.kind,
    seat: { id: row.seatId, name: row.seatName },
    below: below.get(row.id) ?? 0,
  }))
}
