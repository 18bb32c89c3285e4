import { type Kysely, sql } from 'kysely'
import { inWholeOffice, type Reader, type Writer } from '../db/transaction.ts'
import { schemaOf } from '../figures/hierarchy.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import { readerOf } from './engine.ts'
import type { RecordField, RecordType } from './record-type.ts'
import type { Records } from './records.ts'
import type { RecordsEngine } from './records-engine.ts'

export type HangingField = RecordField & { readonly kind: 'reference' }

/** A record that hangs on another: it names it, from `since` on, in a field that may not be left pointing at nothing. */
export type Dependent = {
  readonly type: RecordType
  readonly field: HangingField
  readonly id: string
  /** The record that it hangs on. */
  readonly on: string
  readonly since: Day
}

/** On the day alone, or on it and at any time later. */
export type Within = 'on the day' | 'from the day on'

/** What hangs on these records, of every type that any area declares, within the reader's places. */
export async function dependentsOf(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  type: RecordType,
  ids: readonly string[],
  day: Day,
  within: Within,
): Promise<Dependent[]> {
  const found: Dependent[] = []
  for (const { type: hanging, field } of hangingOn(engine, type)) {
    const [schema, name] = hanging.id.split('.') as [string, string]
    const begun = within === 'on the day' ? sql`and s.valid_from <= ${day}` : sql``
    const { rows } = await sql<{ id: string; on: string; since: Day }>`
      select s.record_id as id, s.${sql.ref(field.key)} as "on", greatest(min(s.valid_from), ${day}::date) as since
      from ${sql.table(`${schemaOf(schema, reader.known)}.${name}_spell`)} s
      where s.office_id = ${reader.scope.office} and s.${sql.ref(field.key)} = any(${ids}::uuid[])
        and (s.valid_to is null or s.valid_to > ${day}) ${begun}
      group by s.record_id, s.${sql.ref(field.key)} order by s.record_id`.execute(
      reader.db as Kysely<unknown>,
    )
    found.push(...rows.map((row) => ({ type: hanging, field, ...row })))
  }
  return found
}

/** Every field by which a record of any area may hang on one of this type. */
function hangingOn(engine: RecordsEngine, on: RecordType): { type: RecordType; field: HangingField }[] {
  return [...engine.types.values()].flatMap((type) =>
    type.attributes.flatMap((field) =>
      field.kind === 'reference' && field.hangs && field.to === on.id ? [{ type, field }] : [],
    ),
  )
}

export type NamedDependent = { readonly type: string; readonly id: string; readonly title: string }

/** Dependents by name; those outside the caller's places are only counted. */
export async function nameDependents(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  dependents: readonly Dependent[],
): Promise<{ named: NamedDependent[]; unseen: number }> {
  const named: NamedDependent[] = []
  for (const [type, own] of Map.groupBy(dependents, (dependent) => dependent.type)) {
    const ids = [...new Set(own.map(({ id }) => id))]
    const titles = await engine.titlesOf(reader, type, ids)
    for (const id of ids) {
      const title = titles.get(id)
      if (title !== undefined) named.push({ type: type.id, id, title })
    }
  }
  const all = new Set(dependents.map(({ id }) => id))
  return { named, unseen: all.size - named.length }
}

/** An end may leave nothing behind that still names what ended. @throws Refusal CONFLICT with the list */
export async function refuseOrphans(
  records: Records,
  writer: Writer<unknown>,
  type: RecordType,
  ending: readonly string[],
  day: Day,
): Promise<void> {
  const reader = readerOf(writer)
  const left = await inWholeOffice(writer, () =>
    dependentsOf(records.engine, reader, type, ending, day, 'from the day on'),
  )
  const orphans = left.filter(({ id }) => !ending.includes(id))
  if (orphans.length === 0) return
  const { named, unseen } = await nameDependents(records.engine, reader, orphans)
  throw new Refusal('CONFLICT', wouldOrphan(named, unseen), { dependents: named.slice(0, 200), unseen })
}

export const wouldOrphan = (named: readonly NamedDependent[], unseen: number) => {
  const titles = named.slice(0, 5).map(({ title }) => title)
  const count = named.length + unseen
  return text(
    `还有${count}条记录挂在它名下${titles.length ? `（${titles.join('、')}${count > titles.length ? '等' : ''}）` : ''}，不能就此终止。请先逐一安排去向，再登记终止。`,
    `${count} records still hang on it${titles.length ? ` (${titles.join(', ')}${count > titles.length ? ', …' : ''})` : ''}, so it cannot end yet. Decide first where each of them goes.`,
  )
}
