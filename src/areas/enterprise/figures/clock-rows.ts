import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import { inForce, noAmount, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import { quanzhouClockSet } from '../rules/clocks/clock-set.ts'
import type { Tables } from '../tables.generated.ts'
import { taskRoles } from '../terms.ts'
import { partDimensions } from './request-dimensions.ts'

type Seen = Pick<Tables, 'task_event' | 'task_spell' | 'request_spell' | 'clock' | 'clock_spell'>
const tables = (relations: Relations): Kysely<Seen> => relations<Seen>('enterprise')

type Run = {
  record_id: string
  request_id: string
  place_id: string
  role: string
  start_on: Day
  due_on: Day | null
  answered_on: Day | null
}

const { lead, assist } = quanzhouClockSet.clocks

/**
 * Runs of departments' parts, each from its assignment or taking up again, as known on a day: when it was due and when it was answered. What was
 * returned, and what the request's closing ended without an answer, is no run. The due day is that of rules/requests/part-clocks.ts.
 */
function runs(relations: Relations, at: Instants, on: Expression<Day>): RawBuilder<Run> {
  const events = tables(relations)
    .selectFrom('task_event')
    .where('office_id', '=', at.office)
    .where('on_date', '<=', on)
    .select(['record_id', 'on_date', 'seq', 'kind', 'sets'])
  const parts = tables(relations)
    .selectFrom('task_spell as s')
    .where('s.office_id', '=', at.office)
    .where(inForce('s', on))
    .select(['s.record_id', 's.request_id', 's.place_id', 's.role'])
  const ended = tables(relations)
    .selectFrom('request_spell')
    .where('office_id', '=', at.office)
    .where('stage', '!=', 'open')
    .where('valid_from', '<=', on)
    .select(['record_id', 'valid_from'])
  const set = tables(relations)
    .selectFrom('clock_spell as c')
    .innerJoin('clock as h', (join) =>
      join.onRef('h.office_id', '=', 'c.office_id').onRef('h.id', '=', 'c.record_id'),
    )
    .where('c.office_id', '=', at.office)
    .select(['h.step', 'c.length', 'c.unit', 'c.valid_from', 'c.valid_to'])
  return sql<Run>`(
    with told as (
      select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run,
        min(e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
      from (${events}) e window whole as (partition by e.record_id order by e.seq)),
    ran as (
      select record_id, run, min(on_date) as start_on,
        min(on_date) filter (where kind = 'answered') as answered_on, bool_or(kind = 'upheld') as returned,
        (array_agg(sets order by sets ->> 'asked_on' desc, seq desc) filter (where kind = 'extended'))[1] as more,
        array_agg(on_date order by seq) filter (where kind = 'paused') as paused_on,
        array_agg(resumed_on order by seq) filter (where kind = 'paused') as resumed_on
      from told group by record_id, run),
    lived as (
      select r.*, p.request_id, p.place_id, p.role, (r.more ->> 'asked_on')::date as asked_on, (r.more ->> 'new_due')::date as new_due,
        (select min(q.valid_from) from (${ended}) q where q.record_id = p.request_id and q.valid_from >= r.start_on
          and (r.next_on is null or q.valid_from <= r.next_on)) as ended_on
      from (select ran.*, lead(start_on) over (partition by record_id order by run) as next_on from ran) r
      join (${parts}) p on p.record_id = r.record_id
      where not r.returned)
    select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on,
      -- The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.
      case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0
        then (select w.day from platform.working_day s join platform.working_day w on w.worked and w.nth = s.nth + t.length where s.day = l.start_on)
        else enterprise.due_day(coalesce(l.asked_on, l.start_on),
          case when l.new_due is null then t.length when t.unit = 'day' then greatest(l.new_due - l.asked_on, 0)
            else (select greatest(n.nth - a.nth, 0) from platform.working_day n, platform.working_day a where n.day = l.new_due and a.day = l.asked_on) end,
          t.unit, coalesce(l.new_due, l.start_on),
          coalesce((select range_agg(daterange(h.paused, coalesce(h.resumed, l.ended_on, ${on}), '[]'))
            from unnest(l.paused_on, l.resumed_on) h (paused, resumed)), '{}'::datemultirange)) end as due_on
    from lived l cross join lateral (
      select coalesce(max(c.length), case l.role when 'lead' then ${sql.lit(lead.amount)} else ${sql.lit(assist.amount)} end) as length,
        coalesce(max(c.unit), 'working_day') as unit
      from (${set}) c where c.step = l.role and c.valid_from <= l.start_on and (c.valid_to is null or l.start_on < c.valid_to)) t
    where l.answered_on is not null or l.ended_on is null)`
}

const words = {
  zh: '期内到期的主办办理（含批准的延期，除去暂停；超过已公布节假日安排的不计）',
  en: 'leads’ parts of requests due in the period (with extensions and without pauses; none past the last announced year of holidays)',
}

const dueRows = (relations: Relations, at: Instants, inTime: boolean) =>
  countable(
    tables(relations)
      .selectFrom(runs(relations, at, at.through).as('r'))
      .where('r.role', '=', 'lead')
      .where(sql<boolean>`r.due_on >= ${at.from} and r.due_on <= ${at.through}`)
      .where(inTime ? sql<boolean>`r.answered_on <= r.due_on` : sql<boolean>`true`)
      .select([
        'r.record_id',
        'r.place_id',
        noLine,
        'r.due_on as on_date',
        'r.start_on as valid_from',
        'r.answered_on as valid_to',
        noAmount,
        sql<string>`r.request_id::text`.as('key'),
        sql<string | null>`null::text`.as('kind'),
      ]),
  )

export const leadsDue = defineRowSet({
  id: 'enterprise.leads_due',
  dated: 'period',
  record: 'enterprise.task',
  dimensions: partDimensions,
  words,
  rows: (relations, at) => dueRows(relations, at, false),
})

export const leadsAnsweredInTime = defineRowSet({
  id: 'enterprise.leads_answered_in_time',
  dated: 'period',
  record: 'enterprise.task',
  dimensions: partDimensions,
  words: {
    zh: `${words.zh}中，到期日以前（含当日）已答复企业的`,
    en: `${words.en}, answered on or before the day`,
  },
  rows: (relations, at) => dueRows(relations, at, true),
})

export const partsOverdue = defineRowSet({
  id: 'enterprise.parts_overdue',
  dated: 'asOf',
  record: 'enterprise.task',
  dimensions: partDimensions,
  words: {
    zh: '已过期限、还没有答复的部门办理（主办、协办）',
    en: 'departments’ parts, of leads and of those that assist, past their day and not answered',
  },
  kinds: taskRoles,
  rows: (relations, at) =>
    countable(
      tables(relations)
        .selectFrom(runs(relations, at, at.asOf).as('r'))
        .where('r.answered_on', 'is', null)
        .where(sql<boolean>`r.due_on < ${at.asOf}`)
        .select([
          'r.record_id',
          'r.place_id',
          noLine,
          sql<Day | null>`null::date`.as('on_date'),
          'r.start_on as valid_from',
          sql<Day | null>`null::date`.as('valid_to'),
          noAmount,
          sql<string>`r.request_id::text`.as('key'),
          'r.role as kind',
        ]),
    ),
})
