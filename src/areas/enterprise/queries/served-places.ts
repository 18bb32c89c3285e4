import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'
import { placesById, type PlaceInTree } from '../../organisation/index.ts'
import { enterpriseTables, inForceOn } from './enterprise-tables.ts'

export type NamedZone = { readonly id: string; readonly name: string }
export type PlaceOfZone = {
  /** The record that puts the place into the zone. */
  readonly id: string
  readonly place: PlaceInTree
  readonly zone: NamedZone
}

/** The zones in force on a day, by code. */
export const zonesOn = (reader: Reader<unknown>, on: Day) =>
  enterpriseTables(reader)
    .selectFrom('zone_spell as s')
    .innerJoin('zone as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .where(inForceOn('s', on))
    .orderBy('h.code')
    .select(['h.id', 'h.code', 's.name'])
    .execute()

/** What lies in zones on a day, in the order of the tree of places. */
export async function placesOfZones(reader: Reader<unknown>, on: Day): Promise<PlaceOfZone[]> {
  const zones = new Map((await zonesOn(reader, on)).map(({ id, name }) => [id, { id, name }]))
  const rows = await enterpriseTables(reader)
    .selectFrom('zone_place_spell as s')
    .where('s.office_id', '=', reader.scope.office)
    .where(inForceOn('s', on))
    .select(['s.record_id', 's.place_id', 's.zone_id'])
    .execute()
  const places = await placesById(
    reader,
    rows.map((row) => row.place_id),
    on,
  )
  return rows
    .flatMap((row) => {
      const [place, zone] = [places.get(row.place_id), zones.get(row.zone_id)]
      return place && zone ? [{ id: row.record_id, place, zone }] : []
    })
    .toSorted((a, b) => (a.place.code < b.place.code ? -1 : 1))
}

export type ServedPlace = PlaceInTree & { readonly zone: NamedZone | null }

/** Gives a place the zone of the nearest place at or above it that is in one. */
export function zoneFinder(inZones: readonly PlaceOfZone[]): (place: PlaceInTree) => NamedZone | null {
  const byPath = new Map(inZones.map(({ place, zone }) => [place.path, zone]))
  return ({ path }) => {
    for (let at = path; at.length > 1; at = at.slice(0, at.lastIndexOf('/', at.length - 2) + 1)) {
      const zone = byPath.get(at)
      if (zone) return zone
    }
    return null
  }
}
