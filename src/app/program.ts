import type { ClientConfig } from 'pg'
import { grantAccessTables } from '../platform/access/grant-access-tables.ts'
import { accessMigrations } from '../platform/access/migrations.ts'
import { columnsInClear, encipherDeclared } from '../platform/cipher/encipher-declared.ts'
import { type EncipheredColumn, encipheredColumns } from '../platform/records/enciphered-columns.ts'
import { cipherSettings } from '../platform/cipher/settings.ts'
import { type Composed, composeAreas } from '../platform/compose-areas.ts'
import { type Database, type DatabaseOptions, openAsOwner, openDatabase } from '../platform/db/database.ts'
import { DiskRoom, diskReserve, freeBytesAt } from '../platform/db/disk-room.ts'
import { type DataDirectory, deriveSecret } from '../platform/db/server/data-directory.ts'
import type { RunningServer, ServerLog } from '../platform/db/server/running-server.ts'
import { startServer } from '../platform/db/server/server.ts'
import { text } from '../platform/text.ts'
import { areas } from './areas.ts'
import { openData, projectRoot } from './data-root.ts'

/** One office on one database; a later office takes the next number. */
export const office = 1

/** Everything but the web server: what the command line works with, and what the server serves. */
export type Program = Composed & {
  readonly data: DataDirectory
  readonly admin: ClientConfig
  readonly databaseName: string
  /** Where the server's files lie; null for the server of `DATABASE_URL`. */
  readonly placement: RunningServer['placement']
  readonly database: Database
  /** Signs session cookies. */
  readonly sessionSecret: string
  close(): Promise<void>
}

export type ProgramOptions = {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly say?: ServerLog
  readonly onMigration?: (name: string) => void
  /** Leaves in clear what an older version stored so: where a seal is broken that is refused, and verify has to tell which. */
  readonly asStored?: boolean
}

/** Starts or reaches the database server, migrates, and opens the program on it. */
export async function openProgram({ env, say, onMigration, asStored }: ProgramOptions): Promise<Program> {
  const data = await openData(env, say)
  const reserve = diskReserve(env)
  const server = await startServer({ env, projectRoot, data, ...(say ? { log: say } : {}) })
  const room = server.placement ? new DiskRoom(freeBytesAt(server.placement.cluster), reserve) : undefined
  try {
    await room?.look()
    const databaseName = databaseOf(env)
    const database = await openOn(
      { admin: server.admin, database: databaseName, data },
      { env, ...(onMigration ? { onMigration } : {}), ...(room ? { room } : {}) },
    )
    const close = async () => {
      room?.close()
      await database.close()
      await server.stop()
    }
    const composed = composeProgram(database)
    const place = { database, admin: server.admin, databaseName }
    if (!asStored)
      await encipherOlder(place, composed, say).catch(async (error: unknown) => {
        await database.close()
        throw error
      })
    return {
      data,
      admin: server.admin,
      databaseName,
      placement: server.placement,
      database,
      ...composed,
      sessionSecret: deriveSecret(data, 'sessions').toString('hex'),
      close,
    }
  } catch (error) {
    room?.close()
    await server.stop()
    throw error
  }
}

/** Works on the database as its owner, whom the application is not. */
export async function asOwner<Result>(
  { database, admin, databaseName }: Pick<Program, 'database' | 'admin' | 'databaseName'>,
  work: (owner: Database) => Promise<Result>,
): Promise<Result> {
  const owner = openAsOwner(database, admin, databaseName)
  try {
    return await work(owner)
  } finally {
    await owner.close()
  }
}

/** What a version before this one stored in clear is enciphered before anybody is served. */
async function encipherOlder(
  on: Pick<Program, 'database' | 'admin' | 'databaseName'>,
  { records }: Composed,
  say: ServerLog = () => undefined,
): Promise<void> {
  const columns = await columnsInClear(on.database, encipheredColumns(records.engine.types.values()))
  if (columns.length === 0) return
  const onProgress = ({ area, name, column }: EncipheredColumn, done: number) => {
    say(
      text(
        `已加密存储 ${area}.${name}.${column} 中原有的${done}处内容。`,
        `${done} values of ${area}.${name}.${column} that stood in clear are enciphered.`,
      ),
    )
    return true
  }
  await asOwner(on, (owner) => encipherDeclared(owner, office, columns, onProgress))
}

/** Makes, migrates and opens the program's database on a server. */
export async function openOn(
  {
    data,
    ...place
  }: { readonly admin: ClientConfig; readonly database: string; readonly data: DataDirectory },
  {
    env = process.env,
    ...options
  }: Partial<Pick<ProgramOptions, 'env'>> & Pick<DatabaseOptions, 'room' | 'onMigration'> = {},
): Promise<Database> {
  return await openDatabase({
    ...place,
    secret: deriveSecret(data, 'database roles'),
    ...cipherSettings(env, data.root),
    areas: areas.map((area) => area.name),
    migrations: [...accessMigrations, ...areas.flatMap((area) => area.migrations)],
    grants: [grantAccessTables],
    ...options,
  })
}

/** The records, figures and ledgers of all areas on one database. */
export const composeProgram = (database: Database): Composed => composeAreas(database, areas)

/** The database that `DATABASE_URL` names, so that another one on that server is left alone. */
export function databaseOf(env: ProgramOptions['env']): string {
  const url = env['DATABASE_URL']?.trim()
  // An address that names a socket's folder may leave the host out, which only this kind of address allows.
  const named = url ? decodeURIComponent(new URL(url.replace('@/', '@localhost/')).pathname.slice(1)) : ''
  return named === '' || named === 'postgres' ? 'xiaoma' : named
}
