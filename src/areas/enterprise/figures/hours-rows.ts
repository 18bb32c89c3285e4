import { type Kysely, type RawBuilder, sql } from 'kysely'
import { inForce, noAmount, noLine } from '../../../platform/figures/row-columns.ts'
import {
  countable,
  defineRowSet,
  type Instants,
  type Relations,
  type RowSet,
} from '../../../platform/figures/row-set.ts'
import { type Text, text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Tables } from '../tables.generated.ts'
import { requestKinds } from '../terms.ts'
import { requestDimensions } from './request-dimensions.ts'

type Seen = Pick<
  Tables,
  'request_event' | 'request_spell' | 'task_event' | 'task_spell' | 'office_hours_spell'
>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

type Reached = {
  record_id: string
  received_on: Day
  received_at: string | null
  on_date: Day
  at: string | null
}

/** Requests with the day and time of their receipt, and those of the lead's first act upon them. */
const firstResponses = (relations: Relations, at: Instants): RawBuilder<Reached> => {
  const received = receipts(relations, at)
  const acts = tables(relations)
    .selectFrom('task_event as a')
    .innerJoin('task_spell as t', (join) =>
      join
        .onRef('t.office_id', '=', 'a.office_id')
        .onRef('t.record_id', '=', 'a.record_id')
        .on(inForce('t', sql.ref<Day>('a.on_date'))),
    )
    .where('a.office_id', '=', at.office)
    .where('a.kind', 'in', ['accepted', 'answered'])
    .where('t.role', '=', 'lead')
    .select([
      't.request_id',
      'a.on_date',
      'a.seq',
      'a.record_id',
      sql<string | null>`a.sets ->> 'at'`.as('at'),
    ])
  return sql<Reached>`(select * from (
    select distinct on (r.record_id) r.record_id, r.received_on, r.received_at, f.on_date, f.at
    from (${received}) r join (${acts}) f on f.request_id = r.record_id
    order by r.record_id, f.on_date, f.seq, f.record_id) first
    where first.on_date >= ${at.from} and first.on_date <= ${at.through})`
}

const receipts = (relations: Relations, at: Instants) =>
  tables(relations)
    .selectFrom('request_event as b')
    .where('b.office_id', '=', at.office)
    .where('b.kind', '=', 'received')
    .select([
      'b.record_id',
      'b.on_date as received_on',
      sql<string | null>`b.sets ->> 'at'`.as('received_at'),
    ])

/** Requests closed as solved in the period and not reopened by its last day. */
const solutions = (relations: Relations, at: Instants): RawBuilder<Reached> => {
  const closed = tables(relations)
    .selectFrom('request_event as c')
    .where('c.office_id', '=', at.office)
    .where('c.kind', '=', 'closed')
    .where('c.outcome', '=', 'solved')
    .where('c.on_date', '>=', at.from)
    .where('c.on_date', '<=', at.through)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('request_event as l')
            .whereRef('l.office_id', '=', 'c.office_id')
            .whereRef('l.record_id', '=', 'c.record_id')
            .whereRef('l.seq', '>', 'c.seq')
            .where('l.kind', '=', 'reopened')
            .where('l.on_date', '<=', at.through)
            .select(sql.lit(1).as('one')),
        ),
      ),
    )
    .select(['c.record_id', 'c.on_date', sql<string | null>`c.sets ->> 'at'`.as('at')])
  return sql<Reached>`(select r.record_id, r.received_on, r.received_at, c.on_date, c.at
    from (${closed}) c join (${receipts(relations, at)}) r on r.record_id = c.record_id)`
}

/**
 * Hundredths of an hour, half up, within office hours; null where either time is not told or the end comes first, past the last
 * announced day, and where a worked day has no hours: as platform/values/working-time counts what is announced.
 */
function worked(relations: Relations, at: Instants): RawBuilder<bigint | null> {
  const hours = tables(relations)
    .selectFrom('office_hours_spell as o')
    .where('o.office_id', '=', at.office)
    .select(['valid_from', 'valid_to', 'morning_from', 'morning_to', 'afternoon_from', 'afternoon_to'])
  const since = sql`m.received_on + m.received_at::time`
  const until = sql`m.on_date + m.at::time`
  const session = (part: string) =>
    sql`enterprise.session_minutes(w.day, ${sql.ref(`h.${part}_from`)}, ${sql.ref(`h.${part}_to`)}, ${since}, ${until})`
  return sql<bigint | null>`case when ${since} <= ${until} then (
    select case when count(*) = m.on_date - m.received_on + 1 and not bool_or(w.worked and h.valid_from is null)
      then round(sum(case when w.worked then ${session('morning')} + ${session('afternoon')} else 0 end) * 5 / 3)::bigint end
    from platform.working_day w
    left join (${hours}) h on h.valid_from <= w.day and (h.valid_to is null or w.day < h.valid_to)
    where w.day >= m.received_on and w.day <= m.on_date) end`
}

