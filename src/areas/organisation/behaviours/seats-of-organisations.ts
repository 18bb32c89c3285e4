import { sql } from 'kysely'
import type { Preparing } from '../../../platform/db/transaction.ts'
import { type DerivedPiece, piecesAlong } from '../../../platform/timeline/segments.ts'
import type { Segment } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'

type SeatSpell = {
  record_id: string
  valid_from: Day
  valid_to: Day | null
  seat_id: string
  scope_place_id: string
}
/** Where a row lies that stands with an organisation: the organisation's seat and scope on each day. */
export type SeatsOfOrganisations = (spell: Segment, organisationId: string) => readonly DerivedPiece[]

/** Reads the seats of organisations at once; outside an organisation's own life its nearest earlier seat holds, or its first. */
export async function seatsOfOrganisations(
  writer: Preparing,
  organisationIds: readonly string[],
): Promise<SeatsOfOrganisations> {
  const { rows } = await sql<SeatSpell>`select record_id, valid_from, valid_to, seat_id, scope_place_id
    from organisation.party_organisation_spell where office_id = ${writer.request.scope.office}
    and record_id = any(${[...new Set(organisationIds)]}::uuid[]) order by record_id, valid_from`.execute(
    writer.db,
  )
  const seats = Map.groupBy(rows, (row) => row.record_id)
  return (spell, organisationId) =>
    piecesAlong(spell, seats.get(organisationId) ?? [], (seat) => ({
      place_id: seat?.seat_id ?? null,
      scope_place_id: seat?.scope_place_id ?? null,
    }))
}
