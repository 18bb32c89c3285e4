import { text } from '../../../../../platform/text.ts'
import { addDays, compareDays, type Day } from '../../../../../platform/values/day.ts'
import { inForce } from '../../../../../platform/values/spell.ts'
import { instruments } from '../instruments.ts'
import { type ResidentsClock, residentsClocks } from '../residents/clocks.ts'
import type { CalendarStep } from './step.ts'

/** What is known of the days of a residents' election; null for what has not happened yet. */
export type ResidentsPlan = {
  readonly electionOn: Day
  readonly listPublished: Day | null
  /** The day on which an objection to the list came in. */
  readonly objectedOn: Day | null
  /** The residents' meeting that the election needs, if any. */
  readonly meetingOn: Day | null
}

/**
 * The statutory steps of a residents' election, earlier ones first; what is not known yet is reckoned from the last
 * day that is in time. Empty before 2026, for which no times are at hand (see `absentRules`). Natural days: where the
 * last one is a public holiday it moves on by Civil Code art. 203, which is left to the office.
 */
export function residentsCalendar(plan: ResidentsPlan): CalendarStep[] {
  const { electionOn, meetingOn } = plan
  if (!inForce(instruments.residents2025.inForce, electionOn)) return []
  const { days } = residentsClocks.RC_LIST
  const list = plan.listPublished ?? addDays(electionOn, -days)
  const objections = addDays(list, residentsClocks.RC_OBJECT.days)
  const objected = plan.objectedOn ?? objections
  const decision = plan.objectedOn ?? list
  const notice = residentsClocks.RC_MEETING_NOTICE.days
  return [
    ...(meetingOn === null ? [] : [lock('RC_MEETING_NOTICE', null, addDays(meetingOn, -notice))]),
    lock('RC_LIST', null, addDays(electionOn, -days)),
    lock('RC_OBJECT', list, objections),
    lock('RC_DECIDE', decision, addDays(objected, residentsClocks.RC_DECIDE.days)),
    pollingDay(list, electionOn),
    lock('RC_HANDOVER', electionOn, addDays(electionOn, residentsClocks.RC_HANDOVER.days)),
  ].sort((one, other) => compareDays(one.by, other.by))
}

function lock(id: ResidentsClock, from: Day | null, by: Day): CalendarStep {
  const { name, basis, source } = residentsClocks[id]
  return { id, name, from, by, force: 'lock', basis, source }
}

/** The election waits for the list: its first possible day is the twentieth after the publication. */
function pollingDay(list: Day, electionOn: Day): CalendarStep {
  const { days, basis, source } = residentsClocks.RC_LIST
  return {
    id: 'RC_ELECTION',
    name: text('选举日', 'The day of the election'),
    from: addDays(list, days),
    by: electionOn,
    force: 'lock',
    basis,
    source,
  }
}
