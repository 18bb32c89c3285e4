import type { Demo } from '../../../demo/make.ts'
import { addDays, type Day, firstOfYear } from '../../platform/values/day.ts'

type Line = Readonly<Record<string, string | null>>
type Timed = { readonly on: Day; readonly at: string | null }
const sessions = [
  ['morning_from', 'morning_to'],
  ['afternoon_from', 'afternoon_to'],
] as const
const leastCases = 5

/** How long requests took within office hours, counted minute by minute over the demo's lines and acts. */
export function recountHours(
  { ledgers, life }: Demo,
  asOf: Day,
  works: (day: Day) => boolean,
): Record<string, string | null> {
  const linesOf = (id: string): readonly Line[] => ledgers.find(({ ledger }) => ledger.id === id)?.rows ?? []
  const happened = life.flatMap((act) =>
    act.does === 'happen' && act.onDate <= asOf
      ? [{ type: act.type, key: act.key.join(' '), act: act.act, on: act.onDate, sets: act.sets }]
      : act.does === 'happen_to_many' && act.onDate <= asOf
        ? act.keys.map((key) => ({
            type: act.type,
            key: key.join(' '),
            act: act.act,
            on: act.onDate,
            sets: act.sets,
          }))
        : [],
  )
  const hours: [from: string, sets: Line][] = [
    ...linesOf('enterprise.office_hours').map((line): [string, Line] => [line['begins'] as string, line]),
    // Whatever is recorded later than the day was recorded by the time the demo is looked at.
    ...life.flatMap((act): [string, Line][] =>
      act.does === 'happen' && act.type === 'enterprise.office_hours' ? [[act.onDate, act.sets]] : [],
    ),
  ]
  const isOpen = (on: Day, minute: string) => {
    const sets = hours.filter(([from]) => from <= on).at(-1)?.[1]
    return sessions.some(
      ([from, to]) => sets?.[from] && sets[from] <= minute && minute < (sets[to] as string),
    )
  }
  const worked = (from: Timed, to: Timed): number | null => {
    if (from.at === null || to.at === null || `${from.on}${from.at}` > `${to.on}${to.at}`) return null
    let minutes = 0
    for (let on = from.on; on <= to.on; on = addDays(on, 1)) {
      if (!works(on)) continue
      if (!hours.some(([since]) => since <= on)) return null
      for (const minute of everyMinute)
        if (isOpen(on, minute) && (on > from.on || minute >= from.at) && (on < to.on || minute < to.at))
          minutes += 1
    }
    return minutes
  }
  const within = (on: Day) => on >= firstOfYear(asOf) && on <= asOf
  const responses: (number | null)[] = []
  const solutions: (number | null)[] = []
  for (const line of linesOf('enterprise.requests')) {
    const number = line['number'] as string
    const told = life.find((act) => act.does === 'tell_time' && act.key[0] === number)
    const received = { on: line['begins'] as Day, at: told?.does === 'tell_time' ? told.at : null }
    const own = happened.filter(({ key }) => key.split(' ')[0] === number)
    const first = own.find(
      ({ type, act }) => type === 'enterprise.task' && (act === 'accepted' || act === 'answered'),
    )
    if (first && within(first.on))
      responses.push(worked(received, { on: first.on, at: first.sets['at'] ?? null }))
    const last = own.findLast(
      ({ act, type }) => type === 'enterprise.request' && (act === 'closed' || act === 'reopened'),
    )
    if (last?.act === 'closed' && last.sets['outcome'] === 'solved' && within(last.on))
      solutions.push(worked(received, { on: last.on, at: last.sets['at'] ?? null }))
  }
  return {
    'enterprise.response_hours_median': nearest(responses, 50),
    'enterprise.response_hours_90': nearest(responses, 90),
    'enterprise.responses_not_measured': String(responses.filter((one) => one === null).length),
    'enterprise.solving_hours_median': nearest(solutions, 50),
    'enterprise.solving_hours_90': nearest(solutions, 90),
    'enterprise.solutions_not_measured': String(solutions.filter((one) => one === null).length),
  }
}

const everyMinute = Array.from(
  { length: 1440 },
  (_, at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`,
)

function nearest(all: readonly (number | null)[], percent: number): string | null {
  const measured = all.filter((one) => one !== null).sort((a, b) => a - b)
  if (measured.length < leastCases) return null
  const minutes = measured[Math.ceil((percent / 100) * measured.length) - 1] as number
  return (Math.round((minutes * 5) / 3) / 100).toFixed(2)
}
