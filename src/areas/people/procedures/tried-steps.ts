import { newId } from '../../../platform/db/id.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import type { Records } from '../../../platform/records/records.ts'
import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import type { Finding } from '../../../platform/rules/judge.ts'
import type { Text } from '../../../platform/text.ts'
import { type Day, today } from '../../../platform/values/day.ts'

type Asked<Step extends string> = {
  readonly type: RecordType
  readonly election: StoredRecord
  /** What the rules say of it as it stands. */
  readonly present: readonly Finding[]
  readonly steps: readonly Step[]
  readonly words: Readonly<Record<Step, Text>>
  /** Why the outcome cannot be confirmed. */
  readonly obstacles: readonly Text[]
  /** No step is taken any more. */
  readonly over: boolean
}
export type TriedStep<Step extends string> = {
  readonly step: Step
  readonly label: Text
  readonly on: Day | null
  readonly documentNo: string | null
  readonly state: 'done' | 'next' | 'later' | 'locked'
  readonly reasons: { message: Text; basis: Text | null }[]
}

/** Each step that is not done is tried on the record as it stands: what the rules would then say against it locks it. */
export async function triedSteps<Step extends string>(
  { engine }: Records,
  reader: Reader<unknown>,
  { type, election, present, words, obstacles, over, ...asked }: Asked<Step>,
): Promise<TriedStep<Step>[]> {
  const known = new Set(present.map(wordsOf))
  const doneOn = new Map(election.events.map((event) => [event.kind, event]))
  const steps: TriedStep<Step>[] = []
  let reached = false
  for (const step of asked.steps) {
    const done = doneOn.get(step)
    const base = {
      step,
      label: words[step],
      on: done?.onDate ?? null,
      documentNo: done?.documentNo ?? null,
    }
    if (done || over) {
      steps.push({ ...base, state: done ? 'done' : 'later', reasons: [] })
      continue
    }
    const tried = {
      id: newId(),
      onDate: today(),
      seq: 999,
      kind: step,
      sets: {},
      documentNo: null,
      reason: null,
    }
    const found = await engine.judge(reader, type, [{ ...election, events: [...election.events, tried] }])
    const against = found.filter(
      (finding) => finding.judges === 'act' && finding.weight !== 'inform' && !known.has(wordsOf(finding)),
    )
    const reasons = [
      ...against.map(({ message, basis }) => ({ message, basis })),
      ...(step === 'confirmed' ? obstacles.map((message) => ({ message, basis: null })) : []),
    ]
    steps.push({ ...base, state: reasons.length > 0 ? 'locked' : reached ? 'later' : 'next', reasons })
    reached = true
  }
  return steps
}

const wordsOf = ({ rule, message }: Finding) => `${rule} ${message.zh}`
