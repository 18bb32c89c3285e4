import { createHash } from 'node:crypto'
import { type ClientConfig, Client } from 'pg'
import { createDatabase } from '../db/database.ts'
import { migrate } from '../db/migrate.ts'
import { type Migration, platformMigrations } from '../db/migration.ts'
import { ensureRoles, type Roles, rolesOf } from '../db/roles.ts'

const locked = 7202090

/** Makes a database as these migrations leave an empty one: they run once in a run of tests, and each database is a copy. */
export async function copyOfMigrated(
  admin: ClientConfig,
  areas: readonly Migration[],
  database: string,
  roles: Roles,
): Promise<void> {
  const migrations = [...platformMigrations, ...areas]
  const template = await within({ ...admin, database: 'postgres' }, async (server) => {
    const made = await templateOf(server, admin, migrations)
    await server.query(`create database ${database} template ${made}`)
    return made
  })
  await within({ ...admin, database }, async (copy) => {
    await ensureRoles(copy, database, roles)
    // Roles belong to one database each.
    await copy.query(`reassign owned by ${ownerOf(template).owner} to ${roles.owner}`)
  })
}

const ownerOf = (template: string) => rolesOf(template, new Uint8Array())

/** The migrated database that is copied; whoever needs it first makes it, and the others wait. */
async function templateOf(
  server: Client,
  admin: ClientConfig,
  migrations: readonly Migration[],
): Promise<string> {
  const digest = createHash('sha256').update(JSON.stringify(migrations)).digest('hex').slice(0, 10)
  const template = `${process.env['XIAOMA_TEST_TEMPLATES']}_${digest}`
  await server.query('select pg_advisory_lock($1)', [locked])
  try {
    const made = await server.query('select from pg_database where datname = $1 and datistemplate', [
      template,
    ])
    if (made.rowCount === 0) {
      await createDatabase(admin, template)
      await within({ ...admin, database: template }, async (owner) => {
        await ensureRoles(owner, template, ownerOf(template))
        await migrate(owner, ownerOf(template).owner, migrations)
      })
      await server.query(`alter database ${template} is_template true`)
    }
  } finally {
    await server.query('select pg_advisory_unlock($1)', [locked])
  }
  return template
}

/** Removes the templates of a run, from a server that may outlive it. */
export async function dropTemplates(admin: ClientConfig, prefix: string): Promise<void> {
  await within({ ...admin, database: 'postgres' }, async (server) => {
    const { rows } = await server.query<{ name: string }>(
      'select datname as name from pg_database where starts_with(datname, $1)',
      [prefix],
    )
    for (const { name } of rows) {
      await server.query(`alter database ${name} is_template false`)
      await server.query(`drop database ${name} with (force)`)
      for (const role of ['app', 'owner']) await server.query(`drop role if exists ${name}_${role}`)
    }
  })
}

async function within<Result>(
  place: ClientConfig,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(place)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
}
