import { type Expression, type Kysely, sql } from 'kysely'
import { inForce, noAmount, noDay, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import { operatingUnits, streets, unitsCovered } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'
import { censusStates, industries } from '../terms.ts'

/** Of a list as it is on the day, or as it was on the day of the launch. */
export type DriveList = 'today' | 'opening'

type Seen = Pick<Tables, 'drive_spell' | 'target_spell' | 'company_spell' | 'posting_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

/** “Three haves” (三有): premises, at least ten staff, in business (domain S3). */
const leastStaff = 10

/**
 * Companies on the list of a drive that meet the three haves, each with its legal person on the day. Today's list has those in business on
 * the day alone; the opening list is what met the test on the day of the launch, and nothing that is found later changes it.
 */
export function qualifying(relations: Relations, at: Instants, list: DriveList) {
  const listedOn: Expression<Day> = list === 'today' ? at.asOf : sql.ref<Day>('launch.opened')
  const opened = tables(relations)
    .selectFrom('drive_spell as s')
    .where('s.office_id', '=', at.office)
    .groupBy('s.record_id')
    .select(['s.record_id as drive_id', sql<Day>`min(s.valid_from)`.as('opened')])
  const rows = tables(relations)
    .selectFrom('target_spell as t')
    .innerJoin(opened.as('launch'), (join) => join.onRef('launch.drive_id', '=', 't.drive_id'))
    .innerJoin('company_spell as c', (join) =>
      join.onRef('c.office_id', '=', 't.office_id').onRef('c.record_id', '=', 't.company_id'),
    )
    .where('t.office_id', '=', at.office)
    .where('launch.opened', '<=', at.asOf)
    .where(inForce('t', listedOn))
    .where(inForce('c', list === 'today' ? at.asOf : listedOn))
    .where('t.has_place', '=', true)
    .where('t.active', '=', true)
    .where('t.staff', '>=', leastStaff)
  return list === 'today' ? rows.where('c.unit_id', 'in', operatingUnits(relations, at)) : rows
}

const coveredUnits = (relations: Relations, at: Instants) =>
  tables(relations).selectFrom(unitsCovered(relations, at).as('v')).select('v.unit_id')

const columns = [
  't.record_id',
  't.place_id',
  noLine,
  noDay,
  't.valid_from',
  't.valid_to',
  noAmount,
  sql<string>`t.company_id::text`.as('key'),
  'c.industry as kind',
] as const

const lists = {
  today: {
    zh: '当日攻坚名单上达到“三有”（有固定经营场所、有10名以上员工、有生产经营活动）且在营的企业',
    en: 'companies on the day’s list of a drive that meet the three haves (premises, at least ten staff, business) and are operating',
  },
  opening: {
    zh: '启动之日名单上达到“三有”的企业（启动名单，以后不再增减）',
    en: 'companies that met the three haves on the list of the day of the launch (the opening list, which does not change)',
  },
} as const

export const qualifyingRows = (list: DriveList) =>
  defineRowSet({
    id: `enterprise.drive_${list}`,
    dated: 'asOf',
    record: 'enterprise.target',
    words: lists[list],
    kinds: industries,
    rows: (relations, at) => countable(qualifying(relations, at, list).select(columns)),
  })

export const organisedRows = (list: DriveList) =>
  defineRowSet({
    id: `enterprise.drive_${list}_organised`,
    dated: 'asOf',
    record: 'enterprise.target',
    words: {
      zh: `${lists[list].zh}中，当日由单独或者联合组建的党组织覆盖的企业`,
      en: `of the ${lists[list].en}, those that an own or a joint Party organisation covers on the day`,
    },
    kinds: industries,
    rows: (relations, at) =>
      countable(
        qualifying(relations, at, list).where('c.unit_id', 'in', coveredUnits(relations, at)).select(columns),
      ),
  })

/** Companies to which an instructor or liaison is sent on the day. */
export const companiesSentTo = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('posting_spell as g')
    .where('g.office_id', '=', at.office)
    .where(inForce('g', at.asOf))
    .select('g.company_id')

export const workedRows = (list: DriveList) =>
  defineRowSet({
    id: `enterprise.drive_${list}_worked`,
    dated: 'asOf',
    record: 'enterprise.target',
    words: {
      zh: `${lists[list].zh}中，当日有党组织覆盖或者派有党建指导员、联络员的企业`,
      en: `of the ${lists[list].en}, those that a Party organisation covers or to which an instructor or liaison is sent on the day`,
    },
    kinds: industries,
    rows: (relations, at) =>
      countable(
        qualifying(relations, at, list)
          .where((eb) =>
            eb.or([
              eb('c.unit_id', 'in', coveredUnits(relations, at)),
              eb('t.company_id', 'in', companiesSentTo(relations, at)),
            ]),
          )
          .select(columns),
      ),
  })

/** Drives are the whole office's: they count at the subdistrict. */
export const openCensuses = defineRowSet({
  id: 'enterprise.drives_with_open_census',
  dated: 'asOf',
  record: 'enterprise.drive',
  words: { zh: '摸底没有结束的攻坚行动', en: 'drives whose census is not closed' },
  kinds: censusStates,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('drive_spell as s')
        .innerJoin(streets(relations, at).as('r'), (join) => join.onTrue())
        .where('s.office_id', '=', at.office)
        .where('s.census', '=', 'open')
        .where(inForce('s', at.asOf))
        .select([
          's.record_id',
          'r.street_id as place_id',
          noLine,
          noDay,
          's.valid_from',
          's.valid_to',
          noAmount,
          sql<string>`s.record_id::text`.as('key'),
          's.census as kind',
        ]),
    ),
})
