import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import { noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Text } from '../../../platform/text.ts'
import { organisationUnits } from '../../organisation/index.ts'
import type { Tables } from '../tables.generated.ts'
import { improvementActs } from '../terms.ts'
import { improvingActs } from './improving-acts.ts'

type Outcome = 'improvement' | 'capital_increase' | 'financing' | 'hiring' | 'training'
type Seen = Pick<Tables, 'company_spell' | 'scale_listing_spell'>
type Told = {
  readonly key: RawBuilder<string>
  readonly amount?: RawBuilder<bigint | number>
  readonly kind?: RawBuilder<string>
}

/** Results of a period: each counts on its own day and in the place of that day, as it was last told. Without evidence none counts. */
const results = (
  relations: Relations,
  at: Instants,
  outcome: Outcome,
  { amount, key, kind }: Told,
  also: RawBuilder<SqlBool> = sql<SqlBool>`true`,
) => {
  const event = `${outcome}_event` as 'improvement_event'
  const spell = `${outcome}_spell` as 'improvement_spell'
  return countable(
    relations<Pick<Tables, 'improvement_event' | 'improvement_spell'>>('enterprise')
      .selectFrom(`${event} as e`)
      .innerJoin(`${spell} as l`, (join) =>
        join
          .onRef('l.office_id', '=', 'e.office_id')
          .onRef('l.record_id', '=', 'e.record_id')
          .on('l.valid_to', 'is', null),
      )
      .where('e.office_id', '=', at.office)
      .where('e.kind', 'in', ['recorded', 'held'])
      .where('e.on_date', '>=', at.from)
      .where('e.on_date', '<=', at.through)
      .where('l.evidence', 'is not', null)
      .where(also)
      .select([
        'e.record_id',
        'l.place_id',
        noLine,
        'e.on_date',
        sql<null>`null::date`.as('valid_from'),
        sql<null>`null::date`.as('valid_to'),
        sql<bigint | null>`${amount ?? sql`null`}::bigint`.as('amount'),
        key.as('key'),
        sql<string | null>`${kind ?? sql`null`}::text`.as('kind'),
      ]),
  )
}
const company = sql<string>`l.company_id::text`
const itself = sql<string>`e.record_id::text`

/** Whether the organisation that an improvement names did, on that day, what the improvement says, and has the company among its units. */
const borneOut = (relations: Relations, at: Instants): RawBuilder<SqlBool> => sql<SqlBool>`exists (
  select from (${improvingActs(relations, at)}) a
  join (${organisationUnits(relations, at)}) u on u.organisation_id = a.organisation_id
    and u.valid_from <= ${at.through} and (u.valid_to is null or e.on_date < u.valid_to)
  join (${units(relations, at)}) c on c.unit_id = u.unit_id
  where a.organisation_id = l.organisation_id and a.act = l.act and a.on_date = e.on_date and c.company_id = l.company_id)`

const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')
const units = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('company_spell as c')
    .where('c.office_id', '=', at.office)
    .select(['c.record_id as company_id', 'c.unit_id'])

const aboveScale = (relations: Relations, at: Instants): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (${tables(relations)
    .selectFrom('scale_listing_spell as r')
    .where('r.office_id', '=', at.office)
    .where(sql<SqlBool>`r.company_id = l.company_id`)
    .where(sql<SqlBool>`r.valid_from <= e.on_date and (r.valid_to is null or e.on_date < r.valid_to)`)
    .select('r.record_id')})`

export const improvedAboveScale = defineRowSet({
  id: 'enterprise.improved_above_scale',
  dated: 'period',
  record: 'enterprise.improvement',
  words: {
    zh: '街道协助优化了党组织（党组织当日确有组建、调整类型、换届、升格或者调整书记）、当日在统计名录中、且有依据的规上（限上）企业',
    en: 'companies above scale on the day whose Party organisation was improved with the street’s assistance, as the organisation’s own record of that day (founded, re-classified, re-elected, raised, secretary changed) bears out, with evidence',
  },
  kinds: improvementActs,
  rows: (relations, at) =>
    results(
      relations,
      at,
      'improvement',
      { key: company, kind: sql<string>`l.act` },
      sql<SqlBool>`${aboveScale(relations, at)} and ${borneOut(relations, at)}`,
    ),
})

export const capitalIncreased = defineRowSet({
  id: 'enterprise.capital_increased',
  dated: 'period',
  record: 'enterprise.capital_increase',
  words: {
    zh: '街道协助、有变更登记依据和企业书面确认的企业增资（以外币登记的，须有折算率和日期）',
    en: 'capital increases of companies with which the street assisted, with evidence of the registration and the company’s written confirmation (in another currency: with its rate and day)',
  },
  rows: (relations, at) =>
    results(
      relations,
      at,
      'capital_increase',
      { amount: sql<bigint>`l.new_capital - l.old_capital`, key: company },
      sql<SqlBool>`l.confirmation is not null and l.new_capital > l.old_capital
        and (coalesce(l.currency, 'cny') = 'cny' or (l.rate is not null and l.rate_on is not null))`,
    ),
})

export const financed = defineRowSet({
  id: 'enterprise.financed',
  dated: 'period',
  record: 'enterprise.financing',
  words: {
    zh: '街道协助、有依据的企业融资',
    en: 'financings of companies with which the street assisted, with evidence',
  },
  rows: (relations, at) =>
    results(relations, at, 'financing', { amount: sql<bigint>`l.amount`, key: company }),
})

export const hired = defineRowSet({
  id: 'enterprise.hired',
  dated: 'period',
  record: 'enterprise.hiring',
  words: {
    zh: '街道协助、有依据的企业用工',
    en: 'hirings by companies with which the street assisted, with evidence',
  },
  rows: (relations, at) => results(relations, at, 'hiring', { amount: sql<number>`l.persons`, key: company }),
})

const trainings = (id: string, words: Text, amount?: 'persons' | 'person_times') =>
  defineRowSet({
    id,
    dated: 'period',
    record: 'enterprise.training',
    words,
    rows: (relations, at) =>
      results(
        relations,
        at,
        'training',
        { key: itself, ...(amount ? { amount: sql<number>`${sql.ref(`l.${amount}`)}` } : {}) },
        amount ? sql<SqlBool>`${sql.ref(`l.${amount}`)} is not null` : sql<SqlBool>`true`,
      ),
  })

export const trainingsHeld = trainings('enterprise.trainings_held', {
  zh: '为企业举办、有依据的培训',
  en: 'trainings held for companies, with evidence',
})
export const trainingPersons = trainings(
  'enterprise.training_persons',
  {
    zh: '为企业举办、有依据且统计了人数的培训',
    en: 'trainings held for companies, with evidence, whose participants were counted',
  },
  'persons',
)
export const trainingPersonTimes = trainings(
  'enterprise.training_person_times',
  {
    zh: '为企业举办、有依据且统计了人次的培训',
    en: 'trainings held for companies, with evidence, whose attendances were counted',
  },
  'person_times',
)
