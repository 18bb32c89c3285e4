import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../db/migrate.ts'
import { type Migration, platformMigrations } from '../db/migration.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { addDays, today } from '../values/day.ts'
import { administrators } from './administrators.ts'
import { accessMigrations } from './migrations.ts'

const landing = '2026-11-28-21-three-administrators'
const day = today()
const before = addDays(day, -100)
const account = (number: number) => `00000000-0000-7000-8000-00000000000${number}`

/** A database has at least one area. */
const hut: Migration = {
  area: 'hut',
  name: '2026-11-23-91-hut',
  sql: 'create schema hut; create schema hut_history; create schema hut_known',
}

let database: TestDatabase
let client: Client

beforeAll(async () => {
  const before = accessMigrations.filter(({ name }) => name < landing)
  database = await testDatabase([{ name: 'hut', migrations: [...before, hut] }])
  client = new Client(database.admin)
  await client.connect()
  await client.query(`insert into platform.office (office_id, name_zh, name_en) values (1, '一处', 'One')`)
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const held = async (number: number) => {
  const { rows } = await client.query(
    'select role, kind, valid_to::text as "to" from access.grant where account_id = $1 order by role',
    [account(number)],
  )
  return rows
}

test('an administrator of before becomes the system’s; who also worked keeps the work, and what is past stays as it was', async () => {
  const grants = [
    [1, 'administrator', null],
    [2, 'administrator', null],
    [2, 'office_clerk', null],
    [3, 'administrator', addDays(day, -9)],
  ] as const
  for (const number of [1, 2, 3])
    await client.query(
      `insert into access.account (id, office_id, username, name, email) values ($1, 1, $2, $2, $2)`,
      [account(number), `user${number}`],
    )
  for (const [number, role, to] of grants)
    await client.query(
      `insert into access.grant (office_id, id, account_id, role, valid_from, valid_to)
       values (1, gen_random_uuid(), $1, $2, $3, $4)`,
      [account(number), role, before, to],
    )
  const owner = `${database.admin.database}_owner`
  expect(await migrate(client, owner, [...platformMigrations, ...accessMigrations, hut])).toContain(
    `access/${landing}`,
  )
  expect(await held(1)).toEqual([{ role: administrators.system, kind: administrators.system, to: null }])
  expect(await held(2)).toEqual([
    { role: 'administrator', kind: 'work', to: day },
    { role: 'office_clerk', kind: 'work', to: null },
  ])
  expect(await held(3)).toEqual([{ role: 'administrator', kind: 'work', to: addDays(day, -9) }])
})

test('the kinds that the database keeps apart are the administrators that the program knows', async () => {
  const { rows } = await client.query<{ definition: string }>(
    `select pg_get_expr(d.adbin, d.adrelid) as definition from pg_attrdef d
     join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
     where d.adrelid = 'access.grant'::regclass and a.attname = 'kind'`,
  )
  const named = [...(rows[0]?.definition ?? '').matchAll(/'(\w+_administrator)'/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(Object.values(administrators)))
})
