import { createHash } from 'node:crypto'
import type { Client } from 'pg'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Migration } from './migration.ts'

/**
 * Brings the database to the newest migration: all areas in one history ordered by name, each in a transaction of
 * its own, under an advisory lock. Returns the names that it ran.
 * @throws Refusal UNAVAILABLE for a database that is newer than this program or whose landed migration was edited.
 */
export async function migrate(
  client: Client,
  owner: string,
  migrations: readonly Migration[],
): Promise<string[]> {
  const ordered = [...migrations].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  await client.query('select pg_advisory_lock(7202001)')
  try {
    await prepareHistory(client, owner)
    const landed = await landedMigrations(client)
    refuseUnknown(landed, ordered)
    const missing = ordered.filter((migration) => !landed.has(key(migration)))
    for (const migration of missing) await run(client, owner, migration)
    return missing.map(key)
  } finally {
    await client.query('reset role')
    await client.query('select pg_advisory_unlock(7202001)')
  }
}

const key = (migration: Migration) => `${migration.area}/${migration.name}`
const digest = (migration: Migration) => createHash('sha256').update(migration.sql).digest('hex')

async function prepareHistory(client: Client, owner: string): Promise<void> {
  await client.query(`create schema if not exists platform authorization ${client.escapeIdentifier(owner)}`)
  await client.query(`set role ${client.escapeIdentifier(owner)}`)
  await client.query(`create table if not exists platform.migration (
    name text primary key, digest text not null, ran_at timestamptz not null default now())`)
}

async function landedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; digest: string }>(
    'select name, digest from platform.migration',
  )
  return new Map(rows.map((row) => [row.name, row.digest]))
}

function refuseUnknown(landed: Map<string, string>, ordered: readonly Migration[]): void {
  const known = new Map(ordered.map((migration) => [key(migration), digest(migration)]))
  for (const [name, found] of landed) {
    const expected = known.get(name)
    if (expected === undefined) throw new Refusal('UNAVAILABLE', newerDatabase(name), { migration: name })
    if (expected !== found) throw new Refusal('UNAVAILABLE', editedMigration(name), { migration: name })
  }
}

const newerDatabase = (name: string) =>
  text(
    `数据库比本程序新（含有本程序没有的迁移 ${name}），请使用更新的程序版本。`,
    `The database is newer than this program (it holds migration ${name}). Use the newer program.`,
  )
const editedMigration = (name: string) =>
  text(
    `迁移 ${name} 与数据库中已执行的内容不同，程序文件可能被改动，请恢复原文件。`,
    `Migration ${name} differs from what this database ran. Restore the original file.`,
  )

async function run(client: Client, owner: string, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(`set local role ${client.escapeIdentifier(owner)}`)
    await client.query('set local search_path = public')
    await client.query(migration.sql)
    await client.query('insert into platform.migration (name, digest) values ($1, $2)', [
      key(migration),
      digest(migration),
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}
