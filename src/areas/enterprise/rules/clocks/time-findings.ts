import { type Text, text } from '../../../../platform/text.ts'
import { type ClockFinding, timesInOrder } from './clock-finding.ts'
import { dayOf, eventWords, type Refused, readLog, type TaskEvent, type TaskStanding } from './task-log.ts'

/** R-S8-03: each event that cannot have happened as the task stood at its time. */
export function timeFindings(log: readonly TaskEvent[]): readonly ClockFinding[] {
  return readLog(log).refused.map((refused) => ({
    ...timesInOrder,
    on: dayOf(refused.event.at),
    message: messageOf(refused),
  }))
}

const standingWords: Readonly<Record<TaskStanding, Text>> = {
  none: text('尚未受理', 'not started'),
  running: text('正在办理', 'running'),
  paused: text('已暂停', 'paused'),
  answered: text('已答复', 'answered'),
  ended: text('已办结或撤回', 'closed or withdrawn'),
}

function messageOf({ event, standing }: Refused): Text {
  const [what, stands] = [eventWords[event.kind], standingWords[standing]]
  return text(
    `“${what.zh}”记于${event.at}，而此时该事项${stands.zh}。请核对各环节的时间。`,
    `The ${what.en} is recorded at ${event.at}, when the task was ${stands.en}. Check the times of its steps.`,
  )
}
