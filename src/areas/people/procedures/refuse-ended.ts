import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { endedWords } from '../rules/elections/ended-words.ts'

/** @throws Refusal CONFLICT where the election is confirmed or was cancelled: its ballots stand as they are */
export function refuseEnded({ id, events }: StoredRecord): void {
  const ended = events.find(({ kind }) => kind in endedWords)
  if (ended) throw new Refusal('CONFLICT', endedWords[ended.kind as keyof typeof endedWords], { id })
}
