import type { Scope } from '../../../platform/db/scope.ts'
import { read } from '../../../platform/db/transaction.ts'
import { fieldsOfAct, type RecordType } from '../../../platform/records/record-type.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import { changesOfEvents } from '../queries/changes-of-events.ts'
import { showValues } from '../../../platform/records/shown-values.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { type Day, today } from '../../../platform/values/day.ts'
import { requestType, taskType } from '../records.ts'
import type { RequestView } from '../request-schema.ts'
import { officialCalendar } from '../rules/requests/calendar.ts'
import type { Loop } from '../rules/requests/loop.ts'
import { assignmentClock, objectionClock, settlementClock } from '../rules/requests/part-clocks.ts'
import { type RequestAct, requestLife } from '../rules/requests/request-life.ts'
import { type TaskAct, taskLife } from '../rules/requests/task-life.ts'
import type { requestChannels } from '../terms.ts'
import { clockView } from './clock-view.ts'
import { requestHead } from './request-head.ts'
import { openDesk, partLine, requestLine } from './request-lines.ts'

/** A request as its page shows it: what may follow comes from the table of its life, not from the page. */
export async function viewRequest(
  { database, engine }: Records,
  scope: Scope,
  { id, asOf, may }: { id: string; asOf: Day | undefined; may: boolean },
): Promise<RequestView> {
  return await read<unknown, RequestView>(database, scope, async (reader) => {
    const request = (await engine.load(reader, requestType, [id])).get(id)
    if (!request) throw noSuchRecord(requestType, id)
    const [received] = request.events
    const on = received && received.onDate > (asOf ?? today()) ? received.onDate : (asOf ?? today())
    const head = requestHead(request, on)
    if (!head) throw noSuchRecord(requestType, id)
    const { stage } = head
    const desk = await openDesk(engine, reader, [head], on)
    const loop = desk.loops.get(id) as Loop
    const at = [desk.set, officialCalendar, on] as const
    const assignment = assignmentClock(loop, ...at)
    const tasks = await engine.load(
      reader,
      taskType,
      loop.tasks.map((task) => task.id),
    )
    const departments = new Map<string, string>()
    // Whoever looks back at a day records nothing on what came to be later.
    const later = [request, ...tasks.values()].some(({ events }) => events.some(({ onDate }) => onDate > on))
    const mayRecord = may && !later
    const parts = loop.tasks.map((task) => {
      const part = partLine(desk, loop, task, on)
      departments.set(task.id, part.department.name)
      const [objection, settlement] = [objectionClock(task, ...at), settlementClock(task, ...at)]
      const next = Object.keys(taskLife.transitions[part.stage]) as TaskAct[]
      return {
        ...part,
        objection: part.stage === 'assigned' && objection ? clockView(objection) : null,
        settlement: part.stage === 'objected' && settlement ? clockView(settlement) : null,
        next: mayRecord && stage === 'open' ? next : [],
      }
    })
    return {
      ...requestLine(desk, head, on),
      channel: request.header['channel'] as keyof typeof requestChannels,
      content: (request.header['content'] as string | null) ?? null,
      parts,
      assignment: assignment ? clockView(assignment) : null,
      timeline: [
        ...(await entriesOf(engine, reader, requestType, request, null)),
        ...(
          await Promise.all(
            [...tasks].map(([task, record]) =>
              entriesOf(engine, reader, taskType, record, departments.get(task) ?? '…'),
            ),
          )
        ).flat(),
      ]
        .filter((entry) => entry.on <= on)
        .sort(byTime),
      next: mayRecord ? (Object.keys(requestLife.transitions[stage]) as RequestAct[]) : [],
      mayAssign: mayRecord && stage === 'open',
    }
  })
}

type Entry = RequestView['timeline'][number]

async function entriesOf(
  engine: Records['engine'],
  reader: Reader<unknown>,
  type: RecordType,
  { events }: StoredRecord,
  department: string | null,
): Promise<Entry[]> {
  const by = await changesOfEvents(
    reader,
    type,
    events.map(({ id }) => id),
  )
  const entries: Entry[] = []
  for (const event of events) {
    const act = type.acts.find(({ kind }) => kind === event.kind)
    if (!act) continue
    const fields = fieldsOfAct(type, act).filter(({ key }) => !apart.has(key))
    const [shown = {}] = await showValues(engine, reader, fields, [event.sets])
    entries.push({
      id: event.id,
      on: event.onDate,
      at: event.sets['at'] ?? null,
      department,
      label: act.label,
      details: fields.flatMap(({ key, label }) => {
        const value = shown[key]?.shown
        return value ? [{ label, value }] : []
      }),
      reason: event.reason,
      documentNo: event.documentNo,
      by: by.get(event.id) ?? '',
    })
  }
  return entries
}

/** Said elsewhere on the page. */
const apart: ReadonlySet<string> = new Set(['at', 'company_id', 'request_id', 'department_id'])

/** Ids follow one another in time, so that what has no time of day stands in the order in which it was recorded. */
const byTime = (a: Entry, b: Entry) => {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1
  if (a.at && b.at && a.at !== b.at) return a.at < b.at ? -1 : 1
  return a.id < b.id ? -1 : 1
}
