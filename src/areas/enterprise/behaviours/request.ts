import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { liesWith } from '../../../platform/records/lies-with.ts'
import { timelineOf } from '../../../platform/records/record-type.ts'
import type { WantedRecord } from '../../../platform/records/records-engine.ts'
import { inOrder, project } from '../../../platform/timeline/project.ts'
import { loopsOf } from '../queries/loops.ts'
import { setClocks } from '../queries/set-clocks.ts'
import { requestType, taskType } from '../records.ts'
import { extensionRules, type PartFacts } from '../rules/requests/extension-rules.ts'
import type { Loop, LoopTask } from '../rules/requests/loop.ts'
import { loopFaults } from '../rules/requests/loop-faults.ts'
import { missingDetails } from '../rules/requests/missing-details.ts'
import { lifeFault } from '../rules/requests/life.ts'
import { requestLife, requestStageBy } from '../rules/requests/request-life.ts'
import { taskLife, taskStageBy } from '../rules/requests/task-life.ts'
import { clockTime } from '../../../platform/values/working-time/minute.ts'
import { withCompany } from './company.ts'
import { faultsOf } from './faults-of.ts'
import { withStage } from './with-stage.ts'

const clean = { at: clockTime, number: (value: string) => value.replaceAll(/\s+/g, '').normalize('NFKC') }

/** A request lies where its company lies. What cannot follow upon another is refused, as the timeline refuses what makes no life. */
export const requestBehaviour: RecordBehaviour = {
  type: requestType,
  ...withStage(withCompany, requestStageBy, ['outcome', 'confirmation', 'satisfaction']),
  rules: [],
  clean,
  settled: (reader, wanted) =>
    faultsOf(wanted, async () => {
      const loops = await loopsOf(
        reader,
        wanted.map(({ id }) => id),
      )
      return ({ id, events }) => {
        const ordered = inOrder(events)
        const own = [lifeFault(requestLife, ordered), ...missingDetails(requestType, ordered)]
        return [...own, ...loopFaults({ id, events: ordered, tasks: loops.get(id)?.tasks ?? [] })]
      }
    }),
}

/** A department's part lies with the request. */
export const taskBehaviour: RecordBehaviour<PartFacts | undefined> = {
  type: taskType,
  ...withStage(liesWith(requestType.id, 'request_id'), taskStageBy, ['new_due']),
  rules: extensionRules,
  facts: async (reader, judged) => {
    const set = await setClocks(reader)
    return new Map(judged.map(({ id }) => [id, { set }]))
  },
  clean: { at: clockTime },
  settled: (reader, wanted) => faultsOf(wanted, async () => await taskFaults(reader, wanted)),
}

async function taskFaults(reader: Reader<unknown>, wanted: readonly WantedRecord[]) {
  const drafts = new Map(
    wanted.flatMap(({ id, events }) => {
      const ordered = inOrder(events)
      return lifeFault(taskLife, ordered) ? [] : [[id, asTask(id, ordered)] as const]
    }),
  )
  const requestOf = (task: LoopTask) => task.spells[0]?.attributes['request_id'] as string
  const loops = await loopsOf(reader, [...new Set([...drafts.values()].map(requestOf))])
  /** The request as it would stand with every part that is wanted beside those that are there. */
  const together = (request: string): Loop => {
    const loop = loops.get(request) as Loop
    const others = loop.tasks.filter(({ id }) => !drafts.has(id))
    return {
      ...loop,
      tasks: [...others, ...[...drafts.values()].filter((task) => requestOf(task) === request)],
    }
  }
  return ({ id, events }: WantedRecord) => {
    const ordered = inOrder(events)
    const draft = drafts.get(id)
    if (!draft) return [lifeFault(taskLife, ordered)]
    return [...missingDetails(taskType, ordered), ...loopFaults(together(requestOf(draft)))]
  }
}

const asTask = (id: string, events: WantedRecord['events']): LoopTask => ({
  id,
  events,
  spells: project(timelineOf(taskType), events),
})
