import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import { inForce, noAmount, noLine } from '../../../platform/figures/row-columns.ts'
import {
  countable,
  defineRowSet,
  type Instants,
  type Relations,
  type RowSet,
} from '../../../platform/figures/row-set.ts'
import type { Text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Tables } from '../tables.generated.ts'
import { requestDimensions } from './request-dimensions.ts'
import { type RequestKind, requestKinds, requestOutcomes, satisfactions } from '../terms.ts'

type Seen = Pick<Tables, 'request_event' | 'request_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')
const record = 'enterprise.request'

/** The three kinds of problem that the office reports as solved (融资难、升级难、用工难). */
const threeKinds = ['financing', 'upgrading', 'hiring'] as const satisfies readonly RequestKind[]

const within = (column: string, at: Instants): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sql.ref(column)} >= ${at.from} and ${sql.ref(column)} <= ${at.through})`

/** Events of requests, each with how the request stood at the end of that day. */
const eventsOf = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('request_event as e')
    .innerJoin('request_spell as s', (join) =>
      join
        .onRef('s.office_id', '=', 'e.office_id')
        .onRef('s.record_id', '=', 'e.record_id')
        .on(inForce('s', sql.ref<Day>('e.on_date'))),
    )
    .where('e.office_id', '=', at.office)
    .where(within('e.on_date', at))

const columns = ['e.record_id', 's.place_id', 'e.on_date', 's.valid_from', 's.valid_to'] as const

const received = (relations: Relations, at: Instants) =>
  eventsOf(relations, at)
    .where('e.kind', '=', 'received')
    .select([...columns, noLine, noAmount, sql<string>`e.record_id::text`.as('key'), 's.kind'])

export const requestsReceived = defineRowSet({
  id: 'enterprise.requests_received',
  dated: 'period',
  record,
  words: { zh: '期内受理的企业诉求', en: 'requests of companies received in the period' },
  kinds: requestKinds,
  dimensions: requestDimensions,
  rows: (relations, at) => countable(received(relations, at)),
})

export const requestsReceivedAndClosed = defineRowSet({
  id: 'enterprise.requests_received_and_closed',
  dated: 'period',
  record,
  words: {
    zh: '期内受理、期末已办结的企业诉求',
    en: 'requests of companies received in the period and closed on its last day',
  },
  kinds: requestKinds,
  dimensions: requestDimensions,
  rows: (relations, at) =>
    countable(
      received(relations, at).where((eb) =>
        eb.exists(
          eb
            .selectFrom('request_spell as n')
            .whereRef('n.office_id', '=', 'e.office_id')
            .whereRef('n.record_id', '=', 'e.record_id')
            .where('n.stage', '!=', 'open')
            .where(inForce('n', at.through))
            .select(sql.lit(1).as('one')),
        ),
      ),
    ),
})

export const requestsOpen = defineRowSet({
  id: 'enterprise.requests_open',
  dated: 'asOf',
  record,
  words: { zh: '还没有办结的企业诉求', en: 'requests of companies that are not closed' },
  kinds: requestKinds,
  dimensions: requestDimensions,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom('request_spell as s')
        .where('s.office_id', '=', at.office)
        .where('s.stage', '=', 'open')
        .where(inForce('s', at.asOf))
        .select([
          's.record_id',
          's.place_id',
          noLine,
          sql<null>`null::date`.as('on_date'),
          's.valid_from',
          's.valid_to',
          noAmount,
          sql<string>`s.record_id::text`.as('key'),
          's.kind',
        ]),
    ),
})

/** Events of one kind in the period after which no event of the others came up to its last day: each request once. */
const standing = (relations: Relations, at: Instants, kind: string, until: readonly string[]) =>
  eventsOf(relations, at)
    .where('e.kind', '=', kind)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('request_event as l')
            .whereRef('l.office_id', '=', 'e.office_id')
            .whereRef('l.record_id', '=', 'e.record_id')
            .whereRef('l.seq', '>', 'e.seq')
            .where('l.kind', 'in', [...until])
            .where(sql<SqlBool>`l.on_date <= ${at.through}`)
            .select(sql.lit(1).as('one')),
        ),
      ),
    )

const closed = (relations: Relations, at: Instants) => standing(relations, at, 'closed', ['reopened'])

export const requestsClosed = defineRowSet({
  id: 'enterprise.requests_closed',
  dated: 'period',
  record,
  words: {
    zh: '期内办结、期末没有重新办理的企业诉求',
    en: 'requests of companies closed in the period and not reopened by its last day',
  },
  kinds: requestOutcomes,
  dimensions: requestDimensions,
  rows: (relations, at) =>
    countable(
      closed(relations, at).select([
        ...columns,
        noLine,
        noAmount,
        sql<string>`e.record_id::text`.as('key'),
        'e.outcome as kind',
      ]),
    ),
})

export const problemsSolved = defineRowSet({
  id: 'enterprise.problems_solved',
  dated: 'period',
  record,
  words: {
    zh: '期内以“解决”办结的融资、转型升级、用工诉求，期末没有重新办理',
    en: 'requests about financing, upgrading or hiring closed as solved in the period and not reopened by its last day',
  },
  kinds: requestKinds,
  dimensions: requestDimensions,
  rows: (relations, at) =>
    countable(
      closed(relations, at)
        .where('e.outcome', '=', 'solved')
        .where('s.kind', 'in', [...threeKinds])
        .select([...columns, noLine, noAmount, sql<string>`s.company_id::text`.as('key'), 's.kind']),
    ),
})

const calledBack = (relations: Relations, at: Instants) =>
  standing(relations, at, 'called_back', ['called_back', 'reopened'])

/** The last call-back of each request in the period; `said` alone, or all of them. */
export function callBacks(name: string, said: readonly (keyof typeof satisfactions)[], words: Text): RowSet {
  return defineRowSet({
    id: `enterprise.${name}`,
    dated: 'period',
    record,
    words,
    kinds: satisfactions,
    dimensions: requestDimensions,
    rows: (relations, at) =>
      countable(
        calledBack(relations, at)
          .where('e.satisfaction', 'in', [...said])
          .select([
            ...columns,
            noLine,
            noAmount,
            sql<string>`e.record_id::text`.as('key'),
            'e.satisfaction as kind',
          ]),
      ),
  })
}

export const requestsClosedAndReached = defineRowSet({
  id: 'enterprise.requests_closed_and_reached',
  dated: 'period',
  record,
  words: {
    zh: '期内办结、期末已回访并联系上企业的诉求',
    en: 'requests closed in the period whose company was called back and reached by its last day',
  },
  kinds: requestOutcomes,
  dimensions: requestDimensions,
  rows: (relations, at) =>
    countable(
      closed(relations, at)
        .where((eb) =>
          eb.exists(
            eb
              .selectFrom('request_event as c')
              .whereRef('c.office_id', '=', 'e.office_id')
              .whereRef('c.record_id', '=', 'e.record_id')
              .whereRef('c.seq', '>', 'e.seq')
              .where('c.kind', '=', 'called_back')
              .where('c.satisfaction', '!=', 'not_reached')
              .where(sql<SqlBool>`c.on_date <= ${at.through}`)
              .select(sql.lit(1).as('one')),
          ),
        )
        .select([
          ...columns,
          noLine,
          noAmount,
          sql<string>`e.record_id::text`.as('key'),
          'e.outcome as kind',
        ]),
    ),
})

/** Working days from the receipt of each request to its closing, 0 on the day itself; null where no notice reaches that far. */
export const workingDaysToClose = defineRowSet({
  id: 'enterprise.working_days_to_close',
  dated: 'period',
  record,
  words: {
    zh: '期内办结、期末没有重新办理的企业诉求，各自从受理到办结的工作日（当日办结为0）',
    en: 'requests closed in the period and not reopened by its last day, each with the working days from its receipt to its closing (0 on the day itself)',
  },
  kinds: requestKinds,
  dimensions: requestDimensions,
  rows: (relations, at) =>
    countable(
      closed(relations, at).select([
        ...columns,
        noLine,
        sql<bigint | null>`(select (c.nth - r.nth)::bigint from platform.working_day c, platform.working_day r
          where c.day = e.on_date and r.day = (select min(b.valid_from) from ${tables(relations)
            .selectFrom('request_spell')
            .where('office_id', '=', at.office)
            .select(['record_id', 'valid_from'])} b where b.record_id = e.record_id))`.as('amount'),
        sql<string>`e.record_id::text`.as('key'),
        's.kind',
      ]),
    ),
})
