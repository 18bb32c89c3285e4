import type { Reader } from '../../../platform/db/transaction.ts'
import type { Day } from '../../../platform/values/day.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import { compareByStrokes } from '../../../platform/values/stroke-order.ts'
import { placesById, streetsAndCommunities } from '../../organisation/index.ts'
import { namesOfPeople } from '../../people/index.ts'
import { type ZoneRole, zoneRoles } from '../terms.ts'
import type { ShownZone } from '../zone-contract.ts'
import { enterpriseTables, inForceOn } from './enterprise-tables.ts'
import { servedCompanies } from './served-companies.ts'
import { placesOfZones, zonesOn } from './served-places.ts'

type Counted = { companies: number; nobody: number }

/** The zones that have to do with what lies at or beneath a path, with their places there, their leaders and their companies there. */
export async function zonesBelow(
  reader: Reader<unknown>,
  path: string,
  on: Day,
): Promise<{ zones: ShownZone[]; outside: Counted }> {
  const inZones = await placesOfZones(reader, on)
  const companies = await servedCompanies(reader, on, { path }, inZones)
  const counted = (zone: string | null): Counted => {
    const own = companies.filter(({ place }) => (place.zone?.id ?? null) === zone)
    return { companies: own.length, nobody: own.filter(({ paired }) => paired.length === 0).length }
  }
  const near = inZones.filter(({ place }) => place.path.startsWith(path) || path.startsWith(place.path))
  const leaders = await leadersOn(reader, on)
  // A zone without a place has to do with the whole street alone.
  const isStreet = isTop(path)
  const all = await zonesOn(reader, on)
  return {
    zones: all
      .map(({ id, code, name }) => ({
        id,
        code,
        name,
        places: near
          .filter(({ zone }) => zone.id === id)
          .map((one) => ({ id: one.id, place: { id: one.place.id, name: one.place.name } })),
        leaders: leaders && (leaders.get(id) ?? []),
        ...counted(id),
      }))
      .filter(({ places, companies: own }) => isStreet || places.length > 0 || own > 0),
    outside: counted(null),
  }
}

type Leader = NonNullable<ShownZone['leaders']>[number]

/** By zone, in official order: by role, then by strokes. Null where the street, whose list it is, is out of sight. */
async function leadersOn(reader: Reader<unknown>, on: Day): Promise<ReadonlyMap<string, Leader[]> | null> {
  if (reader.scope.places !== 'all' && !(await seesStreet(reader, on))) return null
  const rows = await enterpriseTables(reader)
    .selectFrom('zone_leader_spell as s')
    .where('s.office_id', '=', reader.scope.office)
    .where(inForceOn('s', on))
    .select(['s.record_id', 's.zone_id', 's.person_id', 's.role'])
    .execute()
  const names = await namesOfPeople(
    reader,
    rows.map((row) => row.person_id),
  )
  const strokesOf = await loadStrokes()
  const roles = Object.keys(zoneRoles)
  const leaders = rows.map((row) => {
    const name = names.get(row.person_id)
    return {
      zone: row.zone_id,
      id: row.record_id,
      role: row.role as ZoneRole,
      person: name === undefined ? null : { id: row.person_id, name },
    }
  })
  const inOrder = leaders.toSorted(
    (a, b) =>
      roles.indexOf(a.role) - roles.indexOf(b.role) ||
      compareByStrokes(a.person?.name ?? '', b.person?.name ?? '', strokesOf),
  )
  return Map.groupBy(inOrder, ({ zone }) => zone)
}

/** The path of the street has its own label alone. */
const isTop = (path: string) => path.indexOf('/', 1) === path.length - 1

async function seesStreet(reader: Reader<unknown>, on: Day): Promise<boolean> {
  const [first] = await streetsAndCommunities(reader, on)
  const place = first && (await placesById(reader, [first.id], on)).get(first.id)
  return place !== undefined && isTop(place.path)
}
