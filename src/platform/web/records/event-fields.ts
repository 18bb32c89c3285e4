import type { RecordView } from '../../records/contract.ts'
import type { RecordField, RecordType } from '../../records/record-type.ts'

type Event = RecordView['events'][number]

/** What an event said: the attributes that it set, and the details of its act, said or not. */
export function fieldsOfEvent(type: RecordType, event: Event): readonly RecordField[] {
  const act = type.acts.find((candidate) => candidate.kind === event.kind)
  return [...type.attributes.filter((field) => field.key in event.sets), ...(act?.details ?? [])]
}
