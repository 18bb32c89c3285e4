import { fieldsOfAct, type RecordType } from '../../../../platform/records/record-type.ts'
import { type Text, text } from '../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'

/** What an act must say of itself and an event does not. */
export function missingDetails(type: RecordType, events: readonly TimelineEvent[]): Text[] {
  return events.flatMap(({ kind, sets }) => {
    const act = type.acts.find((one) => one.kind === kind)
    if (!act) return []
    const own = new Set(act.details?.map(({ key }) => key))
    return fieldsOfAct(type, act)
      .filter(({ key, required }) => required && (own.has(key) || key in sets) && !sets[key])
      .map(({ label }) =>
        text(
          `登记“${act.label.zh}”时请填写“${label.zh}”。`,
          `Enter “${label.en}” to record “${act.label.en}”.`,
        ),
      )
  })
}
