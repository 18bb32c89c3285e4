import { rehearse } from '../../../platform/db/rehearse.ts'
import { inWholeOffice, type Writer } from '../../../platform/db/transaction.ts'
import { readerOf } from '../../../platform/records/engine.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import { applyUndo } from '../../../platform/records/undo/apply-undo.ts'
import { planUndo } from '../../../platform/records/undo/plan-undo.ts'
import { undoAnswer } from '../../../platform/records/undo/undo-answer.ts'
import type { UndoAnswer } from '../../../platform/records/undo/undo-schema.ts'
import { type Asking, inChange } from '../../../platform/records/write-change.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { text } from '../../../platform/text.ts'
import { changeOf } from '../queries/change-of.ts'
import { isPast } from '../rules/elections/ballot-round.ts'
import { pastElection } from '../rules/elections/ended-words.ts'
import type { ElectionTypes } from '../election-types.ts'

export type UndoInput = { readonly id: string; readonly reason: string; readonly idempotencyKey: string }

/** What undoing a confirmation would do: done in full and taken back. */
export async function previewUndoConfirmation(
  records: Records,
  asking: Asking,
  id: string,
  { election }: ElectionTypes,
): Promise<UndoAnswer> {
  const request = { ...asking, kind: 'correction', reason: '—' } as const
  return await rehearse(records.database, request, async (writer: Writer<unknown>) => ({
    ...(await undo(records, writer, election, id)),
    change: null,
  }))
}

/**
 * Takes a confirmation back as one correction: posts, term and election stand as before it, all of them or nothing.
 * @throws Refusal CONFLICT where it was not confirmed, or something of it was edited since
 */
export async function undoConfirmation(
  records: Records,
  asking: Asking,
  input: UndoInput,
  { election }: ElectionTypes,
): Promise<UndoAnswer> {
  const body = { ...input, type: election.id, overrides: [] }
  return await inChange(records, asking, 'correction', body, async (writer) => {
    const answer = await undo(records, writer, election, input.id)
    if (answer.counts.kept > 0)
      throw new Refusal('CONFLICT', editedSince(answer.kept.map(({ title }) => title)), { kept: answer.kept })
    return answer
  })
}

async function undo(
  records: Records,
  writer: Writer<unknown>,
  type: RecordType,
  id: string,
): Promise<UndoAnswer> {
  const { engine } = records
  const reader = readerOf(writer)
  const election = (await engine.load(reader, type, [id])).get(id)
  if (!election) throw noSuchRecord(type, id)
  if (isPast(election)) throw new Refusal('CONFLICT', pastElection, { id })
  const confirmed = election.events.find(({ kind }) => kind === 'confirmed')
  if (!confirmed) throw new Refusal('CONFLICT', notConfirmed, { id })
  const change = await changeOf(reader, type, confirmed.id)
  const plan = await inWholeOffice(writer, () => planUndo(reader, engine, change))
  await applyUndo(writer, engine, plan)
  return await undoAnswer(reader, engine, plan, String(writer.change))
}

const notConfirmed = text(
  '这次选举的结果还没有确认，没有可撤销的内容。',
  'The outcome of this election is not confirmed: there is nothing to undo.',
)
const editedSince = (titles: readonly string[]) =>
  text(
    `确认以后，有关任职或组织又有变动：${titles.slice(0, 5).join('、')}，不能整体撤销。请先更正那些变动。`,
    `Since the confirmation, posts or the organisation changed: ${titles.slice(0, 5).join(', ')}. It cannot be undone as a whole: correct those first.`,
  )
