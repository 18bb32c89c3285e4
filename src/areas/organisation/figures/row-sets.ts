import { type Kysely, sql } from 'kysely'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Tables } from '../tables.generated.ts'
import { organisationKinds, placeKinds } from '../terms.ts'
import { inForce, noAmount, noLine } from '../../../platform/figures/row-columns.ts'
import { groupKind } from './group-kind.ts'

type Seen = Pick<
  Tables,
  'party_organisation_spell' | 'place_spell' | 'council_seat_spell' | 'party_organisation_event'
>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('organisation')

/** Party organisations in force on the day. A stairwell group is no level of Party organisation and is not among them. */
const organisations = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('party_organisation_spell as s')
    .where('s.office_id', '=', at.office)
    .where(inForce('s', at.asOf))
    .select([
      's.record_id',
      's.seat_id as place_id',
      's.record_id as line_id',
      sql<null>`null::date`.as('on_date'),
      's.valid_from',
      's.valid_to',
      noAmount,
      sql<string>`s.record_id::text`.as('key'),
      's.kind',
    ])

const statutoryKinds = ['611', '621', '631'] as const

export const organisationsInForce = defineRowSet({
  id: 'organisation.organisations_in_force',
  dated: 'asOf',
  record: 'organisation.party_organisation',
  words: {
    zh: '有效的党组织（不含楼道党小组）',
    en: 'Party organisations in force, stairwell groups not among them',
  },
  kinds: organisationKinds,
  onLine: true,
  rows: (relations, at) => countable(organisations(relations, at).where('s.kind', '<>', groupKind)),
})

export const communityOrganisationsInForce = defineRowSet({
  id: 'organisation.community_organisations_in_force',
  dated: 'asOf',
  record: 'organisation.party_organisation',
  words: {
    zh: '有效的社区党组织（社区党委、党总支部、党支部，不含大党委）',
    en: 'community Party organisations in force (committee, general branch or branch; joint councils are counted apart)',
  },
  kinds: organisationKinds,
  onLine: true,
  rows: (relations, at) =>
    countable(
      organisations(relations, at)
        .where('s.founded_in', '=', 'community')
        .where('s.kind', 'in', [...statutoryKinds]),
    ),
})

export const groupsInForce = defineRowSet({
  id: 'organisation.groups_in_force',
  dated: 'asOf',
  record: 'organisation.party_organisation',
  words: { zh: '有效的楼道党小组', en: 'stairwell Party groups in force' },
  kinds: { [groupKind]: organisationKinds[groupKind] },
  onLine: true,
  rows: (relations, at) => countable(organisations(relations, at).where('s.kind', '=', groupKind)),
})

const places = (relations: Relations, at: Instants, kind: 'compound' | 'stairwell') =>
  tables(relations)
    .selectFrom('place_spell as p')
    .where('p.office_id', '=', at.office)
    .where('p.kind', '=', kind)
    .where(inForce('p', at.asOf))
    .select([
      'p.record_id',
      'p.record_id as place_id',
      noLine,
      sql<null>`null::date`.as('on_date'),
      'p.valid_from',
      'p.valid_to',
      noAmount,
      sql<string>`p.record_id::text`.as('key'),
      'p.kind',
    ])

const placeSet = (id: string, kind: 'compound' | 'stairwell', words: { zh: string; en: string }) =>
  defineRowSet({
    id,
    dated: 'asOf',
    record: 'organisation.place',
    words,
    kinds: { [kind]: placeKinds[kind] },
    rows: (relations, at) => countable(places(relations, at, kind)),
  })

export const compoundsInForce = placeSet('organisation.compounds_in_force', 'compound', {
  zh: '在册的住宅小区',
  en: 'residential compounds on the register',
})
export const stairwellsInForce = placeSet('organisation.stairwells_in_force', 'stairwell', {
  zh: '在册的楼道（单元）',
  en: 'stairwells on the register',
})

export const compoundsCovered = defineRowSet({
  id: 'organisation.compounds_covered',
  dated: 'asOf',
  record: 'organisation.place',
  decidedBy: { record: 'organisation.party_organisation', placeColumn: 'seat_id' },
  words: {
    zh: '至少设有一个有效党支部或联合党支部的住宅小区',
    en: 'residential compounds with at least one branch or joint branch in force',
  },
  kinds: { compound: placeKinds.compound },
  rows: (relations, at) =>
    countable(
      places(relations, at, 'compound').where((eb) =>
        eb.exists(
          eb
            .selectFrom('party_organisation_spell as s')
            .whereRef('s.office_id', '=', 'p.office_id')
            .whereRef('s.seat_id', '=', 'p.record_id')
            .where('s.kind', 'in', ['631', '632'])
            .where(inForce('s', at.asOf))
            .select(sql.lit(1).as('one')),
        ),
      ),
    ),
})

