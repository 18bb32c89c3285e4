import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'
import { placesById } from '../../organisation/index.ts'
import { enterpriseTables, inForceOn } from './enterprise-tables.ts'
import { placesOfZones, type PlaceOfZone, type ServedPlace, zoneFinder } from './served-places.ts'

/** A company on the list, where it is, and who is paired with it. */
export type ServedCompany = {
  readonly id: string
  readonly unit: string
  readonly place: ServedPlace
  readonly paired: readonly { readonly id: string; readonly person: string }[]
}

type Row = { id: string; unit: string; place: string; paired: { id: string; person: string }[] | null }

/** The companies on the list on a day at or beneath a path, or the one that is named. */
export async function servedCompanies(
  reader: Reader<unknown>,
  on: Day,
  wanted: { readonly path: string } | { readonly id: string },
  inZones?: readonly PlaceOfZone[],
): Promise<ServedCompany[]> {
  const zoneOf = zoneFinder(inZones ?? (await placesOfZones(reader, on)))
  const rows: readonly Row[] = await enterpriseTables(reader)
    .selectFrom('company_spell as c')
    .leftJoin('pairing_spell as p', (join) =>
      join
        .onRef('p.office_id', '=', 'c.office_id')
        .onRef('p.company_id', '=', 'c.record_id')
        .on(inForceOn('p', on)),
    )
    .where('c.office_id', '=', reader.scope.office)
    .where(inForceOn('c', on))
    .$if('id' in wanted, (query) => query.where('c.record_id', '=', 'id' in wanted ? wanted.id : ''))
    .groupBy(['c.record_id', 'c.unit_id', 'c.place_id'])
    .select([
      'c.record_id as id',
      'c.unit_id as unit',
      'c.place_id as place',
      sql<
        Row['paired']
      >`json_agg(json_build_object('id', p.record_id, 'person', p.person_id) order by p.valid_from, p.record_id)
        filter (where p.record_id is not null)`.as('paired'),
    ])
    .execute()
  const places = await placesById(
    reader,
    rows.map(({ place }) => place),
    on,
  )
  return rows.flatMap(({ id, unit, place: placeId, paired }) => {
    const place = places.get(placeId)
    if (!place || ('path' in wanted && !place.path.startsWith(wanted.path))) return []
    return [{ id, unit, place: { ...place, zone: zoneOf(place) }, paired: paired ?? [] }]
  })
}

/** Those of a zone, of no zone (`none`), or all. */
export const ofZone = (companies: readonly ServedCompany[], zone: string | undefined): ServedCompany[] =>
  companies.filter(({ place }) => zone === undefined || (place.zone?.id ?? 'none') === zone)
