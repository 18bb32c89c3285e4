import { type Kysely, type RawBuilder, sql } from 'kysely'
import { inForce, noAmount, noDay } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import { organisationsOn, temporaryKinds } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'
import { ageBands, educations, memberCategories } from '../terms.ts'
import { completedYearsOf, juniorCollegeOrAbove } from './columns.ts'

type Seen = Pick<Tables, 'person' | 'person_spell' | 'assignment_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('people')

/** Persons whose affiliation is in an organisation of the office on the day; each has one, so each counts once. */
const members = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('person_spell as m')
    .where('m.office_id', '=', at.office)
    .where('m.branch_id', 'is not', null)
    .where(inForce('m', at.asOf))

const columns = [
  'm.record_id',
  'm.place_id',
  'm.branch_id as line_id',
  noDay,
  'm.valid_from',
  'm.valid_to',
  sql<string>`m.record_id::text`.as('key'),
] as const

export const membersInForce = defineRowSet({
  id: 'people.members_in_force',
  dated: 'asOf',
  record: 'people.person',
  words: {
    zh: '组织关系在本街道党组织的党员（每人只在一个党组织；编入临时党组织的不重复计算）',
    en: 'Party members affiliated to organisations of the office (each to one; taking part in a temporary organisation adds nobody)',
  },
  kinds: memberCategories,
  onLine: true,
  rows: (relations, at) =>
    countable(members(relations, at).select([...columns, noAmount, 'm.category as kind'])),
})

export const membersByEducation = defineRowSet({
  id: 'people.members_by_education',
  dated: 'asOf',
  record: 'people.person',
  words: {
    zh: '组织关系在本街道、已取得大专及以上学历（不含结业、肄业、在读）的党员',
    en: 'Party members affiliated here who completed junior college or above',
  },
  kinds: educations,
  onLine: true,
  rows: (relations, at) =>
    countable(
      members(relations, at)
        .where('m.education', 'in', [...juniorCollegeOrAbove])
        .select([...columns, noAmount, 'm.education as kind']),
    ),
})

export const membersWithAge = defineRowSet({
  id: 'people.members_with_age',
  dated: 'asOf',
  record: 'people.person',
  words: {
    zh: '组织关系在本街道党组织的党员',
    en: 'Party members affiliated to organisations of the office',
  },
  kinds: memberCategories,
  onLine: true,
  rows: (relations, at) =>
    countable(
      members(relations, at)
        .innerJoin('person as p', (join) =>
          join.onRef('p.office_id', '=', 'm.office_id').onRef('p.id', '=', 'm.record_id'),
        )
        .where('p.birth', 'is not', null)
        .select([...columns, completedYearsOf('p.birth', at.asOf).as('amount'), 'm.category as kind']),
    ),
})

/** The band of an age; the bands follow one another, so that the first that it lies below is its own. */
const bandOf = (age: RawBuilder<bigint>) => {
  const bounded = Object.entries(ageBands).flatMap(([band, { below }]) =>
    below === null ? [] : [{ band, below }],
  )
  const cases = bounded.map(({ band, below }) => sql`when ${age} < ${sql.lit(below)} then ${sql.lit(band)}`)
  return sql<string>`case when ${sql.ref('p.birth')} is null then 'unknown' ${sql.join(cases, sql` `)} else 'over_60' end`
}

/** The bands of all together are the members: who has no birth any more is in a band of its own. */
export const membersByAge = defineRowSet({
  id: 'people.members_by_age',
  dated: 'asOf',
  record: 'people.person',
  words: {
    zh: '组织关系在本街道党组织的党员（每人一次），按年龄段分',
    en: 'Party members affiliated to organisations of the office, each once, by age',
  },
  kinds: ageBands,
  onLine: true,
  rows: (relations, at) =>
    countable(
      members(relations, at)
        .innerJoin('person as p', (join) =>
          join.onRef('p.office_id', '=', 'm.office_id').onRef('p.id', '=', 'm.record_id'),
        )
        .select([...columns, noAmount, bandOf(completedYearsOf('p.birth', at.asOf)).as('kind')]),
    ),
})

/** Members who take part in temporary organisations, wherever their affiliation is. */
export const temporaryMembers = defineRowSet({
  id: 'people.temporary_members',
  dated: 'asOf',
  record: 'people.assignment',
  words: {
    zh: '编入有效的临时党组织的党员',
    en: 'members assigned to temporary organisations in force',
  },
  onLine: true,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('assignment_spell as a')
        .innerJoin(organisationsOn(relations, at).as('o'), (join) =>
          join.onRef('o.organisation_id', '=', 'a.organisation_id'),
        )
        .where('a.office_id', '=', at.office)
        .where('o.organisation_kind', 'in', [...temporaryKinds])
        .where(inForce('a', at.asOf))
        .select([
          'a.record_id',
          'a.place_id',
          'a.organisation_id as line_id',
          noDay,
          'a.valid_from',
          'a.valid_to',
          noAmount,
          sql<string>`a.person_id::text`.as('key'),
          sql<null>`null::text`.as('kind'),
        ]),
    ),
})
