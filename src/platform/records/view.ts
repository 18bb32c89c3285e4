import { type Kysely, sql } from 'kysely'
import { type Reader, read } from '../db/transaction.ts'
import type { Scope } from '../db/scope.ts'
import { schemaOf } from '../figures/hierarchy.ts'
import { text } from '../text.ts'
import { type Day, today } from '../values/day.ts'
import { inForce } from '../values/spell.ts'
import type { RecordView } from './contract.ts'
import { dependentsOf, nameDependents } from './dependents.ts'
import { findingView } from './finding-view.ts'
import { judgeStored } from './judge-stored.ts'
import type { RecordType } from './record-type.ts'
import { givenUpFor, whereItWent } from './merge/where-it-went.ts'
import { behaviourNamed, type Records } from './records.ts'
import type { StoredRecord } from './records-engine.ts'
import { showValues } from './shown-values.ts'

export type ChangeRow = {
  change_no: bigint
  recorded_at: string
  kind: RecordView['changes'][number]['kind']
  actor_name: string
  reason: string | null
}

/** One record as of a day and as known at a change: its life on both clocks. */
export async function viewRecord(
  records: Records,
  scope: Scope,
  asked: { type: string; id: string; asOf: Day | undefined; known: bigint | null },
  may: RecordView['may'],
): Promise<RecordView> {
  const { type } = behaviourNamed(records, asked.type)
  const on = asked.asOf ?? today()
  return await read(
    records.database,
    scope,
    async (reader) => {
      const record = (await records.engine.load(reader, type, [asked.id])).get(asked.id)
      if (!record) throw await whereItWent(records.engine, reader, type, asked.id)
      const changes = await changesOf(reader, type, record.id)
      const title = (await records.engine.titlesOf(reader, type, [record.id])).get(record.id) ?? ''
      return {
        ...(await values(records, reader, type, record, on)),
        type: type.id,
        id: record.id,
        title,
        inForce: record.spells.some((spell) => inForce(spell, on)),
        version: String(record.version),
        events: await events(records, reader, type, record, changes),
        changes: changes.map(changeView),
        findings: (await judgeStored(records, reader, type, [record], on)).map(findingView),
        dependents: await hangingOn(records, reader, type, record.id, on),
        // Last: it reads what was known earlier.
        merged: await givenUpFor(records.engine, reader, type, record.id),
        may,
      }
    },
    asked.known,
  )
}

const shownDependents = 20

/** What names it on the day in a field that may not be left pointing at nothing, as far as the reader sees. */
async function hangingOn(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  id: string,
  on: Day,
): Promise<RecordView['dependents']> {
  const found = await dependentsOf(records.engine, reader, type, [id], on, 'on the day')
  const groups: RecordView['dependents'] = []
  for (const own of Map.groupBy(found, ({ type: { id: of }, field }) => `${of} ${field.key}`).values()) {
    const { type: hanging, field } = own[0] as (typeof own)[number]
    const { named } = await nameDependents(records.engine, reader, own.slice(0, shownDependents))
    groups.push({
      type: hanging.id,
      key: field.key,
      field: field.label,
      count: own.length,
      records: named.map(({ id: dependent, title }) => ({ id: dependent, title })),
    })
  }
  return groups
}

async function values(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  record: StoredRecord,
  on: Day,
) {
  const [header] = await showValues(records.engine, reader, type.header, [record.header])
  const shown = await showValues(
    records.engine,
    reader,
    type.attributes,
    record.spells.map((spell) => spell.attributes),
  )
  const current = record.spells.findIndex((spell) => inForce(spell, on))
  return {
    header: header ?? {},
    values: current < 0 ? null : (shown[current] ?? null),
    spells: record.spells.map((spell, index) => ({
      from: spell.from,
      to: spell.to,
      values: shown[index] ?? {},
    })),
  }
}

async function events(
  records: Records,
  reader: Reader<unknown>,
  type: RecordType,
  record: StoredRecord,
  changes: readonly ChangeRow[],
): Promise<RecordView['events']> {
  const [schema, name] = type.id.split('.') as [string, string]
  const { rows } = await sql<{
    id: string
    known_from: bigint
  }>`select id, known_from from ${sql.table(`${schemaOf(schema, reader.known)}.${name}_event`)}
    where office_id = ${reader.scope.office} and record_id = ${record.id}`.execute(
    reader.db as Kysely<unknown>,
  )
  const recordedAt = new Map(rows.map((row) => [row.id, row.known_from]))
  const shown = await showValues(
    records.engine,
    reader,
    [...type.attributes, ...type.acts.flatMap((act) => act.details ?? [])],
    record.events.map((event) => event.sets),
  )
  return record.events.map((event, index) => ({
    id: event.id,
    kind: event.kind,
    label: type.acts.find((act) => act.kind === event.kind)?.label ?? text(event.kind, event.kind),
    onDate: event.onDate,
    documentNo: event.documentNo,
    reason: event.reason,
    sets: shown[index] ?? {},
    deed: event.deedId ?? null,
    recorded: changeView(
      changes.find((change) => change.change_no === recordedAt.get(event.id)) ??
        (changes.at(-1) as ChangeRow),
    ),
  }))
}

export const changeView = (row: ChangeRow) => ({
  change: String(row.change_no),
  recordedAt: row.recorded_at,
  kind: row.kind,
  actor: row.actor_name,
  reason: row.reason,
})

/** The changes that touched a record, newest first, up to the reader's knowledge. */
export async function changesOf(reader: Reader<unknown>, type: RecordType, id: string): Promise<ChangeRow[]> {
  const [schema, name] = type.id.split('.') as [string, string]
  const office = reader.scope.office
  const { rows } =
    await sql<ChangeRow>`select c.change_no, c.recorded_at, c.kind, c.actor_name, c.reason from (
      select known_from as n from ${sql.table(`${schema}.${name}`)} where office_id = ${office} and id = ${id}
      union select known_from from ${sql.table(`${schema}_history.${name}`)} where office_id = ${office} and id = ${id}
      union select e.change_no from platform.erasure e where e.office_id = ${office} and e.record_id = ${id}
      union select p.change_no from platform.record_apart p where p.office_id = ${office} and (p.first_id = ${id} or p.second_id = ${id})
      union select u.change_no from platform.record_apart p join platform.record_apart_end u
        on u.office_id = p.office_id and u.apart_change_no = p.change_no
        where p.office_id = ${office} and (p.first_id = ${id} or p.second_id = ${id})) t
    join platform.change c on c.office_id = ${office} and c.change_no = t.n
    where ${reader.known === null ? sql`true` : sql`c.change_no <= ${reader.known}`} order by c.change_no desc`.execute(
      reader.db as Kysely<unknown>,
    )
  return rows
}
