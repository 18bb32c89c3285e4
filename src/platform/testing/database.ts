import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type ClientConfig, Client } from 'pg'
import { type Database, openDatabase } from '../db/database.ts'
import type { Migration } from '../db/migration.ts'
// import { startServer } from '../db/server/server.ts'

export type TestDatabase = Database & { readonly admin: ClientConfig; drop(): Promise<void> }

let server: Promise<{ admin: ClientConfig; stop(): Promise<void> }> | undefined

/**
 * A migrated database of its own on a real server: the one of `DATABASE_URL`, or an embedded one that all test files
 * of this run share (`XIAOMA_TEST_ADMIN`, set by the global set-up) or that this process starts for itself.
 */
export async function testDatabase(areas: readonly { name: string; migrations: readonly Migration[] }[]): Promise<TestDatabase> {
  const { admin } = await (server ??= connectOrStart())
  const database = `xiaoma_test_${randomBytes(5).toString('hex')}`
  const opened = await openDatabase({
    admin,
    database,
    secret: randomBytes(32),
    areas: areas.map((area) => area.name),
    migrations: areas.flatMap((area) => area.migrations),
    poolSize: 4,
  })
  const drop = async () => {
    await opened.close()
    const client = new Client({ ...admin, database: 'postgres' })
    await client.connect()
    await client.query(`drop database if exists ${database} with (force)`)
    await client.query(`drop role if exists ${database}_app`)
    await client.query(`drop role if exists ${database}_owner`)
    await client.end()
  }
  return { ...opened, admin: { ...admin, database }, drop }
}

async function connectOrStart(): Promise<{ admin: ClientConfig; stop(): Promise<void> }> {
  const given = process.env['XIAOMA_TEST_ADMIN']
  if (given) return { admin: JSON.parse(given) as ClientConfig, stop: async () => undefined }
  const projectRoot = join(import.meta.dirname, '../../..')
  throw new Error('no server')
}
