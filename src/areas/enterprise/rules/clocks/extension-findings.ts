import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { addWorkingDays, type WorkingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import { clockState } from './clock.ts'
import { type ClockFinding, type ClockRule, timesInOrder } from './clock-finding.ts'
import type { ClockLength, ClockSet } from './clock-set.ts'
import { dayOf, readLog, type TaskEvent } from './task-log.ts'

type Extension = Extract<TaskEvent, { kind: 'extended' }>

/**
 * R-S8-04, an extension asked after expiry; R-S8-09, asked before it but too late; R-S8-03, to a day that is not later. Judged by
 * the due day as it stood when it was asked, and only where that is certain: an expected day finds nobody at fault.
 */
export function extensionFindings(
  log: readonly TaskEvent[],
  length: ClockLength,
  set: ClockSet,
  calendar: WorkingCalendar,
): readonly ClockFinding[] {
  const { accepted } = readLog(log)
  return accepted.flatMap((event, index) =>
    event.kind === 'extended' ? judge(event, accepted.slice(0, index), length, set, calendar) : [],
  )
}

function judge(
  extension: Extension,
  before: readonly TaskEvent[],
  length: ClockLength,
  { extension: terms, source }: ClockSet,
  calendar: WorkingCalendar,
): ClockFinding[] {
  const on = dayOf(extension.at)
  const due = clockState(before, length, calendar, on)?.due
  if (due?.certainty !== 'announced') return []
  const latest = addWorkingDays(calendar, due.value, -terms.workingDaysBefore)
  const { basis } = terms
  const found: ClockFinding[] = []
  const add = (rule: ClockRule, message: Text) => found.push({ ...rule, on, message })
  if (on > due.value) add({ ...afterExpiry(source), basis, source }, expired(on, due.value))
  else if (latest.certainty === 'announced' && on > latest.value)
    add({ ...tooLate, basis, source }, late(on, due.value, latest.value))
  if (extension.to <= due.value) add(timesInOrder, notLater(extension.to, due.value))
  return found
}

// What is only read in a secondary account may warn and never block (platform/rules/rule.ts).
const afterExpiry = (source: ClockSet['source']) => ({
  rule: 'R-S8-04',
  name: text('延期须在到期前申请', 'An extension is asked before expiry'),
  weight: source === 'statute' || source === 'instrument' ? ('block' as const) : ('warn' as const),
})
const tooLate = {
  rule: 'R-S8-09',
  name: text('延期须提前申请', 'An extension is asked in good time'),
  weight: 'warn',
} as const

const expired = (on: Day, due: Day) =>
  text(
    `延期于${on}提出，而期限${due}已过。逾期事项应转督办，不再延期。`,
    `The extension was asked on ${on}, after the due day ${due}. What is overdue goes to supervision and is not extended.`,
  )
const late = (on: Day, due: Day, latest: Day) =>
  text(
    `延期于${on}提出；期限为${due}，至迟应于${latest}提出。请说明原因。`,
    `The extension was asked on ${on}; with the due day ${due} it had to be asked by ${latest}. Say why.`,
  )
const notLater = (to: Day, due: Day) =>
  text(
    `延期后的期限${to}不晚于原期限${due}。请核对新的时限。`,
    `The new due day ${to} is not after ${due}. Check it.`,
  )
