import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import type { PoolClient } from 'pg'
import { appendEvent } from '../audit/append-event.ts'
import { originOf } from '../audit/origin.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { BatchResult, Statement } from './batch.ts'
import type { Database } from './database.ts'
import { type Scope, scopeSettings, setScopeSql } from './scope.ts'
import { isRolledBack, UnknownOutcome } from './unknown-outcome.ts'

export const changeKinds = ['event', 'correction', 'import', 'erasure', 'setup'] as const
export type ChangeKind = (typeof changeKinds)[number]

/** Who acts. `id` is an account or a named program; `name` is kept as it was when the change was made. */
export type Actor = { readonly id: string; readonly name: string }

export type ChangeRequest = {
  readonly scope: Scope
  readonly actor: Actor
  readonly kind: ChangeKind
  readonly reason?: string | null
  readonly requestId?: string | null
}

/** What a writing transaction gives: its change number, and a handle that dies with it. */
export type Writer<Tables> = {
  readonly change: bigint
  readonly recordedAt: string
  readonly request: ChangeRequest
  readonly db: Kysely<Tables>
  /** Runs a statement as {@link Database.query} does, and sees what the transaction has written so far. */
  ask(statement: Statement, known?: bigint): Promise<BatchResult>
}
/** A transaction that will write, before it has the lock and its number. */
export type Preparing = Pick<Writer<unknown>, 'request' | 'db'>
export type Reader<Tables> = {
  readonly scope: Scope
  readonly known: bigint | null
  readonly db: Kysely<Tables>
}

/**
 * One change: takes the office's head lock and the next change number, runs `act`, and commits all of it or nothing.
 * Resolves after the commit is on disk.
 * @throws Refusal NOT_FOUND where the office does not exist, UNAVAILABLE where the lock is not had in time; UnknownOutcome where
 * the answer to COMMIT was lost.
 */
export async function write<Tables, Result>(
  database: Database,
  request: ChangeRequest,
  act: (writer: Writer<Tables>) => Promise<Result>,
): Promise<Result> {
  return await writePrepared(database, request, async () => undefined, act)
}

/**
 * The same with a part that needs no lock first: `prepare` reads, and fills temporary tables, while others write. What it rests on
 * may have moved when `act` runs.
 */
export async function writePrepared<Tables, Prepared, Result>(
  database: Database,
  request: ChangeRequest,
  prepare: (preparing: Preparing) => Promise<Prepared>,
  act: (writer: Writer<Tables>, prepared: Prepared) => Promise<Result>,
): Promise<Result> {
  return await inTransaction(database, 'begin', request.scope, null, async (client) => {
    const prepared = await prepare({ request, db: handleOn<unknown>(client) })
    const { change, recordedAt } = await nextChange(client, request)
    const ask = (statement: Statement, known?: bigint) => askOn(client, statement, known)
    const result = await act({ change, recordedAt, request, db: handleOn<Tables>(client), ask }, prepared)
    await appendChange(client, request).catch((error: unknown) => {
      throw (error as { code?: unknown }).code === '25P02' ? nothingKept() : error
    })
    return result
  })
}

/** The last thing before the commit: whoever signs in or exports meanwhile has not waited for the change. */
async function appendChange(
  client: Pick<PoolClient, 'query'>,
  { scope, actor, kind, reason, requestId }: ChangeRequest,
): Promise<void> {
  const origin = originOf()
  await appendEvent(client, scope.office, {
    ...origin,
    kind: 'change',
    actor,
    places: scope.places,
    reason: reason ?? null,
    requestId: requestId ?? origin.requestId ?? null,
    details: { change: kind },
  })
}

/**
 * Reads once every change of the office that is under way has ended, so that what is not there will not appear afterwards.
 * @throws UnknownOutcome where that is not so within five seconds
 */
export async function readSettled<Result>(
  database: Database,
  scope: Scope,
  act: (reader: Reader<unknown>) => Promise<Result>,
): Promise<Result> {
  return await inTransaction(database, 'begin', scope, null, async (client) => {
    await client.query("set local lock_timeout = '5s'")
    await client
      .query('select from platform.office where office_id = $1 for share', [scope.office])
      .catch((error: unknown) => {
        throw (error as { code?: unknown }).code === '55P03' ? new UnknownOutcome(error) : error
      })
    return await act({ scope, known: null, db: handleOn<unknown>(client) })
  })
}

