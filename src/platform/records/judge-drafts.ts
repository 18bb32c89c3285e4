import type { Reader } from '../db/transaction.ts'
import { type Finding, judge } from '../rules/judge.ts'
import { inOrder, project } from '../timeline/project.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { timelineOf } from './record-type.ts'
import type { RecordsEngine, WantedRecord } from './records-engine.ts'
import { titlesIn } from './titles.ts'

/** Judges every draft as it would stand, each by the rules in force on the day of its newest event. */
export async function judgeDrafts(
  engine: Pick<RecordsEngine, 'types' | 'titlesOf' | 'holdersOf'>,
  behaviour: RecordBehaviour,
  reader: Reader<unknown>,
  drafts: readonly WantedRecord[],
): Promise<Finding[]> {
  if (behaviour.rules.length === 0) return []
  const { type } = behaviour
  const lives = drafts.map(({ id, header, events }) => ({
    id,
    header,
    events: inOrder(events),
    spells: project(timelineOf(type), events),
  }))
  const titles = await titlesIn(engine, reader, type, lives)
  const judged = lives.map((life) => ({ ...life, title: titles.get(life.id) ?? '' }))
  const facts = (await behaviour.facts?.(reader, judged, engine)) ?? new Map<string, unknown>()
  return judged.flatMap((input) => {
    const newest = input.events.at(-1)
    if (!newest) return []
    return judge(behaviour.rules, { ...input, facts: facts.get(input.id) }, newest.onDate, {
      type: type.id,
      id: input.id,
      name: input.title,
    })
  })
}
