import type { Demo } from '../../../demo/make.ts'
import { addDays, type Day, firstOfYear } from '../../platform/values/day.ts'
import { isWorkingDay, workingCalendar } from '../../platform/values/working-time/calendar.ts'
import { officialNotices } from '../../platform/values/working-time/notices.ts'
import { recountHours } from './recount-hours.ts'
import { share } from './recount-people.ts'

type Line = Readonly<Record<string, string>>
type Happened = {
  readonly key: string
  readonly act: string
  readonly on: Day
  readonly sets: Record<string, string | null>
}

const calendar = workingCalendar(officialNotices)
const works = (day: Day) => {
  const answer = isWorkingDay(calendar, day)
  return answer.certainty !== 'unknown' && answer.value
}
const leadDays = 7
/** Of fewer cases no rate is told. */
const leastCases = 5
const rate = (part: number, whole: number) => (whole < leastCases ? null : share(part, whole, 2))
const threeKinds = ['融资', '转型升级', '用工']

/** Figures of requests, counted over the lines of the demo's workbooks and its acts, day by day and without a database. */
export function recountRequests(demo: Demo, asOf: Day): Record<string, string | null> {
  const { ledgers, life } = demo
  const linesOf = (id: string): readonly Line[] => ledgers.find(({ ledger }) => ledger.id === id)?.rows ?? []
  const happened = (type: string): Happened[] =>
    life
      .flatMap((one) => {
        if (one.does === 'happen' && one.type === type)
          return [{ key: one.key.join(' '), act: one.act, on: one.onDate, sets: one.sets }]
        if (one.does === 'happen_to_many' && one.type === type)
          return one.keys.map((key) => ({ key: key.join(' '), act: one.act, on: one.onDate, sets: one.sets }))
        return []
      })
      .filter(({ on }) => on <= asOf)
  const within = (on: string) => on >= firstOfYear(asOf) && on <= asOf
  const requests = linesOf('enterprise.requests').filter(({ begins }) => (begins as string) <= asOf)
  const acts = Map.groupBy(happened('enterprise.request'), ({ key }) => key)
  const lived = requests.map((line) => {
    const own = acts.get(line['number'] as string) ?? []
    const stage = own.findLast(({ act }) => act === 'closed' || act === 'reopened')
    const closing = stage?.act === 'closed' ? stage : undefined
    const called = closing && own.findLast(({ act, on }) => act === 'called_back' && on >= closing.on)
    return { line, closing, called }
  })
  const closed = lived.filter(({ closing }) => closing && within(closing.on))
  const received = lived.filter(({ line }) => within(line['begins'] as string))
  const solved = closed.filter(
    ({ line, closing }) =>
      closing?.sets['outcome'] === 'solved' && threeKinds.includes(line['kind'] as string),
  )
  const reached = closed.filter(({ called }) => called && called.sets['satisfaction'] !== 'not_reached')
  const said = (satisfaction: string) =>
    String(
      lived.filter(
        ({ called }) => called && within(called.on) && called.sets['satisfaction'] === satisfaction,
      ).length,
    )
  const answers = lived.filter(
    ({ called }) => called && within(called.on) && called.sets['satisfaction'] !== 'not_reached',
  )
  const content = answers.filter(({ called }) => called?.sets['satisfaction'] !== 'not_satisfied')
  const taken = closed
    .map(({ line, closing }) => workingDaysAfter(line['begins'] as Day, closing?.on as Day))
    .sort((a, b) => a - b)
  const nearest = (percent: number) =>
    taken.length < leastCases ? null : String(taken[Math.ceil((percent / 100) * taken.length) - 1])
  const runs = runsOf(linesOf('enterprise.tasks'), happened('enterprise.task'), asOf)
  const due = runs.filter((run) => within(run.due))
  const count = (of: readonly unknown[]) => String(of.length)
  const told = Object.fromEntries(
    Object.entries({
      joint_departments: count(
        linesOf('enterprise.departments').filter(
          ({ joint, begins }) => joint === '是' && (begins as string) <= asOf,
        ),
      ),
      requests_received: count(received),
      requests_closed: count(closed),
      requests_open: count(lived.filter(({ closing }) => !closing)),
      companies_with_problem_solved: String(new Set(solved.map(({ line }) => line['company_id'])).size),
      problems_solved: count(solved),
      completion_rate: rate(received.filter(({ closing }) => closing).length, received.length),
      call_back_rate: rate(reached.length, closed.length),
      called_back_satisfied: said('satisfied'),
      called_back_fairly: said('fairly'),
      called_back_not_satisfied: said('not_satisfied'),
      satisfied_rate: rate(content.length, answers.length),
      working_days_to_close_median: nearest(50),
      working_days_to_close_90: nearest(90),
      leads_due: count(due),
      on_time_rate: rate(due.filter(inTime).length, due.length),
      parts_overdue: count(runs.filter((run) => run.answered === null && run.due < asOf)),
    }).map(([name, value]) => [`enterprise.${name}`, value]),
  )
  return { ...told, ...recountHours(demo, asOf, works) }
}

type Run = { readonly due: Day; readonly answered: Day | null }
const inTime = ({ due, answered }: Run) => answered !== null && answered <= due

/** Each time that a department had a request: when it was due, day by day, and when it answered. */
function runsOf(tasks: readonly Line[], acts: readonly Happened[], asOf: Day): Run[] {
  return tasks
    .filter(({ begins }) => (begins as string) <= asOf)
    .flatMap((line) => {
      const own = acts.filter(({ key }) => key === `${line['request_id']} ${line['department_id']}`)
      const starts = [
        line['begins'] as Day,
        ...own.filter(({ act }) => act === 'reopened').map(({ on }) => on),
      ]
      return starts.map((start, nth) => {
        const until = starts[nth + 1]
        const during = own.filter(({ on }) => on >= start && (until === undefined || on < until))
        return { due: dueOf(start, during, asOf), answered: onOf(during, 'answered') }
      })
    })
}

const onOf = (acts: readonly Happened[], wanted: string): Day | null =>
  acts.find(({ act }) => act === wanted)?.on ?? null

function dueOf(start: Day, acts: readonly Happened[], asOf: Day): Day {
  const extended = acts.find(({ act }) => act === 'extended')
  if (extended) return extended.sets['new_due'] as Day
  const from = onOf(acts, 'paused')
  const to = onOf(acts, 'resumed') ?? asOf
  let day = start
  for (let counted = 0; counted < leadDays; ) {
    day = addDays(day, 1)
    const stands = from !== null && day >= from && day <= to
    if (works(day) && !stands) counted += 1
  }
  return day
}

/** The working days after a day up to another, that one included. */
function workingDaysAfter(start: Day, end: Day): number {
  let counted = 0
  for (let day = addDays(start, 1); day <= end; day = addDays(day, 1)) if (works(day)) counted += 1
  return counted
}