export const stairwellsCovered = defineRowSet({
  id: 'organisation.stairwells_covered',
  dated: 'asOf',
  record: 'organisation.place',
  decidedBy: { record: 'organisation.party_organisation', placeColumn: 'seat_id' },
  words: {
    zh: '本楼道或所在楼栋设有有效党小组的楼道（单元）',
    en: 'stairwells with a Party group in force in the stairwell itself or in its building',
  },
  kinds: { stairwell: placeKinds.stairwell },
  rows: (relations, at) =>
    countable(
      places(relations, at, 'stairwell').where((eb) => {
        const groupAt = (place: 'p.record_id' | 'p.parent_id') =>
          eb.exists(
            eb
              .selectFrom('party_organisation_spell as s')
              .whereRef('s.office_id', '=', 'p.office_id')
              .whereRef('s.seat_id', '=', place)
              .where('s.kind', '=', groupKind)
              .where(inForce('s', at.asOf))
              .select(sql.lit(1).as('one')),
          )
        // Each alone can be looked up; two conditions in one go through every group for each stairwell.
        return eb.or([groupAt('p.record_id'), groupAt('p.parent_id')])
      }),
    ),
})

export const seatsInForce = defineRowSet({
  id: 'organisation.council_seats_in_force',
  dated: 'asOf',
  record: 'organisation.council_seat',
  words: {
    zh: '街道和社区大党委的有效成员单位席位',
    en: 'seats in force in the councils of the subdistrict and its communities',
  },
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('council_seat_spell as s')
        .where('s.office_id', '=', at.office)
        .where(inForce('s', at.asOf))
        .select([
          's.record_id',
          's.place_id',
          noLine,
          sql<null>`null::date`.as('on_date'),
          's.valid_from',
          's.valid_to',
          noAmount,
          sql<string>`s.unit_id::text`.as('key'),
          sql<null>`null::text`.as('kind'),
        ]),
    ),
})

/** Founded anew, by one unit or by several; born of a merger or a split is something else. */
const foundedAnew = ['established', 'jointly_established'] as const

const eventSet = (id: string, kind: 'established' | 'dissolved', words: { zh: string; en: string }) =>
  defineRowSet({
    id,
    dated: 'period',
    record: 'organisation.party_organisation',
    words,
    kinds: organisationKinds,
    onLine: true,
    rows: (relations, at) =>
      countable(
        tables(relations)
          .selectFrom('party_organisation_event as e')
          .innerJoin('party_organisation_spell as s', (join) =>
            join
              .onRef('s.office_id', '=', 'e.office_id')
              .onRef('s.record_id', '=', 'e.record_id')
              // An organisation is of the kind that it had on the day it began, or on its last day.
              .onRef(kind === 'established' ? 's.valid_from' : 's.valid_to', '=', 'e.on_date'),
          )
          .where('e.office_id', '=', at.office)
          .where('e.kind', 'in', kind === 'established' ? [...foundedAnew] : [kind])
          .where('e.on_date', '>=', at.from)
          .where('e.on_date', '<=', at.through)
          .where('s.kind', '<>', groupKind)
          .select([
            'e.record_id',
            'e.place_id',
            // On its last day it has left the line: it counts at the organisation that it answered to.
            kind === 'established' ? 'e.record_id as line_id' : 's.parent_id as line_id',
            'e.on_date',
            sql<null>`null::date`.as('valid_from'),
            sql<null>`null::date`.as('valid_to'),
            noAmount,
            sql<string>`e.id::text`.as('key'),
            's.kind',
          ]),
      ),
  })

export const organisationsEstablished = eventSet('organisation.organisations_established', 'established', {
  zh: '新建和联合组建的党组织（不含楼道党小组）',
  en: 'Party organisations established anew or jointly, groups not among them',
})
export const organisationsDissolved = eventSet('organisation.organisations_dissolved', 'dissolved', {
  zh: '撤销的党组织（不含楼道党小组；归并、合并、分设的不在其内）',
  en: 'Party organisations dissolved, groups not among them; absorbed, merged and split ones are counted apart',
})
