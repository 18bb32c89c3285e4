import fc from 'fast-check'
import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Reader, read } from '../../platform/db/transaction.ts'
import { type TestDatabase, testDatabase } from '../../platform/testing/database.ts'
import { organisationArea } from './area.ts'
import { commands, days } from './testing/model/commands.ts'
import { type Book, dayBefore, type ModelRecord, type ModelType, on } from './testing/model/life.ts'
import { beginOffice, type Played, playAll } from './testing/model/play.ts'
import { pathOn, scopeOf } from './testing/model/tree.ts'

const numRuns = Math.max(1, Math.round((fc.readConfigureGlobal().numRuns ?? 100) * 0.25))
const tables: Record<ModelType, string> = {
  place: 'place',
  organisation: 'party_organisation',
  person: 'legal_person',
  council: 'council',
  seat: 'council_seat',
  covered: 'covered_unit',
}
const types = Object.keys(tables) as ModelType[]
const sampleDays = [...new Set(days.flatMap((day) => [dayBefore(day), day])), '2026-01-01']

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([organisationArea])
  console.info(`two clocks: ${numRuns} runs, seed ${fc.readConfigureGlobal().seed}`)
})
afterAll(() => database.drop())

test('whatever is done, the office answers as the model for every day as known at every change', {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      commands,
      fc.array(fc.nat(999), { minLength: 3, maxLength: 3 }),
      async (deeds, samples) => {
        const played = await beginOffice(database)
        const { office, model } = played
        await playAll(played, deeds)
        expect(await office.head()).toBe(BigInt(model.head))
        await sameEventsAtEveryChange(played)
        const known = [...new Set(samples.map((sample) => sample % (model.head + 1)))]
        for (const change of [null, model.head, ...known]) await sameRecords(played, change)
      },
    ),
    { numRuns },
  )
})

type Loaded = { headers: Map<string, Record<string, unknown>>; spells: Map<string, SpellRow[]> }
type SpellRow = Record<string, unknown> & { record_id: string; valid_from: string; valid_to: string | null }

/** Every row of the known events, at each change number there is. */
async function sameEventsAtEveryChange({ office, model }: Played): Promise<void> {
  for (let change = 0; change <= model.head; change++) {
    const rows = await read<unknown, unknown[]>(
      office.database,
      office.whole,
      async (reader) =>
        (
          await sql`${sql.join(
            types.map(
              (
                type,
              ) => sql`select h.id, e.on_date, e.kind, e.seq, e.sets, e.deed_id from ${sql.table(`organisation_known.${tables[type]}`)} h
              full join ${sql.table(`organisation_known.${tables[type]}_event`)} e on e.office_id = h.office_id and e.record_id = h.id
              where coalesce(h.office_id, e.office_id) = ${office.whole.office}`,
            ),
            sql` union all `,
          )} order by id, on_date, seq`.execute(reader.db as Kysely<unknown>)
        ).rows,
      BigInt(change),
    )
    const expected = [...model.at(change).values()]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .flatMap((record) =>
        record.events.map((event, index) => ({
          id: record.id,
          on_date: event.day,
          kind: event.kind,
          seq: index + 1,
          sets: event.sets,
          deed_id: event.deed,
        })),
      )
    expect({ change, rows }).toEqual({ change, rows: expected })
  }
}

/** Records, spells, trees and scopes as the engine loads them and as the tables hold them. */
async function sameRecords(played: Played, change: number | null): Promise<void> {
  const { office, model } = played
  const book = model.at(change ?? model.head)
  const every = [...new Set([...model.now.keys(), ...book.keys()])]
  await read<unknown, void>(
    office.database,
    office.whole,
    async (reader) => {
      for (const type of types) {
        const loaded = await office.engine.load(reader, office.typeOf(type), every)
        const records = [...book.values()].filter((record) => record.type === type)
        expect([...loaded.keys()].sort()).toEqual(records.map((record) => record.id).sort())
        const rows = await rowsOf(reader, office.whole.office, type)
        for (const record of records) {
          const stored = loaded.get(record.id)
          expect({ id: record.id, ...stored?.header }).toMatchObject({ id: record.id, ...record.header })
          for (const day of sampleDays) {
            const values = stored?.spells
              .filter((spell) => spell.from <= day && (spell.to === null || day < spell.to))
              .map((spell) => spell.attributes)
            const expected = on(record, day)
            expect({ record, day, change, values }).toEqual({
              record,
              day,
              change,
              values: expected ? [expected] : [],
            })
          }
          sameSegments(book, record, rows, change)
        }
      }
    },
    change === null ? null : BigInt(change),
  )
}

async function rowsOf(
  reader: Reader<unknown>,
  office: number,
  type: ModelType,
): Promise<Loaded & { labels: Map<string, string> }> {
  const schema = reader.known === null ? 'organisation' : 'organisation_known'
  const db = reader.db as Kysely<unknown>
  const headers = await sql<
    Record<string, unknown>
  >`select * from ${sql.table(`${schema}.${tables[type]}`)} where office_id = ${office}`.execute(db)
  const spells =
    await sql<SpellRow>`select * from ${sql.table(`${schema}.${tables[type]}_spell`)} where office_id = ${office}`.execute(
      db,
    )
  return {
    headers: new Map(headers.rows.map((row) => [row['id'] as string, row])),
    labels: new Map(headers.rows.map((row) => [row['label'] as string, row['id'] as string])),
    spells: Map.groupBy(spells.rows, (row) => row.record_id),
  }
}

/** Where it hangs on each day, and in whose scope it lies. */
function sameSegments(
  book: Book,
  record: ModelRecord,
  rows: Loaded & { labels: Map<string, string> },
  change: number | null,
): void {
  for (const day of sampleDays.filter((sample) => on(record, sample))) {
    const [row] = (rows.spells.get(record.id) ?? []).filter(
      (spell) => spell.valid_from <= day && (spell.valid_to === null || day < spell.valid_to),
    )
    const path =
      typeof row?.['path'] === 'string'
        ? row['path']
            .split('/')
            .filter((label) => label !== '')
            .map((label) => rows.labels.get(label))
        : null
    const isTree = record.type === 'place' || record.type === 'organisation'
    const expected = { path: isTree ? pathOn(book, record.id, day) : null, scope: scopeOf(book, record, day) }
    expect({ record, day, change, path, scope: row?.['scope_place_id'] ?? null }).toEqual({
      record,
      day,
      change,
      ...expected,
    })
  }
  expect({ record, scope: rows.headers.get(record.id)?.['scope_place_id'] ?? null }).toEqual({
    record,
    scope: scopeOf(book, record, 'last'),
  })
}
