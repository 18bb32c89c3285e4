import { Client, type ClientConfig } from 'pg'
import { areas } from '../src/app/areas.ts'
import { accessMigrations } from '../src/platform/access/migrations.ts'
import { grantAccessTables } from '../src/platform/access/grant-access-tables.ts'
import { type Database, openDatabase } from '../src/platform/db/database.ts'

/** Where the data lies, and the keys that every process of a measurement shares. */
export type Place = { readonly admin: ClientConfig; readonly database: string; readonly secret: string }

export const office = 1

/** The program's own database; migrated by whoever comes first. */
export function openOffice({ admin, database, secret }: Place): Promise<Database> {
  return openDatabase({
    admin,
    database,
    secret: Buffer.from(secret),
    areas: areas.map((area) => area.name),
    migrations: [...accessMigrations, ...areas.flatMap((area) => area.migrations)],
    grants: [grantAccessTables],
  })
}

export async function dropOffice({ admin, database }: Place): Promise<void> {
  const client = new Client({ ...admin, database: 'postgres' })
  await client.connect()
  await client.query(`drop database if exists ${database} with (force)`)
  await client.query(`drop role if exists ${database}_app`)
  await client.query(`drop role if exists ${database}_owner`)
  await client.end()
}
