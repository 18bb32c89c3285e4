import { type Text, text } from '../../../../platform/text.ts'
import { overlaps } from '../../../../platform/values/spell.ts'
import { closedTimes, type Loop, type LoopEvent, type LoopTask, roleOn, upTo } from './loop.ts'
import { isOpenTask, taskActWords, type TaskAct, taskStageBy } from './task-life.ts'

/**
 * What cannot stand in a request and its parts together, as the events would be: R-S8-01 to 03 as far as the record itself would say
 * something that is not so. Empty where all is well.
 */
export function loopFaults({ events, tasks }: Loop): Text[] {
  return [
    ...tasks.flatMap((task) => beforeReceived(events, task)),
    ...tasks.flatMap((task) => whileClosed(events, task)),
    ...events.filter(({ kind }) => kind === 'closed').flatMap((closing) => closingFaults(closing, tasks)),
    ...twoLeads(tasks),
  ]
}

function beforeReceived(events: readonly LoopEvent[], { events: own }: LoopTask): Text[] {
  const [received, first] = [events[0]?.onDate, own[0]?.onDate]
  if (!received || !first || received <= first) return []
  return [
    text(
      `派单日期${first}早于受理日期${received}，请核对（R-S8-03）。`,
      `It is assigned on ${first}, before it was received on ${received}: check the days (R-S8-03).`,
    ),
  ]
}

function whileClosed(events: readonly LoopEvent[], { events: own }: LoopTask): Text[] {
  return closedTimes(events).flatMap(({ from, to }) =>
    own
      .filter(({ onDate }) => from < onDate && (to === null || onDate < to))
      .map(({ kind, onDate }) =>
        text(
          `诉求已于${from}办结，${onDate}不能登记“${taskActWords[kind as TaskAct].zh}”。请先重新办理，或核对日期。`,
          `The request was closed on ${from}, so “${taskActWords[kind as TaskAct].en}” cannot be recorded on ${onDate}. Reopen it first, or check the day.`,
        ),
      ),
  )
}

function closingFaults({ onDate, sets }: LoopEvent, tasks: readonly LoopTask[]): Text[] {
  const outcome = sets['outcome']
  const faults: Text[] = []
  if (
    outcome === 'solved' &&
    !(sets['confirmation'] && (sets['confirmation'] !== 'evidence' || sets['evidence']))
  )
    faults.push(unconfirmed)
  if (outcome === 'withdrawn') return faults
  const leads = tasks.filter((task) => roleOn(task, onDate) === 'lead')
  const stages = leads.map((task) => taskStageBy(upTo(task.events, onDate)))
  if (stages.some((stage) => stage !== 'none' && isOpenTask(stage))) faults.push(leadOpen(onDate))
  else if (!sets['answer'] && !stages.includes('answered')) faults.push(unanswered)
  return faults
}

function twoLeads(tasks: readonly LoopTask[]): Text[] {
  const leading = tasks.flatMap(({ id, events, spells }) =>
    spells
      .filter(({ attributes }) => attributes['role'] === 'lead')
      .map((spell) => ({ id, from: spell.from, to: firstOf(spell.to, returnedOn(events)) }))
      .filter(({ from, to }) => to === null || from < to),
  )
  const twice = leading.find((one, index) =>
    leading.slice(0, index).some((other) => other.id !== one.id && overlaps(other, one)),
  )
  if (!twice) return []
  return [
    text(
      `${twice.from}已有主办部门，一件诉求同时只有一个主办。请改为协办，或先调整原来的主办。`,
      `On ${twice.from} another department leads: a request has one lead at a time. Assign it to assist, or change the other one first.`,
    ),
  ]
}

/** The day on which it was returned for good. */
const returnedOn = (events: readonly LoopEvent[]) =>
  taskStageBy(events) === 'returned'
    ? (events.filter(({ kind }) => kind === 'upheld').at(-1)?.onDate ?? null)
    : null

const firstOf = <D extends string>(a: D | null, b: D | null): D | null =>
  a === null ? b : b === null || a < b ? a : b

const unconfirmed = text(
  '办理结果为“解决”的，须有企业确认或者办结凭证，并写明凭证（R-S8-02）。',
  'An outcome of “solved” needs the company’s confirmation or a document, and the document is named (R-S8-02).',
)
const unanswered = text(
  '还没有答复企业，不能办结。请填写给企业的答复，或先登记主办部门的答复（R-S8-01）。',
  'The company has no answer yet, so the request cannot be closed. Enter the answer, or record that of the lead department first (R-S8-01).',
)
const leadOpen = (on: string) =>
  text(
    `${on}主办部门还没有答复，不能办结。请先登记主办部门的答复（R-S8-01）。`,
    `On ${on} the lead department has not answered, so the request cannot be closed. Record its answer first (R-S8-01).`,
  )