/** Several reads in one snapshot; with `known`, as known at that change: read the `<area>_known` schemas then. */
export async function read<Tables, Result>(
  database: Database,
  scope: Scope,
  act: (reader: Reader<Tables>) => Promise<Result>,
  known: bigint | null = null,
): Promise<Result> {
  return await inTransaction(
    database,
    'begin isolation level repeatable read, read only',
    scope,
    known,
    async (client) => {
      return await act({ scope, known, db: handleOn<Tables>(client) })
    },
  )
}

export async function inTransaction<Result>(
  database: Database,
  begin: string,
  scope: Scope,
  known: bigint | null,
  act: (client: Pick<PoolClient, 'query'>) => Promise<Result>,
): Promise<Result> {
  const client = await database.pool.connect()
  const lent = { query: client.query.bind(client) as PoolClient['query'] }
  let broken: unknown
  try {
    await client.query(begin)
    await client.query(setScopeSql, [...scopeSettings(scope), known === null ? '' : String(known)])
    const result = await act(lent)
    const { command } = await client.query('commit').catch((error: unknown) => {
      throw isRolledBack(error) || begin.endsWith('read only') ? error : new UnknownOutcome(error)
    })
    // The server answers ROLLBACK, and no error, where a statement failed and somebody caught it.
    if (command !== 'COMMIT') throw nothingKept()
    return result
  } catch (error) {
    await client.query('rollback').catch((failure: unknown) => {
      broken = failure
    })
    throw error
  } finally {
    // The connection goes to somebody else now: whoever still holds the handle may not speak on it.
    lent.query = ended as unknown as PoolClient['query']
    client.release(broken instanceof Error ? broken : undefined)
  }
}

const nothingKept = () => new Error('a statement of this transaction failed, so nothing of it was kept')

const ended = async () => {
  throw new Error('this transaction has ended')
}

async function nextChange(client: Pick<PoolClient, 'query'>, request: ChangeRequest) {
  const { office } = request.scope
  const head = await client.query<{ head: bigint }>(
    'update platform.office set head = head + 1 where office_id = $1 returning head',
    [office],
  )
  const change = head.rows[0]?.head
  if (change === undefined) {
    throw new Refusal('NOT_FOUND', text(`没有编号为 ${office} 的机构。`, `There is no office ${office}.`), {
      office,
    })
  }
  const { actor, kind, reason = null, requestId = null } = request
  // Taken under the lock, and never before the change it follows.
  const recorded = await client.query<{ recorded_at: string }>(
    `insert into platform.change (office_id, change_no, recorded_at, kind, actor_id, actor_name, reason, request_id)
     select $1::int, $2::bigint, greatest(clock_timestamp(), (select recorded_at + interval '1 microsecond' from platform.change
       where office_id = $1::int and change_no = $2::bigint - 1)), $3, $4, $5, $6, $7 returning recorded_at`,
    [office, change, kind, actor.id, actor.name, reason, requestId],
  )
  await client.query("select set_config('app.change', $1, true)", [String(change)])
  return { change, recordedAt: (recorded.rows[0] as { recorded_at: string }).recorded_at }
}

const asText = { getTypeParser: () => (value: string) => value }

/** Not by name: a prepared statement would outlive the transaction on a connection that goes to somebody else. */
export async function askOn(
  client: Pick<PoolClient, 'query'>,
  { text: sqlText, values }: Statement,
  known: bigint | undefined,
): Promise<BatchResult> {
  await client.query("select set_config('app.known', $1, true)", [known === undefined ? '' : String(known)])
  const { fields, rows } = await client.query<(string | null)[]>({
    text: sqlText,
    values: [...values],
    rowMode: 'array',
    types: asText as never,
  })
  return { fields: fields.map(({ name }) => name), rows }
}

/** A Kysely handle that sees nothing but this transaction's connection. */
export function handleOn<Tables>(client: Pick<PoolClient, 'query'>): Kysely<Tables> {
  const lent = {
    query: (text: string, values: unknown[]) => client.query(text, values),
    release: () => undefined,
  }
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: { connect: async () => lent, end: async () => undefined } as unknown as PostgresPool,
    }),
  })
}

/**
 * Runs the structural part of a write over the whole office: paths and scopes follow from rows that the caller need not
 * see. What the caller named has been looked up in their own scope before.
 */
export async function inWholeOffice<Result>(writer: Preparing, act: () => Promise<Result>): Promise<Result> {
  const setAll = (on: boolean) =>
    sql`select set_config('app.scope_all', ${on ? 'on' : 'off'}, true)`.execute(writer.db)
  if (writer.request.scope.places === 'all') return await act()
  await setAll(true)
  const result = await act()
  await setAll(false)
  return result
}
