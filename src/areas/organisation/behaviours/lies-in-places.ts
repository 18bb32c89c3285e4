import type { Preparing } from '../../../platform/db/transaction.ts'
import { type ScopesOfPlaces, scopesOfPlaces } from './scope-of-places.ts'

/** As {@link scopesOfPlaces}, for rows that do not hold their place as an attribute: it is written beside the scope. */
export async function liesInPlaces(writer: Preparing, placeIds: readonly string[]): Promise<ScopesOfPlaces> {
  const scopes = await scopesOfPlaces(writer, placeIds)
  return (spell, place) =>
    scopes(spell, place).map((piece) => ({ ...piece, columns: { ...piece.columns, place_id: place } }))
}
