import { sql } from 'kysely'
import { inWholeOffice, type Writer } from '../../db/transaction.ts'
import { Refusal } from '../../refusal.ts'
import type { Finding } from '../../rules/judge.ts'
import { type Text, text } from '../../text.ts'
import { readerOf } from '../engine.ts'
import { findingView } from '../finding-view.ts'
import type { Records } from '../records.ts'
import { type Asking, inChange, refuseStopped, refuseWhileNamed } from '../write-change.ts'
import { type DraftMerge, draftMerge, type MergeInput } from './draft-merge.ts'

/** `seen`: the digest of the previewed merge. */
export type MergeRequest = MergeInput & { readonly idempotencyKey: string; readonly seen: string }

/**
 * Says that two records are one, as one correction: the kept one lives on, the other never was, and what named it names the kept one.
 * @throws Refusal as {@link draftMerge}; STALE where what hangs on it changed since the preview; CONFLICT with what stands in the way; RULE
 */
export async function performMerge(records: Records, asking: Asking, input: MergeRequest) {
  return await inChange(records, asking, 'correction', input, async (writer, reader) => {
    const draft = await draftMerge(records, writer, reader, input)
    if (draft.digest !== input.seen) throw new Refusal('STALE', movedOn, { id: input.given.id })
    const [first] = draft.hindrances
    if (first)
      throw new Refusal('CONFLICT', hindered(draft.hindrances.map(({ message }) => message)), {
        records: first.records.map(({ type, id }) => ({ type: type.id, id })),
      })
    const findings = await carryOutMerge(records, writer, draft)
    refuseStopped(findings, input.overrides)
    await sql`insert into platform.record_merge (office_id, change_no, record_type, kept_id, given_id)
      values (${reader.scope.office}, ${writer.change}, ${draft.type.id}, ${draft.kept.id}, ${draft.given.id})`.execute(
      writer.db,
    )
    return {
      change: String(writer.change),
      kept: draft.kept.id,
      moved: draft.hanging.length,
      findings: findings.map((finding) => findingView(finding)),
    }
  })
}

/** Writes it, and tells what it newly sets against a rule: what was so before is no reason not to put records right. */
export async function carryOutMerge(
  records: Records,
  writer: Writer<unknown>,
  { type, given, wanted, stood }: DraftMerge,
): Promise<Finding[]> {
  const { engine } = records
  const nameOf = ({ rule, record }: Finding) => `${rule} ${record.id}`
  const before = new Set<string>()
  for (const [of, own] of stood)
    for (const finding of await engine.judge(readerOf(writer), of, own)) before.add(nameOf(finding))
  // Its spells may lie where a place was moved to since; that the caller sees all of it was asked.
  await inWholeOffice(writer, () => engine.remove(writer, type, [given.id]))
  const findings: Finding[] = []
  for (const [of, own] of wanted) findings.push(...(await engine.save(writer, of, own)))
  await refuseWhileNamed(writer)
  return findings.filter((finding) => !before.has(nameOf(finding)))
}

const movedOn = text(
  '查看之后，有关记录又有变动，尚未合并。请重新核对后再合并。',
  'Records that hang on it changed after you looked. Nothing was merged: look again.',
)
const hindered = (messages: readonly Text[]) =>
  text(
    `不能合并：${messages.map(({ zh }) => zh).join('')}`,
    `They cannot be merged. ${messages.map(({ en }) => en).join(' ')}`,
  )
