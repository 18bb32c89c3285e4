import { randomBytes } from 'node:crypto'
import { type ClientConfig, Client } from 'pg'
import { type Database, openDatabase } from '../db/database.ts'
import { masterKeyInMemory } from './master-key-in-memory.ts'
import type { Migration } from '../db/migration.ts'
import { copyOfTemplate } from './template-database.ts'

export type TestDatabase = Database & { readonly admin: ClientConfig; drop(): Promise<void> }

/** A migrated database of its own on the server that the run's global set-up started or was given. */
export async function testDatabase(
  areas: readonly { name: string; migrations: readonly Migration[] }[],
  /** Another way to the same server for the application's pool. */
  through?: (admin: ClientConfig) => Promise<Pick<ClientConfig, 'host' | 'port'>>,
): Promise<TestDatabase> {
  const admin = JSON.parse(process.env['XIAOMA_TEST_ADMIN'] as string) as ClientConfig
  const database = `xiaoma_test_${randomBytes(5).toString('hex')}`
  const migrations = areas.flatMap((area) => area.migrations)
  await copyOfTemplate(admin, database, migrations)
  const opened = await openDatabase({
    admin: through ? { ...admin, ...(await through(admin)) } : admin,
    database,
    secret: randomBytes(32),
    masters: masterKeyInMemory(randomBytes(32)),
    areas: areas.map((area) => area.name),
    migrations,
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
