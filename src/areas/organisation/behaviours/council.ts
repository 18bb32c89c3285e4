import { sql } from 'kysely'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { councilSeatType, councilType, placeType } from '../records.ts'
import { liesInPlaces } from './lies-in-places.ts'
import { scopesOfPlaces } from './scope-of-places.ts'

export const councilBehaviour: RecordBehaviour = {
  type: councilType,
  placeColumn: 'place_id',
  rules: [],
  follows: [{ type: placeType.id, by: 'place_id' }],
  hooks: (writer) => ({
    prepare: async (spells) => {
      const scopes = await scopesOfPlaces(
        writer,
        spells.map((spell) => spell.attributes['place_id'] as string),
      )
      return (spell) => scopes(spell, spell.attributes['place_id'] as string)
    },
    eventColumns: (_event, segment) => ({ ...segment.derived }),
    headerColumns: (last) => ({ ...last.derived }),
  }),
}

/** A seat lies where its council lies: the place is written beside it, so that figures read one table. */
export const councilSeatBehaviour: RecordBehaviour = {
  type: councilSeatType,
  placeColumn: 'place_id',
  follows: [
    { type: councilType.id, by: 'council_id' },
    { type: placeType.id, by: 'place_id' },
  ],
  rules: [],
  hooks: (writer) => ({
    prepare: async (spells) => {
      const councils = [...new Set(spells.map((spell) => spell.attributes['council_id'] as string))]
      const { rows } = await sql<{
        record_id: string
        place_id: string
      }>`select distinct on (record_id) record_id, place_id
        from organisation.council_spell where office_id = ${writer.request.scope.office}
        and record_id = any(${councils}::uuid[]) order by record_id, valid_from desc`.execute(writer.db)
      const placeOf = new Map(rows.map((row) => [row.record_id, row.place_id]))
      const places = await liesInPlaces(writer, [...placeOf.values()])
      return (spell) => {
        const place = placeOf.get(spell.attributes['council_id'] as string) as string
        return places(spell, place)
      }
    },
    eventColumns: (_event, segment) => ({ scope_place_id: segment.derived['scope_place_id'] ?? null }),
    headerColumns: (last) => ({ scope_place_id: last.derived['scope_place_id'] ?? null }),
  }),
}
