import { type ClientConfig, Client, Pool, types } from 'pg'
import type { Algorithm } from '../cipher/algorithms.ts'
import { openKeys } from '../cipher/data-keys.ts'
import type { KeyRing } from '../cipher/key-ring.ts'
import type { MasterKeys } from '../cipher/master-key.ts'
import { Batch, type BatchResult, type Statement } from './batch.ts'
import type { DiskRoom } from './disk-room.ts'
import { migrate } from './migrate.ts'
import { type Migration, platformMigrations } from './migration.ts'
import { ensureRoles, grantToApplication, type Roles, rolesOf } from './roles.ts'
import { type Scope, scopeSettings, setScopeSql } from './scope.ts'

/** The application's database: a pool that signs in as the unprivileged role, and nothing with more rights. */
export type Database = {
  readonly pool: Pool
  /** Room on the data's disk, where the disk is this machine's. */
  readonly room?: DiskRoom
  /** What opens and closes enciphered values. */
  readonly keys: KeyRing
  /** Runs one prepared statement within a scope, in one round trip; `known` sends it to a past moment. */
  query(scope: Scope, statement: Statement, known?: bigint): Promise<BatchResult>
  close(): Promise<void>
}

export type DatabaseOptions = {
  /** A configuration that may create roles and databases. */
  readonly admin: ClientConfig
  readonly database: string
  readonly secret: Uint8Array
  readonly masters: MasterKeys
  /** What new values are enciphered by; absent: as they have been. */
  readonly algorithm?: Algorithm
  readonly areas: readonly string[]
  readonly migrations: readonly Migration[]
  readonly poolSize?: number
  readonly room?: DiskRoom
  readonly onMigration?: (name: string) => void
  /** What the application may do with tables that are no area's, said after the migrations by their owner. */
  readonly grants?: readonly ((client: Client, roles: Roles) => Promise<void>)[]
}

const DATE = 1082
const TIMESTAMPTZ = 1184
const INT8 = 20
const parsers: Record<number, (value: string) => unknown> = {
  [DATE]: (value) => value,
  [TIMESTAMPTZ]: (value) => new Date(value).toISOString(),
  [INT8]: (value) => BigInt(value),
}
/** Days stay text, 64-bit integers stay exact, moments become ISO 8601 text. */
const exactTypes: NonNullable<ClientConfig['types']> = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? types.getTypeParser(oid, format as 'text')) as never,
}

/** Makes the database and its roles where they are missing, migrates, and opens the application's pool. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const roles = rolesOf(options.database, options.secret)
  await createDatabase(options)
  const admin = new Client({ ...options.admin, database: options.database })
  await admin.connect()
  let keys: KeyRing
  try {
    await ensureRoles(admin, options.database, roles)
    const ran = await migrate(admin, roles.owner, [...platformMigrations, ...options.migrations])
    for (const name of ran) options.onMigration?.(name)
    await admin.query(`set role ${admin.escapeIdentifier(roles.owner)}`)
    await grantToApplication(admin, roles, options.areas)
    for (const grant of options.grants ?? []) await grant(admin, roles)
    keys = await openKeys(admin, options.masters, options.algorithm)
  } finally {
    await admin.end()
  }
  const { user: _user, password: _password, connectionString: _url, ...place } = options.admin
  const pool = new Pool({
    ...place,
    database: options.database,
    user: roles.app,
    password: roles.appPassword,
    max: options.poolSize ?? 10,
    types: exactTypes,
  })
  pool.on('error', () => undefined)
  // A connection that breaks while it is lent fails its statement; unheard, the event of it would end the process too.
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    pool,
    keys,
    ...(options.room ? { room: options.room } : {}),
    query: (scope, statement, known) => queryInScope(pool, scope, statement, known),
    close: () => pool.end(),
  }
}

/**
 * The same database as its owner works on it, for what the application may not do: write the past. One connection, to be closed.
 */
export function openAsOwner(database: Database, admin: ClientConfig, name: string): Database {
  const { owner } = rolesOf(name, new Uint8Array())
  const options = `-c role=${owner}`
  const pool = new Pool({ ...admin, database: name, max: 1, types: exactTypes, options })
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return {
    ...database,
    pool,
    query: (scope, statement, known) => queryInScope(pool, scope, statement, known),
    close: () => pool.end(),
  }
}

async function createDatabase({ admin, database }: DatabaseOptions): Promise<void> {
  const client = new Client({ ...admin, database: admin.database ?? 'postgres' })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (rowCount === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(database)} encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0`,
      )
    }
  } finally {
    await client.end()
  }
}

async function queryInScope(
  pool: Pool,
  scope: Scope,
  statement: Statement,
  known?: bigint,
): Promise<BatchResult> {
  const client = await pool.connect()
  const settings: Statement = {
    name: 'set_scope',
    text: setScopeSql,
    values: [...scopeSettings(scope), known === undefined ? '' : String(known)],
  }
  try {
    const results = await new Promise<BatchResult[]>((resolve, reject) => {
      client.query(new Batch([settings, statement], (error, done) => (error ? reject(error) : resolve(done))))
    })
    client.release()
    return results[1] as BatchResult
  } catch (error) {
    client.release(true)
    throw error
  }
}
