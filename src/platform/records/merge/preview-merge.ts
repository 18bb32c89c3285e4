import { rehearse } from '../../db/rehearse.ts'
import type { Reader, Writer } from '../../db/transaction.ts'
import { movedFigures } from '../../figures/moved-figures.ts'
import type { Figures } from '../../figures/registry.ts'
import { type Finding, refuseAct } from '../../rules/judge.ts'
import { type Day, today } from '../../values/day.ts'
import { readerOf } from '../engine.ts'
import { findingView } from '../finding-view.ts'
import { actOf, type RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import type { RecordsEngine } from '../records-engine.ts'
import { showValues } from '../shown-values.ts'
import { titlesAcross } from '../titles.ts'
import type { Asking } from '../write-change.ts'
import type { MergePreview } from './contract.ts'
import { type DraftMerge, draftMerge, type MergeInput } from './draft-merge.ts'
import { carryOutMerge } from './perform-merge.ts'

const shownHanging = 200

/** What it would do to make two records one: done in full and taken back, so that it cannot differ from the merge. */
export async function previewMerge(
  records: Records,
  figures: Figures,
  asking: Asking,
  input: MergeInput & { readonly asOf?: Day | undefined },
): Promise<MergePreview> {
  const request = { ...asking, kind: 'correction', reason: input.reason } as const
  return await rehearse(records.database, request, async (writer: Writer<unknown>): Promise<MergePreview> => {
    const reader = readerOf(writer)
    const draft = await draftMerge(records, writer, reader, input)
    const shown = await said(records.engine, reader, draft, input.take)
    if (draft.hindrances.length > 0) return { ...shown, ...consequences([]), figures: [] }
    const touched = new Map<RecordType, string[]>(
      [...draft.wanted].map(([type, own]) => [type, own.map(({ id }) => id)]),
    )
    touched.get(draft.type)?.push(draft.given.id)
    const { moved, result } = await movedFigures(figures, writer, {
      asOf: input.asOf ?? today(),
      act: () => carryOutMerge(records, writer, draft),
      records: touched,
    })
    return { ...shown, ...consequences(result), figures: moved }
  })
}

const consequences = (findings: readonly Finding[]) => ({
  stopped: refuseAct(findings).stopped.map((finding) => findingView(finding)),
  findings: findings.map((finding) => findingView(finding)),
})

/** Both records, what hangs and what stands in the way, in words. It is asked before anything is written: both have their titles yet. */
async function said(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  { type, given, differing, hanging, hindrances, digest }: DraftMerge,
  take: readonly string[],
) {
  const fields = differing.map(({ field }) => field)
  const [kept, other] = await showValues(engine, reader, fields, [
    Object.fromEntries(differing.map((one) => [one.field.key, one.kept])),
    Object.fromEntries(differing.map((one) => [one.field.key, one.given])),
  ])
  const named = [
    ...hanging.slice(0, shownHanging).map(({ type: of, record }) => ({ type: of, id: record.id })),
    ...hindrances.flatMap((hindrance) => hindrance.records),
  ]
  const titles = await titlesAcross(engine, reader, named)
  const nothing = { value: null, shown: null }
  return {
    differing: differing.map(({ field, event, mayTake }) => ({
      key: field.key,
      label: field.label,
      kept: kept?.[field.key] ?? nothing,
      given: other?.[field.key] ?? nothing,
      taken: take.includes(field.key),
      mayTake,
      since: event && { onDate: event.onDate, act: actOf(type, event.kind).label },
    })),
    hanging: hanging.slice(0, shownHanging).map(({ type: of, fields: by, record }) => ({
      type: of.id,
      id: record.id,
      title: titles.get(record.id) ?? '',
      label: of.label,
      fields: by.map(({ label }) => label),
    })),
    hangingCount: hanging.length,
    lapsing: given.events.length,
    hindrances: hindrances.map(({ message, records }) => ({
      message,
      records: records.map((one) => ({ type: one.type.id, id: one.id, title: titles.get(one.id) ?? '' })),
    })),
    seen: digest,
  }
}
