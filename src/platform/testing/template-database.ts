import { createHash } from 'node:crypto'
import { type ClientConfig, Client } from 'pg'
import { migrate } from '../db/migrate.ts'
import { type Migration, platformMigrations } from '../db/migration.ts'
import { ensureRoles, rolesOf } from '../db/roles.ts'

/** What the names of templates begin with, on a server that outlives the run too. */
const prefix = 'xiaoma_template_'
const building = 7202091

/** Makes a database migrated once for all tests that ask for these migrations, and copied for each: a copy takes a tenth of the time. */
export async function copyOfTemplate(
  admin: ClientConfig,
  database: string,
  migrations: readonly Migration[],
): Promise<void> {
  const everything = [...platformMigrations, ...migrations]
  const template = prefix + digestOf(everything)
  const server = new Client({ ...admin, database: 'postgres' })
  await server.connect()
  try {
    await server.query('select pg_advisory_lock($1)', [building])
    if (!(await exists(server, template))) await build(admin, server, template, everything)
    await server.query('select pg_advisory_unlock($1)', [building])
    const { owner } = rolesOf(database, new Uint8Array())
    await server.query(`create role ${owner} nologin`)
    await server.query(`create database ${database} template ${template}`)
    await within(
      admin,
      database,
      `reassign owned by ${rolesOf(template, new Uint8Array()).owner} to ${owner}`,
    )
  } finally {
    await server.end()
  }
}

/** Drops the templates of a server that goes on after the run. */
export async function dropTemplates(admin: ClientConfig): Promise<void> {
  const server = new Client({ ...admin, database: 'postgres' })
  await server.connect()
  const { rows } = await server.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) {
    await server.query(`drop database ${datname}`)
    // A database that a broken test has left still knows them.
    for (const role of ['owner', 'app'])
      await server.query(`drop role if exists ${datname}_${role}`).catch(() => undefined)
  }
  await server.end()
}

/** Built under another name, so that one which was left half way is never copied. */
async function build(
  admin: ClientConfig,
  server: Client,
  template: string,
  migrations: readonly Migration[],
): Promise<void> {
  const half = `${template}_half`
  await server.query(`drop database if exists ${half} with (force)`)
  await server.query(
    `create database ${half} encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8' template template0`,
  )
  const client = new Client({ ...admin, database: half })
  await client.connect()
  try {
    const roles = rolesOf(template, new Uint8Array())
    await ensureRoles(client, half, roles)
    await migrate(client, roles.owner, migrations)
  } finally {
    await client.end()
  }
  await server.query(`alter database ${half} rename to ${template}`)
}

async function within(admin: ClientConfig, database: string, statement: string): Promise<void> {
  const client = new Client({ ...admin, database })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const exists = async (server: Client, database: string) =>
  (await server.query('select from pg_database where datname = $1', [database])).rowCount === 1

const digestOf = (migrations: readonly Migration[]) =>
  createHash('sha256')
    .update(JSON.stringify(migrations.map(({ area, name, sql }) => [area, name, sql])))
    .digest('hex')
    .slice(0, 20)
