import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Attributes } from '../../../platform/timeline/timeline.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Loop, LoopEvent, LoopTask } from '../rules/requests/loop.ts'

type EventRow = { record_id: string; kind: string; on_date: Day; sets: Attributes }
type SpellRow = {
  record_id: string
  request_id: string
  department_id: string
  role: string
  holder_id: string | null
  valid_from: Day
  valid_to: Day | null
}

/** Requests with their parts, by id, as the tables hold them within the reader's places. */
export async function loopsOf(reader: Reader<unknown>, ids: readonly string[]): Promise<Map<string, Loop>> {
  const { office } = reader.scope
  const table = (name: string) => sql.table(`${schemaOf('enterprise', reader.known)}.${name}`)
  const eventsOf = async (name: string, of: readonly string[]) => {
    const { rows } = await sql<EventRow>`select record_id, kind, on_date, sets from ${table(name)}
      where office_id = ${office} and record_id = any(${[...of]}::uuid[]) order by record_id, on_date, seq`.execute(
      reader.db,
    )
    return Map.groupBy(rows, (row) => row.record_id)
  }
  const { rows } =
    await sql<SpellRow>`select record_id, request_id, department_id, role, holder_id, valid_from, valid_to
    from ${table('task_spell')} where office_id = ${office} and request_id = any(${[...ids]}::uuid[])
    order by record_id, valid_from`.execute(reader.db)
  const spells = Map.groupBy(rows, (row) => row.record_id)
  const [own, ofTasks] = [
    await eventsOf('request_event', ids),
    await eventsOf('task_event', [...spells.keys()]),
  ]
  const tasks = Map.groupBy(spells, ([, [first]]) => (first as SpellRow).request_id)
  return new Map(
    ids.map((id) => [
      id,
      {
        id,
        events: (own.get(id) ?? []).map(asEvent),
        tasks: (tasks.get(id) ?? []).map(([task, stretches]) =>
          asTask(task, ofTasks.get(task) ?? [], stretches),
        ),
      },
    ]),
  )
}

const asEvent = ({ kind, on_date, sets }: EventRow): LoopEvent => ({ kind, onDate: on_date, sets })

const asTask = (id: string, events: readonly EventRow[], spells: readonly SpellRow[]): LoopTask => ({
  id,
  events: events.map(asEvent),
  spells: spells.map(({ valid_from: from, valid_to: to, request_id, department_id, role, holder_id }) => ({
    from,
    to,
    attributes: { request_id, department_id, role, holder_id },
  })),
})
