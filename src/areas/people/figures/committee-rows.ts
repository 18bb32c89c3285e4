import { type Expression, type Kysely, sql } from 'kysely'
import { inForce, noDay } from '../../../platform/figures/row-columns.ts'
import {
  countable,
  defineRowSet,
  type Instants,
  type Relations,
  type RowSet,
} from '../../../platform/figures/row-set.ts'
import type { Text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { communityTerms } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'
import { type CommitteeTrait, partyPosts } from '../terms.ts'
import { completedYearsOf, juniorCollegeOrAbove } from './columns.ts'

type Seen = Pick<Tables, 'person' | 'person_spell' | 'party_post_spell' | 'community_post_spell'>

/** Whoever sits in a community's committee: on the day; of those elected when its term began; of those elected the time before, on that day. */
export type Sitting = 'in_office' | 'elected' | 'previous'

const sittings = {
  in_office: {
    zh: '社区党组织在任委员（含书记、副书记）',
    en: 'committee members of community Party organisations in office',
  },
  elected: {
    zh: '社区党组织本届选举产生、仍在任的委员（含书记、副书记）',
    en: 'committee members of community Party organisations elected for the present term and in office',
  },
  previous: {
    zh: '社区党组织上一届选举产生的委员（含书记、副书记；各社区以上一届选举日为准）',
    en: 'committee members of community Party organisations elected for the term before, each as on the day of that election',
  },
} as const satisfies Record<Sitting, Text>

const { group_leader: _group, ...committeePosts } = partyPosts
const posts = Object.keys(committeePosts) as (keyof typeof committeePosts)[]

/** The day of which age, education and working time are told. */
const dayOf = (sitting: Sitting, at: Instants): Expression<Day> =>
  sitting === 'previous' ? sql.ref<Day>('t.previous_from') : at.asOf

function sittingRows(relations: Relations, at: Instants, sitting: Sitting) {
  const on = dayOf(sitting, at)
  const query = (relations<Seen>('people') as Kysely<Seen>)
    .selectFrom('party_post_spell as s')
    .innerJoin(communityTerms(relations, at).as('t'), (join) =>
      join.onRef('t.organisation_id', '=', 's.organisation_id'),
    )
    .innerJoin('person as p', (join) =>
      join.onRef('p.office_id', '=', 's.office_id').onRef('p.id', '=', 's.person_id'),
    )
    .leftJoin('person_spell as e', (join) =>
      join
        .onRef('e.office_id', '=', 's.office_id')
        .onRef('e.record_id', '=', 's.person_id')
        .on(inForce('e', on)),
    )
    .where('s.office_id', '=', at.office)
    .where('s.post', 'in', posts)
    .where(inForce('s', on))
  if (sitting === 'in_office') return query
  return query
    .where('s.gained', '=', 'elected')
    .whereRef('s.won_on', '=', sitting === 'previous' ? 't.previous_from' : 't.term_from')
}
type SittingQuery = ReturnType<typeof sittingRows>

/** Which of them are counted: what the words add, and the condition. */
export const traits = {
  all: { words: { zh: '', en: '' }, narrow: (query) => query },
  junior_college: {
    words: {
      zh: '中已取得大专及以上学历的（不含结业、肄业、在读）',
      en: ', who completed junior college or above',
    },
    narrow: (query) => query.where('e.education', 'in', [...juniorCollegeOrAbove]),
  },
  university: {
    words: { zh: '中已取得大学本科及以上学历的', en: ', who completed university or above' },
    narrow: (query) => query.where('e.education', 'in', ['11', '14', '21']),
  },
  women: {
    words: { zh: '中的女性', en: ', who are women' },
    narrow: (query) => query.where('p.sex', '=', '2'),
  },
  up_to_35: {
    words: { zh: '中35周岁及以下的', en: ', of 35 completed years or fewer' },
    narrow: (query, at, sitting) => query.where(completedYearsOf('p.birth', dayOf(sitting, at)), '<=', 35n),
  },
  full_time: {
    words: { zh: '中专职的', en: ', who work full time' },
    narrow: (query) => query.where('s.working_time', '=', 'full_time'),
  },
  again: {
    words: {
      zh: '中在换届前一日已是该党组织委员的（连任）',
      en: ', who sat in the same committee on the day before the term began',
    },
    narrow: (query, _at, sitting) => {
      const before = sql<Day>`(${sql.ref(sitting === 'previous' ? 't.previous_from' : 't.term_from')} - 1)`
      return query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('party_post_spell as b')
            .whereRef('b.office_id', '=', 's.office_id')
            .whereRef('b.organisation_id', '=', 's.organisation_id')
            .whereRef('b.person_id', '=', 's.person_id')
            .where('b.post', 'in', posts)
            .where(inForce('b', before))
            .select(sql.lit(1).as('one')),
        ),
      )
    },
  },
  both_posts: {
    words: {
      zh: '中同时在居委会任职的（交叉任职）',
      en: ', who also hold a post in the residents’ committee',
    },
    narrow: (query, at, sitting) =>
      query.where((eb) =>
        eb.exists(
          eb
            .selectFrom('community_post_spell as c')
            .whereRef('c.office_id', '=', 's.office_id')
            .whereRef('c.person_id', '=', 's.person_id')
            .whereRef('c.place_id', '=', 't.seat_id')
            .where('c.post', 'in', ['committee_director', 'committee_deputy', 'committee_member'])
            .where(inForce('c', dayOf(sitting, at)))
            .select(sql.lit(1).as('one')),
        ),
      ),
  },
} as const satisfies Record<
  'all' | CommitteeTrait,
  { words: Text; narrow: (query: SittingQuery, at: Instants, sitting: Sitting) => SittingQuery }
>
export type Trait = keyof typeof traits

/** Committee members with a trait; the amount of a row is the age in completed years. A birth that was erased leaves no age. */
export function committeeRows(sitting: Sitting, trait: Trait, withAge = false): RowSet {
  const { words, narrow } = traits[trait]
  return defineRowSet({
    id: `people.committee_${sitting}_${trait}${withAge ? '_with_age' : ''}`,
    dated: 'asOf',
    record: 'people.party_post',
    words: { zh: `${sittings[sitting].zh}${words.zh}`, en: `${sittings[sitting].en}${words.en}` },
    kinds: committeePosts,
    onLine: true,
    rows: (relations, at) => {
      const narrowed: SittingQuery = narrow(sittingRows(relations, at, sitting), at, sitting)
      const counted = withAge ? narrowed.where('p.birth', 'is not', null) : narrowed
      return countable(
        counted.select([
          's.record_id',
          't.seat_id as place_id',
          't.organisation_id as line_id',
          noDay,
          's.valid_from',
          's.valid_to',
          completedYearsOf('p.birth', dayOf(sitting, at)).as('amount'),
          sql<string>`s.person_id::text`.as('key'),
          's.post as kind',
        ]),
      )
    },
  })
}
