import { rehearse } from '../../db/rehearse.ts'
import type { Reader, Writer } from '../../db/transaction.ts'
import { movedFigures } from '../../figures/moved-figures.ts'
import type { Figures } from '../../figures/registry.ts'
import { refuseAct } from '../../rules/judge.ts'
import { findingView } from '../finding-view.ts'
import type { RecordType } from '../record-type.ts'
import type { Records } from '../records.ts'
import { type Asking, refuseFuture } from '../write-change.ts'
import type { DeedPreview } from './contract.ts'
import type { DeedInput } from './deed-input.ts'
import { type DraftDeed, draftDeed, endingAct, movingAct } from './draft-deed.ts'
import { carryOut } from './perform-deed.ts'

/** What a deed would do: done in full and taken back, so that the preview cannot differ from the deed. */
export async function previewDeed(
  records: Records,
  figures: Figures,
  asking: Asking,
  input: DeedInput,
): Promise<DeedPreview> {
  refuseFuture(input.onDate)
  return await rehearse(
    records.database,
    { ...asking, kind: 'event' },
    async (writer: Writer<unknown>): Promise<DeedPreview> => {
      const reader: Reader<unknown> = { scope: asking.scope, known: null, db: writer.db }
      const deed = await draftDeed(records, writer, reader, input)
      const { moved, result: findings } = await movedFigures(figures, writer, {
        asOf: input.onDate,
        act: () => carryOut(records, writer, deed),
        records: new Map([...deed.drafts].map(([type, own]) => [type, [...own.keys()]])),
      })
      return {
        dependents: await shownDependents(records, reader, deed),
        unassigned: deed.dependents.filter(({ to }) => to === undefined).length,
        stopped: refuseAct(findings).stopped.map((finding) => findingView(finding)),
        findings: findings.map((finding) => findingView(finding)),
        figures: moved,
      }
    },
  )
}

async function shownDependents(
  records: Records,
  reader: Reader<unknown>,
  { dependents, begun }: DraftDeed,
): Promise<DeedPreview['dependents']> {
  const titles = new Map<string, string>()
  const wanted = dependents.flatMap(({ dependent }) => [
    { type: dependent.type, id: dependent.id },
    { type: records.engine.types.get(dependent.field.to) as RecordType, id: dependent.on },
  ])
  for (const [type, own] of Map.groupBy(wanted, (one) => one.type))
    for (const [id, title] of await records.engine.titlesOf(reader, type, [
      ...new Set(own.map(({ id }) => id)),
    ]))
      titles.set(id, title)
  const names = new Map([...begun].map(([name, id]) => [id, name]))
  return dependents.map(({ dependent: { type, field, id, on, since }, to }) => ({
    type: type.id,
    id,
    title: titles.get(id) ?? '',
    field: field.label,
    on: { id: on, title: titles.get(on) ?? '' },
    to: { type: field.to },
    since,
    assigned: to === undefined ? null : { to: to === null ? null : (names.get(to) ?? to) },
    mayEnd: endingAct(type) !== undefined,
    mayMove: movingAct(type, field.key) !== undefined,
  }))
}
