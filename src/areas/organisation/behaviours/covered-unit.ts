import { sql } from 'kysely'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import type { DerivedPiece } from '../../../platform/timeline/segments.ts'
import type { Segment } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import { coveredUnitType } from '../records.ts'

type SeatSpell = {
  record_id: string
  valid_from: Day
  valid_to: Day | null
  seat_id: string
  scope_place_id: string
}

/** A covered unit lies where the organisation that covers it has its seat, on each day. */
export const coveredUnitBehaviour: RecordBehaviour = {
  type: coveredUnitType,
  placeColumn: 'place_id',
  rules: [],
  hooks: (writer) => ({
    prepare: async (spells) => {
      const organisations = [...new Set(spells.map((spell) => spell.attributes['organisation_id'] as string))]
      const { rows } = await sql<SeatSpell>`select record_id, valid_from, valid_to, seat_id, scope_place_id
        from organisation.party_organisation_spell where office_id = ${writer.request.scope.office}
        and record_id = any(${organisations}::uuid[]) order by record_id, valid_from`.execute(writer.db)
      const seats = Map.groupBy(rows, (row) => row.record_id)
      return (spell) => pieces(spell, seats.get(spell.attributes['organisation_id'] as string) ?? [])
    },
    eventColumns: (_event, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  }),
}

const scopeAlone = (segment: Segment) => ({ scope_place_id: segment.derived['scope_place_id'] ?? null })

/** Cut wherever the organisation's seat or scope changes; outside its own life its nearest earlier seat holds, or its first. */
function pieces(spell: Segment, seats: readonly SeatSpell[]): DerivedPiece[] {
  const starts = seats.filter(
    (seat) => spell.from < seat.valid_from && (spell.to === null || seat.valid_from < spell.to),
  )
  const boundaries = [spell.from, ...starts.map((seat) => seat.valid_from)]
  return boundaries.map((from, index) => {
    const seat = seats.findLast((candidate) => candidate.valid_from <= from) ?? seats[0]
    const columns = { place_id: seat?.seat_id ?? null, scope_place_id: seat?.scope_place_id ?? null }
    return { from, to: boundaries[index + 1] ?? spell.to, columns }
  })
}
