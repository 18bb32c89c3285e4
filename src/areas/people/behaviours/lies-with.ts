import { sql } from 'kysely'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import type { DerivedPiece } from '../../../platform/timeline/segments.ts'
import type { Segment } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import { scopeAlone } from './scope-alone.ts'

type Lying = { record_id: string; valid_from: Day; place_id: string; scope_place_id: string }

/** A record that lies where another of the area lies, on each day: a ballot where its election is. */
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
        return (spell) => pieces(spell, lying.get(spell.attributes[by] as string) ?? [])
      },
      eventColumns: (_, segment) => scopeAlone(segment),
      headerColumns: scopeAlone,
    }),
  }
}

/** Outside the other's life its nearest earlier place holds, or its first. */
function pieces(spell: Segment, lying: readonly Lying[]): DerivedPiece[] {
  const within = lying.filter(
    ({ valid_from: from }) => spell.from < from && (spell.to === null || from < spell.to),
  )
  const boundaries = [spell.from, ...within.map((row) => row.valid_from)]
  return boundaries.map((from, index) => {
    const { place_id = null, scope_place_id = null } =
      lying.findLast((row) => row.valid_from <= from) ?? lying[0] ?? {}
    return { from, to: boundaries[index + 1] ?? spell.to, columns: { place_id, scope_place_id } }
  })
}
