import pg from 'pg'
import type { ClientConfig } from 'pg'

export type Touched = { readonly records: number; readonly events: number }

/** What the database holds, read beside the program. */
export type Inspected = {
  readonly head: number
  /** The change numbers in order. */
  readonly changes: readonly number[]
  /** By idempotency key: the change that answered it. */
  readonly changeOfKey: ReadonlyMap<string, number>
  /** By change: the key that the change itself names, and how many records and events it touched. */
  readonly keyOfChange: ReadonlyMap<number, string | null>
  readonly touched: ReadonlyMap<number, Touched>
  /** By code: the ids of the organisations. */
  readonly organisations: ReadonlyMap<string, string>
  /** How many rows name a change that is not there, or lack their record. */
  readonly astray: number
  readonly durability: string
}

const headers = ['place', 'party_organisation'] as const
const kept = headers.flatMap((name) => [name, `${name}_event`, `${name}_spell`])
const both = (name: string) => [`organisation.${name}`, `organisation_history.${name}`]

const touchedRecords = headers
  .flatMap((name) => [
    ...both(name).map((table) => `select known_from as n, id from ${table}`),
    `select known_to, id from organisation_history.${name}`,
  ])
  .join(' union ')
const touchedEvents = headers
  .flatMap((name) => both(`${name}_event`).map((table) => `select known_from as n, id from ${table}`))
  .join(' union ')
const named = kept
  .flatMap((name) => [
    ...both(name).map((table) => `select known_from as n from ${table}`),
    `select known_to from organisation_history.${name}`,
  ])
  .join(' union all ')
const spells = headers
  .map(
    (name) => `(select count(*) from organisation.${name} h where not exists
    (select from organisation.${name}_spell s where s.office_id = h.office_id and s.record_id = h.id))`,
  )
  .join(' + ')

/** Reads everything in one snapshot. `admin` may take on the owner's role. */
export async function inspect(admin: ClientConfig, owner: string): Promise<Inspected> {
  return await inSnapshot(admin, owner, async (rows) => {
    const numbers = await rows('select change_no, request_id from platform.change order by change_no')
    const records = new Map(
      (await rows(`select n, count(*) from (${touchedRecords}) t group by n`)).map(pair),
    )
    const events = new Map((await rows(`select n, count(*) from (${touchedEvents}) t group by n`)).map(pair))
    const changes = numbers.map(([change]) => Number(change))
    return {
      head: Number((await rows('select head from platform.office'))[0]?.[0]),
      changes,
      keyOfChange: new Map(numbers.map(([change, key]) => [Number(change), key ?? null])),
      changeOfKey: new Map(
        (await rows('select idempotency_key, change_no from platform.request')).map(([key, change]) => [
          key as string,
          Number(change),
        ]),
      ),
      touched: new Map(
        changes.map((change) => [
          change,
          { records: records.get(change) ?? 0, events: events.get(change) ?? 0 },
        ]),
      ),
      organisations: new Map(
        (await rows('select code, id from organisation.party_organisation')).map(([code, id]) => [
          code as string,
          id as string,
        ]),
      ),
      astray:
        Number(
          (
            await rows(
              `select count(*) from (${named}) t where n not in (select change_no from platform.change)`,
            )
          )[0]?.[0],
        ) + Number((await rows(`select ${spells}`))[0]?.[0]),
      durability: (
        await rows(`select current_setting('fsync') || ' ' || current_setting('synchronous_commit')`)
      )[0]?.[0] as string,
    }
  })
}

type Rows = (sql: string) => Promise<string[][]>

/** Several looks at one moment, past the program and its scopes. */
export async function inSnapshot<Result>(
  admin: ClientConfig,
  owner: string,
  act: (rows: Rows) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(admin)
  await client.connect()
  try {
    await client.query(`set role ${client.escapeIdentifier(owner)}`)
    await client.query('begin isolation level repeatable read, read only')
    await client.query(`select set_config('app.office', '1', true), set_config('app.scope_all', 'on', true)`)
    return await act(async (sql) => (await client.query({ text: sql, rowMode: 'array' })).rows as string[][])
  } finally {
    await client.end()
  }
}

function pair([change, count]: string[]): [number, number] {
  return [Number(change), Number(count)]
}
