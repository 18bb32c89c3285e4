import { sql } from 'kysely'
import type { RecordBehaviour } from './behaviour.ts'
import { piecesAlong } from '../timeline/segments.ts'
import type { Day } from '../values/day.ts'
import { scopeAlone } from './scope-alone.ts'

type Lying = { record_id: string; valid_from: Day; place_id: string; scope_place_id: string }

/** A record that lies where the one that it names by `by` lies, on each day. */
export function liesWith(
  type: string,
  by: string,
): Pick<RecordBehaviour, 'placeColumn' | 'follows' | 'hooks'> {
  return {
    placeColumn: 'place_id',
    follows: [{ type, by }],
    hooks: (writer) => ({
      prepare: async (spells) => {
        const ids = spells.map((spell) => spell.attributes[by] as string)
        const { rows } = await sql<Lying>`select record_id, valid_from, place_id, scope_place_id
          from ${sql.table(`${type}_spell`)} where office_id = ${writer.request.scope.office}
          and record_id = any(${[...new Set(ids)]}::uuid[]) order by record_id, valid_from`.execute(writer.db)
        const lying = Map.groupBy(rows, (row) => row.record_id)
        return (spell) =>
          piecesAlong(spell, lying.get(spell.attributes[by] as string) ?? [], (at) => ({
            place_id: at?.place_id ?? null,
            scope_place_id: at?.scope_place_id ?? null,
          }))
      },
      eventColumns: (_, segment) => scopeAlone(segment),
      headerColumns: scopeAlone,
    }),
  }
}
