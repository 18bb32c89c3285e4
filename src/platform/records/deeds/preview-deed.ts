import { sql } from 'kysely'
import { type Reader, write } from '../../db/transaction.ts'
import { schemaOf } from '../../figures/hierarchy.ts'
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

/** Carries the answer out of a transaction that keeps nothing. */
class Previewed extends Error {
  readonly preview: DeedPreview
  constructor(preview: DeedPreview) {
    super('previewed')
    this.preview = preview
  }
}

/** What a deed would do: done in full and taken back, so that the preview cannot differ from the deed. */
export async function previewDeed(
  records: Records,
  figures: Figures,
  asking: Asking,
  input: DeedInput,
): Promise<DeedPreview> {
  refuseFuture(input.onDate)
  try {
    await write<unknown, never>(records.database, { ...asking, kind: 'event' }, async (writer) => {
      const reader: Reader<unknown> = { scope: asking.scope, known: null, db: writer.db }
      const deed = await draftDeed(records, writer, reader, input)
      const { moved, result: findings } = await movedFigures(
        figures,
        writer,
        input.onDate,
        () => placesOf(records, reader, deed),
        () => carryOut(records, writer, deed),
      )
      const names = await records.engine.titlesOf(
        reader,
        records.engine.types.get(records.place.recordType) as RecordType,
        moved.map(({ place }) => place),
      )
      throw new Previewed({
        dependents: await shownDependents(records, reader, deed),
        unassigned: deed.dependents.filter(({ to }) => to === undefined).length,
        stopped: refuseAct(findings).stopped.map((finding) => findingView(finding)),
        findings: findings.map((finding) => findingView(finding)),
        figures: moved.map((one) => ({ ...one, place: { id: one.place, name: names.get(one.place) ?? '' } })),
      })
    })
  } catch (error) {
    if (error instanceof Previewed) return error.preview
    throw error
  }
  throw new Error('a preview keeps nothing')
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

/** The scopes in which the records of an act lie, and what lies above them all. */
export async function placesOf(
  records: Records,
  reader: Reader<unknown>,
  deed: Pick<DraftDeed, 'drafts'>,
): Promise<string[]> {
  const found = new Set<string>()
  for (const [type, own] of deed.drafts) {
    if (!type.scoped) continue
    const [schema, name] = type.id.split('.') as [string, string]
    const { rows } = await sql<{ place: string }>`select distinct scope_place_id as place
      from ${sql.table(`${schema}.${name}_spell`)} where office_id = ${reader.scope.office}
        and record_id = any(${[...own.keys()]}::uuid[])`.execute(reader.db)
    for (const { place } of rows) found.add(place)
  }
  const top = await topPlace(records, reader)
  return [...(top ? [top] : []), ...[...found].filter((place) => place !== top).slice(0, mostPlaces)]
}

const mostPlaces = 8

async function topPlace({ place }: Records, reader: Reader<unknown>): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select record_id as id
    from ${sql.table(`${schemaOf(place.schema, null)}.${place.name}_spell`)} where office_id = ${reader.scope.office}
    order by length(path), valid_from desc limit 1`.execute(reader.db)
  return rows[0]?.id ?? null
}
