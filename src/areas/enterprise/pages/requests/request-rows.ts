import type { Day } from '../../../../platform/values/day.ts'
import type { ClockView, PartLine, RequestLine } from '../../request-schema.ts'
import type { RequestList } from './list-search.ts'

/** A line of a list: a request with the part that somebody has to answer, or without one. */
export type RequestRow = {
  readonly request: RequestLine
  readonly part: PartLine | null
  readonly clock: ClockView | null
}

const soonDays = 3

/** Each open part, each request that nobody has, and each that waits for a call-back; the first to be due first. */
export function rowsOf(requests: readonly RequestLine[]): RequestRow[] {
  const rows = requests.flatMap((request): RequestRow[] => {
    if (request.stage !== 'open') return [{ request, part: null, clock: null }]
    const open = request.parts.filter(({ clock }) => clock?.outcome === 'running')
    if (open.length > 0) return open.map((part) => ({ request, part, clock: part.clock }))
    return [{ request, part: null, clock: request.unassigned }]
  })
  const due = ({ clock }: RequestRow) => clock?.due?.day ?? '9999'
  return rows.sort((a, b) => (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0))
}

const isOverdue = ({ clock }: RequestRow) => clock !== null && clock.overdue !== null

const belongs: Readonly<
  Record<Exclude<RequestList, 'online'>, (row: RequestRow, own: string | null) => boolean>
> = {
  mine: ({ part }, own) => own !== null && part?.holder?.id === own,
  soon: (row) => {
    const remaining = row.clock?.remaining ?? null
    return !isOverdue(row) && !row.clock?.pausedSince && remaining !== null && remaining <= soonDays
  },
  overdue: isOverdue,
  unassigned: ({ request, clock, part }) => request.stage === 'open' && part === null && clock !== null,
  callback: ({ request }) => request.stage === 'closed',
  open: ({ request }) => request.stage === 'open',
}

export const listed = (
  rows: readonly RequestRow[],
  list: keyof typeof belongs,
  own: string | null,
): RequestRow[] => rows.filter((row) => belongs[list](row, own))

/** What a morning reminds of: overdue, due on the day, due on the next working day. */
export function remindersOn(rows: readonly RequestRow[], on: Day) {
  const running = rows.filter(({ clock }) => clock !== null && !clock.pausedSince)
  return {
    overdue: running.filter(isOverdue),
    today: running.filter(({ clock }) => clock?.due?.day === on),
    tomorrow: running.filter(
      ({ clock }) => clock?.due && clock.due.day > on && clock.remaining === 1 && clock.overdue === null,
    ),
  }
}
