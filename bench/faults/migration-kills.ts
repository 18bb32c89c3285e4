import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client, type ClientConfig } from 'pg'
import { randomFrom } from '../../demo/random.ts'
import { areas } from '../../src/app/areas.ts'
import { projectRoot } from '../../src/app/data-root.ts'
import { spawnCommand } from '../../src/app/testing/spawn-command.ts'
import { accessMigrations } from '../../src/platform/access/migrations.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { platformMigrations } from '../../src/platform/db/migration.ts'
import { ensureRoles, rolesOf } from '../../src/platform/db/roles.ts'
import { openDataDirectory } from '../../src/platform/db/server/data-directory.ts'
import { findPostmaster } from '../../src/platform/db/server/postmaster.ts'
import { startServer } from '../../src/platform/db/server/server.ts'

/**
 * `./xiaoma migrate` on a new database is killed, or its session, or the server beneath it, at XIAOMA_KILLS (30) random moments from
 * XIAOMA_SEED on. Afterwards the schema is what it is after some whole number of migrations, and the next run brings it to the end.
 */
const seed = Number(process.env['XIAOMA_SEED'] ?? Math.floor(Math.random() * 1_000_000_000))
const kills = Number(process.env['XIAOMA_KILLS'] ?? 30)
const random = randomFrom(seed)
const migrations = [
  ...platformMigrations,
  ...accessMigrations,
  ...areas.flatMap((area) => area.migrations),
].sort((a, b) => (a.name < b.name ? -1 : 1))
const victims = ['program', 'session', 'server'] as const
const nothingYet = new Set(['3F000', '42P01'])

/** Everything that a migration makes: columns, keys, indexes, functions, triggers, policies, views. */
const shape = `select md5(coalesce(string_agg(line, e'\\n' order by line), '')) as shape from (
  select concat_ws(' ', table_schema, table_name, column_name, data_type, is_nullable, column_default) as line
    from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')
  union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(c.oid)) from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace where n.nspname not in ('pg_catalog', 'information_schema')
  union all select indexdef from pg_indexes where schemaname not in ('pg_catalog', 'information_schema')
  union all select concat_ws(' ', n.nspname, p.proname, md5(p.prosrc)) from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname not in ('pg_catalog', 'information_schema', 'public')
  union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
  union all select concat_ws(' ', schemaname, tablename, policyname, qual) from pg_policies
  union all select concat_ws(' ', schemaname, viewname, definition) from pg_views
    where schemaname not in ('pg_catalog', 'information_schema')) lines`

const parent = await mkdtemp(join(tmpdir(), 'xiaoma-migrations-'))
await chmod(parent, 0o755)
const data = await openDataDirectory({ env: { XIAOMA_DATA: join(parent, 'data') }, projectRoot })
const server = await startServer({ env: {}, projectRoot, data })

async function connect(database: string): Promise<Client> {
  for (;;) {
    const client = new Client({ ...server.admin, database } satisfies ClientConfig)
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch {
      await client.end().catch(() => undefined)
      await sleep(50)
    }
  }
}

async function newDatabase(): Promise<string> {
  const name = `m_${randomBytes(4).toString('hex')}`
  const client = await connect('postgres')
  await client.query(`create database ${name} lc_collate 'C' lc_ctype 'C.UTF-8' template template0`)
  await client.end()
  return name
}

/** Its shape after each number of migrations. */
async function stages(): Promise<string[]> {
  const name = await newDatabase()
  const client = await connect(name)
  const roles = rolesOf(name, Buffer.alloc(32))
  await ensureRoles(client, name, roles)
  const found: string[] = []
  for (let count = 0; count <= migrations.length; count += 1) {
    await migrate(client, roles.owner, migrations.slice(0, count))
    found.push((await client.query<{ shape: string }>(shape)).rows[0]?.shape ?? '')
  }
  await client.end()
  return found
}

async function landed(client: Client): Promise<string[] | null> {
  try {
    const { rows } = await client.query<{ name: string }>(
      'select name from platform.migration order by ran_at, name',
    )
    return rows.map(({ name }) => name)
  } catch (error) {
    if (nothingYet.has(String((error as { code?: unknown }).code))) return null
    throw error
  }
}

async function killOne(victim: (typeof victims)[number], name: string): Promise<void> {
  const url = `postgres://${server.admin.user}@/${name}?host=${encodeURIComponent(String(server.admin.host))}`
  const { child, ended } = spawnCommand(
    { PATH: process.env['PATH'], DATABASE_URL: url, XIAOMA_DATA: join(parent, 'data') },
    ['migrate'],
  )
  const watching = await connect(name)
  const wanted = random.between(0, migrations.length - 1)
  while (child.exitCode === null && ((await landed(watching))?.length ?? -1) < wanted) await sleep(2)
  await sleep(random.between(0, 20))
  if (victim === 'program') child.kill('SIGKILL')
  if (victim === 'session')
    await watching.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
  await watching.end()
  if (victim === 'server' && server.placement) {
    const found = await findPostmaster(server.placement.cluster)
    if (found.kind === 'running') process.kill(found.pid, 'SIGKILL')
  }
  await ended
}

const inTheMidst = new Map<string, number>()
try {
  const expected = await stages()
  console.log(`XIAOMA_SEED=${seed}: ${migrations.length} migrations, ${kills} kills`)
  for (let kill = 0; kill < kills; kill += 1) {
    const victim = victims[kill % victims.length] as (typeof victims)[number]
    const name = await newDatabase()
    await killOne(victim, name)
    const client = await connect(name)
    const names = (await landed(client)) ?? []
    const { rows } = await client.query<{ shape: string }>(shape)
    const ordered = migrations.slice(0, names.length).map(({ area, name: each }) => `${area}/${each}`)
    if (names.join() !== ordered.join()) throw new Error(`kill ${kill} (${victim}): ran ${names.join(', ')}`)
    if (names.length > 0 && rows[0]?.shape !== expected[names.length])
      throw new Error(`kill ${kill} (${victim}): after ${names.length} migrations the schema is another`)
    if (names.length < migrations.length) inTheMidst.set(victim, (inTheMidst.get(victim) ?? 0) + 1)
    const roles = rolesOf(name, Buffer.alloc(32))
    await ensureRoles(client, name, roles)
    await migrate(client, roles.owner, migrations)
    const whole = await client.query<{ shape: string }>(shape)
    if (whole.rows[0]?.shape !== expected[migrations.length])
      throw new Error(`kill ${kill} (${victim}): the next run does not bring it to the end`)
    await client.end()
  }
  const told = [...inTheMidst].map(([victim, count]) => `${count} of the ${victim}`).join(', ')
  console.log(
    `0 half applied; kills before the last migration: ${told}; each was brought to the end by the next run`,
  )
} finally {
  await server.stop()
  await rm(parent, { recursive: true, force: true })
}
