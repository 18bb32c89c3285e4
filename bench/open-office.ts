import { randomBytes } from 'node:crypto'
import { Client, type ClientConfig } from 'pg'
import { areas } from '../src/app/areas.ts'
import { accessMigrations } from '../src/platform/access/migrations.ts'
import { grantAccessTables } from '../src/platform/access/grant-access-tables.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'
import { masterKeyInMemory } from '../src/platform/testing/master-key-in-memory.ts'
import startTestServer from '../src/platform/testing/global-setup.ts'

/** Where the data lies, and the keys that every process of a measurement shares. */
export type Place = { readonly admin: ClientConfig; readonly database: string; readonly secret: string }

export const office = 1

/** The program's own database; migrated by whoever comes first. */
export function openOffice({ admin, database, secret }: Place): Promise<Database> {
  return openDatabase({
    admin,
    database,
    secret: Buffer.from(secret),
    masters: masterKeyInMemory(Buffer.from(secret, 'hex')),
    areas: areas.map((area) => area.name),
    migrations: [...accessMigrations, ...areas.flatMap((area) => area.migrations)],
    grants: [grantAccessTables],
  })
}

/** Measures in an office of its own, on a server of its own where none is given; nothing of it is left. */
export async function inOffice(
  measure: (database: Database, client: Client) => Promise<void>,
): Promise<void> {
  const stopServer = await startTestServer()
  const admin = JSON.parse(process.env['XIAOMA_TEST_ADMIN'] as string) as ClientConfig
  const place: Place = {
    admin,
    database: `xiaoma_bench_${randomBytes(4).toString('hex')}`,
    secret: randomBytes(32).toString('hex'),
  }
  const database = await openOffice(place)
  const client = new Client({ ...admin, database: place.database })
  await client.connect()
  try {
    await database.query(
      { office, places: 'all' },
      {
        name: 'found',
        text: `insert into platform.office (office_id, name_zh, name_en) values ($1::int, '测试', 'Test')`,
        values: [String(office)],
      },
    )
    await measure(database, client)
  } finally {
    await client.end()
    await database.close()
    await dropOffice(place)
    await stopServer?.()
  }
}

async function dropOffice({ admin, database }: Place): Promise<void> {
  const client = new Client({ ...admin, database: 'postgres' })
  await client.connect()
  await client.query(`drop database if exists ${database} with (force)`)
  await client.query(`drop role if exists ${database}_app`)
  await client.query(`drop role if exists ${database}_owner`)
  await client.end()
}
