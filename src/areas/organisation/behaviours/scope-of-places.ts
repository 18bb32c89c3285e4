import { sql } from 'kysely'
import type { Preparing } from '../../../platform/db/transaction.ts'
import { type DerivedPiece, piecesAlong } from '../../../platform/timeline/segments.ts'
import type { Segment } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'

type ScopeSpell = { record_id: string; valid_from: Day; valid_to: Day | null; scope_place_id: string }

/** In which scope a row lies that stands in a place: the community of the place on each day. */
export type ScopesOfPlaces = (spell: Segment, placeId: string) => readonly DerivedPiece[]

/** Reads the scopes of places at once; outside a place's own life its nearest known scope holds. */
export async function scopesOfPlaces(
  writer: Preparing,
  placeIds: readonly string[],
): Promise<ScopesOfPlaces> {
  const { rows } =
    await sql<ScopeSpell>`select record_id, valid_from, valid_to, scope_place_id from organisation.place_spell
    where office_id = ${writer.request.scope.office} and record_id = any(${[...new Set(placeIds)]}::uuid[])
    order by record_id, valid_from`.execute(writer.db)
  const byPlace = Map.groupBy(rows, (row) => row.record_id)
  return (spell, placeId) =>
    piecesAlong(spell, byPlace.get(placeId) ?? [], (scope) => ({
      scope_place_id: scope?.scope_place_id ?? placeId,
    }))
}
