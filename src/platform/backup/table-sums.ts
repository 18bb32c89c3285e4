import { setTimeout as sleep } from 'node:timers/promises'
import pg, { type ClientConfig } from 'pg'
import { hasErrorCode } from '../db/server/has-error-code.ts'
import type { TableSum } from './manifest.ts'

// What a row looks like as text follows from settings.
const sameText = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'`

// The office's head first: whoever holds it is in the midst of a change, and whoever waits for it holds nothing else.
const everyTable = `select format('%I.%I', n.nspname, c.relname) as name
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname not in ('pg_catalog', 'information_schema')
  order by (n.nspname, c.relname) <> ('platform', 'office'), 1`

export type StillMoment = { readonly at: string; readonly tables: readonly TableSum[] | null }

/**
 * Names the place in the write-ahead log where every table is as the sums say: all writers wait for that instant, and go on while
 * it is counted. Where somebody writes for a minute without a pause, the place is named and nothing is counted.
 */
export async function markStillMoment(
  config: ClientConfig,
  restorePoint: string,
  attempts = 40,
): Promise<StillMoment> {
  return await withClient(config, async (locking) => {
    const tables = (await locking.query<{ name: string }>(everyTable)).rows.map(({ name }) => name)
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      await locking.query('begin')
      try {
        // Shorter than a deadlock is looked for, so that it is never another who is turned away.
        await locking.query("set local lock_timeout = '400ms'")
        if (tables.length > 0) await locking.query(`lock table ${tables.join(', ')} in share mode`)
        return await withClient(config, async (reading) => {
          await reading.query('begin isolation level repeatable read, read only')
          await reading.query('select 1')
          const at = await mark(locking, restorePoint)
          await locking.query('commit')
          const counted = await sumEach(reading, tables)
          await reading.query('commit')
          return { at, tables: counted }
        })
      } catch (error) {
        await locking.query('rollback')
        if (!hasErrorCode(error, '55P03', '40P01')) throw error
        await sleep(1100)
      }
    }
    return { at: await mark(locking, restorePoint), tables: null }
  })
}

/** The sums of every table as it is now. */
export async function sumTables(config: ClientConfig): Promise<TableSum[]> {
  return await withClient(config, async (client) => {
    const tables = (await client.query<{ name: string }>(everyTable)).rows.map(({ name }) => name)
    await client.query('begin isolation level repeatable read, read only')
    return await sumEach(client, tables)
  })
}

async function mark(client: pg.Client, restorePoint: string): Promise<string> {
  const { rows } = await client.query<{ at: Date }>(
    'select clock_timestamp() as at from pg_create_restore_point($1)',
    [restorePoint],
  )
  return (rows[0] as { at: Date }).at.toISOString()
}

async function sumEach(client: pg.Client, tables: readonly string[]): Promise<TableSum[]> {
  await client.query(sameText)
  const sums: TableSum[] = []
  for (const name of [...tables].sort()) {
    const { rows } = await client.query<{ rows: string; sum: string }>(
      `select count(*)::text as rows, coalesce(sum(hashtextextended(whole_row::text, 0)::numeric), 0)::text || ' ' ||
         coalesce(sum(hashtextextended(whole_row::text, 1)::numeric), 0)::text as sum from only ${name} whole_row`,
    )
    for (const row of rows) sums.push({ name, ...row })
  }
  return sums
}

async function withClient<Result>(
  config: ClientConfig,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client(config)
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
