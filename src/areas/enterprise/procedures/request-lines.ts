import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { RecordsEngine } from '../../../platform/records/records-engine.ts'
import type { Day } from '../../../platform/values/day.ts'
import { loopsOf } from '../queries/loops.ts'
import type { RequestHead } from '../queries/requests-under-way.ts'
import { setClocks } from '../queries/set-clocks.ts'
import { companyType, departmentType } from '../records.ts'
import type { PartLine, RequestLine } from '../request-schema.ts'
import { officialCalendar } from '../rules/requests/calendar.ts'
import type { SetClock } from '../rules/requests/clock-set-on.ts'
import { type Loop, type LoopTask, upTo } from '../rules/requests/loop.ts'
import { assignmentClock, runClocks } from '../rules/requests/part-clocks.ts'
import { taskStageBy } from '../rules/requests/task-life.ts'
import type { RequestOutcome, TaskRole } from '../terms.ts'
import { clockView } from './clock-view.ts'

/** What the lines of requests rest on, read once for all of them. */
export type Desk = {
  readonly loops: ReadonlyMap<string, Loop>
  readonly set: readonly SetClock[]
  readonly nameOf: (id: string | null | undefined) => string | null
}

/** Everything up to and with a day; what is planned or came later is not there. */
export async function openDesk(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  heads: readonly RequestHead[],
  on: Day,
): Promise<Desk> {
  const loops = new Map(
    [
      ...(await loopsOf(
        reader,
        heads.map(({ id }) => id),
      )),
    ].map(([id, loop]) => [id, loopUpTo(loop, on)]),
  )
  const spells = [...loops.values()].flatMap(({ tasks }) => tasks.flatMap((task) => task.spells))
  const of = (key: string) => [...new Set(spells.flatMap(({ attributes }) => attributes[key] ?? []))]
  const titles = [
    await engine.titlesOf(
      reader,
      companyType,
      heads.map(({ company }) => company),
    ),
    await engine.titlesOf(reader, departmentType, of('department_id')),
    await engine.titlesOf(reader, engine.types.get('people.person') as RecordType, of('holder_id')),
  ]
  const names = new Map(titles.flatMap((some) => [...some]))
  return {
    loops,
    set: await setClocks(reader),
    nameOf: (id) => (id ? (names.get(id) ?? null) : null),
  }
}

const loopUpTo = ({ id, events, tasks }: Loop, on: Day): Loop => ({
  id,
  events: upTo(events, on),
  tasks: tasks
    .map((task) => ({ ...task, events: upTo(task.events, on) }))
    .filter((task) => task.events.length > 0),
})

export function requestLine(desk: Desk, head: RequestHead, on: Day): RequestLine {
  const loop = desk.loops.get(head.id) as Loop
  const { events } = loop
  const parts = loop.tasks
    .map((task) => partLine(desk, loop, task, on))
    .filter(({ stage }) => stage !== 'returned')
  const closing = events.findLast(({ kind }) => kind === 'closed')
  const reopened = events.findLastIndex(({ kind }) => kind === 'reopened')
  const unassigned =
    head.stage === 'open' && parts.every(({ clock }) => clock?.outcome !== 'running')
      ? assignmentClock(loop, desk.set, officialCalendar, on)
      : null
  return {
    id: head.id,
    number: head.number,
    subject: head.subject,
    company: { id: head.company, name: desk.nameOf(head.company) ?? '…' },
    kind: head.kind,
    receivedOn: events[0]?.onDate ?? on,
    wishedOn: head.wished_on,
    stage: head.stage,
    supervised: events.slice(reopened + 1).some(({ kind }) => kind === 'supervised'),
    parts,
    unassigned: unassigned?.ended === null ? clockView(unassigned) : null,
    closed:
      closing && head.stage !== 'open'
        ? { on: closing.onDate, outcome: closing.sets['outcome'] as RequestOutcome }
        : null,
  }
}

export function partLine(desk: Desk, loop: Loop, task: LoopTask, on: Day): PartLine {
  const {
    department_id: department,
    holder_id: holder,
    role,
  } = task.spells.findLast(({ from }) => from <= on)?.attributes ?? {}
  const stage = taskStageBy(task.events)
  const clock = runClocks(task, loop.events, desk.set, officialCalendar, on).at(-1)
  const name = desk.nameOf(holder)
  return {
    id: task.id,
    department: { id: department ?? '', name: desk.nameOf(department) ?? '…' },
    role: role as TaskRole,
    stage: stage === 'none' ? 'assigned' : stage,
    holder: holder && name ? { id: holder, name } : null,
    clock: clock ? clockView(clock) : null,
  }
}
