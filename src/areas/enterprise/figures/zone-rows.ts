import { type Kysely, sql } from 'kysely'
import { inForce, noAmount, noDay, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'
import { zoneRoles } from '../terms.ts'

type Seen = Pick<Tables, 'zone_place_spell' | 'zone_leader_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

/** Places, so that a community counts the zone that it is in. */
export const placesInZones = defineRowSet({
  id: 'enterprise.places_in_zones',
  dated: 'asOf',
  record: 'enterprise.zone_place',
  words: { zh: '划入片区的社区和楼宇', en: 'communities and buildings that lie in a zone' },
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('zone_place_spell as z')
        .where('z.office_id', '=', at.office)
        .where(inForce('z', at.asOf))
        .select([
          'z.record_id',
          'z.place_id',
          noLine,
          noDay,
          'z.valid_from',
          'z.valid_to',
          noAmount,
          sql<string>`z.zone_id::text`.as('key'),
          sql<null>`null::text`.as('kind'),
        ]),
    ),
})

export const zoneLeadersInForce = defineRowSet({
  id: 'enterprise.zone_leaders_in_force',
  dated: 'asOf',
  record: 'enterprise.zone_leader',
  words: { zh: '明确了片区责任的领导', en: 'leaders with a zone to answer for' },
  kinds: zoneRoles,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('zone_leader_spell as z')
        .where('z.office_id', '=', at.office)
        .where(inForce('z', at.asOf))
        .select([
          'z.record_id',
          'z.place_id',
          noLine,
          noDay,
          'z.valid_from',
          'z.valid_to',
          noAmount,
          sql<string>`z.person_id::text`.as('key'),
          'z.role as kind',
        ]),
    ),
})
