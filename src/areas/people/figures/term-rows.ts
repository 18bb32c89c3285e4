import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import { inForce, noAmount } from '../../../platform/figures/row-columns.ts'
import {
  countable,
  defineRowSet,
  type Instants,
  type Relations,
  type RowSet,
} from '../../../platform/figures/row-set.ts'
import type { Text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { foundedIn, organisationKinds, organisationsOn, organisationTerms } from '../../organisation/index.ts'
import { practiceLeadTimes } from '../rules/elections/calendar/lead-times.ts'
import { termKindOf } from '../rules/elections/term-kind-of.ts'
import { termLengths } from '../rules/elections/term-length.ts'
import { mostShiftYears } from '../rules/elections/term-rules.ts'
import type { Tables } from '../tables.generated.ts'
import { type TermOutcome, termOutcomes } from '../terms.ts'

type Seen = Pick<Tables, 'election_spell' | 'election_event' | 'lead_time' | 'lead_time_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('people')

/** The types of organisation that have terms, and how long: the table of the rules, for every type and tier and the days of each length. */
const having = Object.keys(organisationKinds).flatMap((kind) =>
  Object.keys(foundedIn).flatMap((founded) => {
    const term = termKindOf({ kind, foundedIn: founded })
    return term ? [{ kind, founded, term }] : []
  }),
)
const lengths = having.flatMap(({ kind, founded, term }) =>
  termLengths
    .filter((length) => length.kind === term)
    .map(({ electedIn, years }) => ({ kind, founded, ...electedIn, years })),
)
type Length = { kind: string; founded: string; since: Day; before: Day | null; years: number }
const lengthTable = sql<Length>`(values ${sql.join(
  lengths.map(
    ({ kind, founded, from, to, years }) =>
      sql`(${sql.lit(kind)}, ${sql.lit(founded)}, ${sql.lit(from)}::date, ${sql.lit(to)}::date, ${sql.lit(years)})`,
  ),
)})`

/** Terms with the day on which they expire: by the length recorded, else by the rule of the day on which they began. */
const expiring = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom(organisationTerms(relations, at).as('o'))
    .leftJoin(lengthTable.as<'l'>(sql`l(kind, founded, since, before, years)`), (join) =>
      join
        .onRef('l.kind', '=', 'o.kind')
        .onRef('l.founded', '=', 'o.founded_in')
        .on(sql<boolean>`l.since <= o.term_from and (l.before is null or o.term_from < l.before)`),
    )
    .where('o.kind', 'in', [...new Set(having.map(({ kind }) => kind))])
    .select([
      'o.organisation_id',
      'o.term_from',
      'o.next_from',
      'o.next_document',
      sql<Day | null>`(o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date`.as(
        'expiry',
      ),
    ])

/** Months from which on a term is prepared: in force on the day of its expiry. */
const remindMonths = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('lead_time_spell as s')
    .innerJoin('lead_time as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', at.office)
    .where('h.step', '=', 'remind')
    .where(inForce('s', sql.ref<Day>('t.expiry')))
    .select('s.months')

/** The elections that ended a term: under way or confirmed when the next one began. */
const electionOf = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('election_spell as s')
    .where('s.office_id', '=', at.office)
    .where('s.kind', '=', 'term')
    .whereRef('s.organisation_id', '=', sql.ref('t.organisation_id'))
    .where(sql<boolean>`s.valid_from <= t.next_from and (s.valid_to is null or s.valid_to >= t.next_from)`)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('election_event as c')
            .whereRef('c.office_id', '=', 's.office_id')
            .whereRef('c.record_id', '=', 's.record_id')
            .where('c.kind', '=', 'cancelled')
            .select(sql.lit(1).as('one')),
        ),
      ),
    )

/** Whether the higher organisation approved: a numbered reply to the request (of a past election the number that it bears), or where no election is recorded a number at the new term. */
function approved(relations: Relations, at: Instants): RawBuilder<boolean> {
  const elections = electionOf(relations, at)
  const replied = elections
    .innerJoin('election_event as a', (join) =>
      join.onRef('a.office_id', '=', 's.office_id').onRef('a.record_id', '=', 's.record_id'),
    )
    .where('a.kind', 'in', ['approved', 'recorded'])
    .where(sql<boolean>`btrim(a.document_no) <> ''`)
  const one = sql.lit(1).as('one')
  return sql<boolean>`case when exists (${elections.select(one)}) then exists (${replied.select(one)})
    else coalesce(btrim(t.next_document) <> '', false) end`
}

function outcome(relations: Relations, at: Instants): RawBuilder<TermOutcome> {
  const ahead: Expression<number> = sql`coalesce((${remindMonths(relations, at)}), ${sql.lit(practiceLeadTimes.remind)})`
  const shift = sql`${sql.lit(mostShiftYears)} * interval '1 year'`
  return sql<TermOutcome>`case
    when t.next_from is null then 'not_held'
    when t.next_from between (t.expiry - ${ahead} * interval '1 month')::date and t.expiry then 'on_time'
    when t.next_from not between (t.expiry - ${shift})::date and (t.expiry + ${shift})::date then 'beyond_a_year'
    when ${approved(relations, at)} then 'shifted' else 'unapproved' end`
}

/** Terms that ended within the period, of organisations that were in force on that day, and what became of each. */
const due = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom(expiring(relations, at).as('t'))
    .innerJoinLateral(organisationsOn(relations, { ...at, asOf: sql.ref<Day>('t.expiry') }).as('s'), (join) =>
      join.onRef('s.organisation_id', '=', 't.organisation_id'),
    )
    .where(sql<boolean>`t.expiry between ${at.from} and ${at.through}`)
    .select(['t.organisation_id', 's.seat_id', 't.term_from', 't.next_from', 't.expiry'])
    .select(outcome(relations, at).as('outcome'))

/** Those of the outcomes alone; null: all of them. */
export function termRows(name: string, outcomes: readonly TermOutcome[] | null, words: Text): RowSet {
  return defineRowSet({
    id: `people.${name}`,
    dated: 'period',
    record: 'organisation.party_organisation',
    words,
    kinds: termOutcomes,
    onLine: true,
    rows: (relations, at) => {
      const terms = tables(relations).selectFrom(due(relations, at).as('d'))
      return countable(
        (outcomes ? terms.where('d.outcome', 'in', outcomes) : terms).select([
          'd.organisation_id as record_id',
          'd.seat_id as place_id',
          'd.organisation_id as line_id',
          'd.expiry as on_date',
          'd.term_from as valid_from',
          'd.next_from as valid_to',
          noAmount,
          sql<string>`d.organisation_id::text || ' ' || d.term_from::text`.as('key'),
          'd.outcome as kind',
        ]),
      )
    },
  })
}