type Reaching = (relations: Relations, at: Instants) => RawBuilder<Reached>

/** What is measured, or what cannot be: together they are all of them. */
function hoursRows(name: string, words: Text, reached: Reaching, measured: boolean): RowSet {
  return defineRowSet({
    id: `enterprise.${name}`,
    dated: 'period',
    record: 'enterprise.request',
    words,
    kinds: requestKinds,
    dimensions: requestDimensions,
    ...(measured ? { needs: { record: 'enterprise.office_hours', absent: noHours } } : {}),
    rows: (relations, at) =>
      countable(
        tables(relations)
          // Behind a fence: what is measured is both looked at and counted, and would else be measured twice.
          .selectFrom(
            sql<Reached & { hours: bigint | null }>`(select m.*, ${worked(relations, at)} as hours
              from ${reached(relations, at)} m offset 0)`.as('e'),
          )
          .innerJoin('request_spell as s', (join) =>
            join.onRef('s.record_id', '=', 'e.record_id').on(inForce('s', sql.ref<Day>('e.on_date'))),
          )
          .where('s.office_id', '=', at.office)
          .where('e.hours', measured ? 'is not' : 'is', null)
          .select([
            'e.record_id',
            's.place_id',
            'e.on_date',
            's.valid_from',
            's.valid_to',
            noLine,
            measured ? 'e.hours as amount' : noAmount,
            sql<string>`e.record_id::text`.as('key'),
            's.kind',
          ]),
      ),
  })
}

const noHours = text(
  '还没有登记本单位的办公时间，不能计算',
  'No office hours are recorded, so nothing is measured by the hour',
)

export const responses = hoursRows(
  'responses_in_hours',
  {
    zh: '期内由主办部门首次接单或者答复、受理和这一次都登记了时刻的企业诉求，各自从受理到这一次的办公时间（工作日的办公时段；已公布的节假日安排和登记的办公时间都须覆盖全程）',
    en: 'requests that the department in the lead first accepted or answered in the period, where both that and the receipt say a time of day, each with the office hours from its receipt to that act (on working days; announced holidays and recorded hours cover all of it)',
  },
  firstResponses,
  true,
)
export const responsesUnmeasured = hoursRows(
  'responses_not_in_hours',
  {
    zh: '期内由主办部门首次接单或者答复、但不能按办公时间计算的企业诉求（受理或者这一次没有登记时刻、时刻先后颠倒，或者期间有的工作日没有登记办公时间、节假日安排尚未公布）',
    en: 'requests that the department in the lead first accepted or answered in the period, and that cannot be measured in office hours (a time of day is missing or out of order, or a working day on the way has no recorded hours or is not announced)',
  },
  firstResponses,
  false,
)
export const solved = hoursRows(
  'solved_in_hours',
  {
    zh: '期内以“解决”办结、期末没有重新办理、受理和办结都登记了时刻的企业诉求，各自从受理到办结的办公时间（工作日的办公时段；已公布的节假日安排和登记的办公时间都须覆盖全程）',
    en: 'requests closed as solved in the period and not reopened by its last day, where both the receipt and the closing say a time of day, each with the office hours between them (on working days; announced holidays and recorded hours cover all of it)',
  },
  solutions,
  true,
)
export const solvedUnmeasured = hoursRows(
  'solved_not_in_hours',
  {
    zh: '期内以“解决”办结、期末没有重新办理、但不能按办公时间计算的企业诉求（受理或者办结没有登记时刻、时刻先后颠倒，或者期间有的工作日没有登记办公时间、节假日安排尚未公布）',
    en: 'requests closed as solved in the period and not reopened by its last day that cannot be measured in office hours (a time of day is missing or out of order, or a working day on the way has no recorded hours or is not announced)',
  },
  solutions,
  false,
)
