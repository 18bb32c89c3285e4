import { type Expression, type Kysely, type RawBuilder, sql } from 'kysely'
import { inForce, noAmount, noLine } from '../../../platform/figures/row-columns.ts'
import { countable, defineRowSet, type Instants, type Relations } from '../../../platform/figures/row-set.ts'
import type { Day } from '../../../platform/values/day.ts'
import { quanzhouClockSet } from '../rules/clocks/clock-set.ts'
import type { Tables } from '../tables.generated.ts'
import { taskRoles } from '../terms.ts'

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
    with happened as (${events}),
    started as (
      select record_id, on_date as start_on, seq as start_seq, lead(seq) over (partition by record_id order by seq) as next_seq,
        lead(on_date) over (partition by record_id order by seq) as next_on
      from happened where kind in ('assigned', 'reopened')),
    lived as (
      select r.*, p.request_id, p.place_id, p.role, e.answered_on, e.returned, x.asked_on, x.new_due,
        (select min(q.valid_from) from (${ended}) q
          where q.record_id = p.request_id and q.valid_from >= r.start_on and (r.next_on is null or q.valid_from <= r.next_on)) as ended_on
      from started r join (${parts}) p on p.record_id = r.record_id
      cross join lateral (
        select min(h.on_date) filter (where h.kind = 'answered') as answered_on, bool_or(h.kind = 'upheld') as returned
        from happened h where h.record_id = r.record_id and h.seq > r.start_seq and (r.next_seq is null or h.seq < r.next_seq)) e
      left join lateral (
        select (h.sets ->> 'asked_on')::date as asked_on, (h.sets ->> 'new_due')::date as new_due
        from happened h where h.kind = 'extended' and h.record_id = r.record_id and h.seq > r.start_seq and (r.next_seq is null or h.seq < r.next_seq)
        order by 1 desc, h.seq desc limit 1) x on true)
    select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on,
      enterprise.due_day(coalesce(l.asked_on, l.start_on),
        case when l.new_due is null then t.length when t.unit = 'day' then greatest(l.new_due - l.asked_on, 0)
          else (select greatest(n.nth - a.nth, 0) from platform.working_day n, platform.working_day a where n.day = l.new_due and a.day = l.asked_on) end,
        t.unit, coalesce(l.new_due, l.start_on),
        coalesce((select range_agg(daterange(h.on_date, coalesce(
            (select min(g.on_date) from happened g where g.kind = 'resumed' and g.record_id = h.record_id and g.seq > h.seq),
            l.ended_on, ${on}), '[]'))
          from happened h where h.kind = 'paused' and h.record_id = l.record_id and h.seq > l.start_seq and (l.next_seq is null or h.seq < l.next_seq)),
          '{}'::datemultirange)) as due_on
    from lived l cross join lateral (
      select coalesce(max(c.length), case l.role when 'lead' then ${sql.lit(lead.amount)} else ${sql.lit(assist.amount)} end) as length,
        coalesce(max(c.unit), 'working_day') as unit
      from (${set}) c where c.step = l.role and c.valid_from <= l.start_on and (c.valid_to is null or l.start_on < c.valid_to)) t
    where not coalesce(l.returned, false) and (l.answered_on is not null or l.ended_on is null))`
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
  words,
  rows: (relations, at) => dueRows(relations, at, false),
})

export const leadsAnsweredInTime = defineRowSet({
  id: 'enterprise.leads_answered_in_time',
  dated: 'period',
  record: 'enterprise.task',
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
