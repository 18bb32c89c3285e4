import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMigrations } from '../platform/access/migrations.ts'
import { catalogueFaults } from '../platform/testing/catalogue.ts'
import { type TestDatabase, testDatabase } from '../platform/testing/database.ts'
import { areas } from './areas.ts'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await testDatabase([{ name: areas[0]?.name ?? '', migrations: accessMigrations }, ...areas])
  client = new Client(database.admin)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

test('every wall stands around every table of every area', async () => {
  const app = `${database.admin.database}_app`
  expect(
    await catalogueFaults(
      client,
      areas.map((area) => area.name),
      app,
      areas.flatMap(({ name, wholeOffice = [] }) => wholeOffice.map(({ view }) => `${name}.${view}`)),
    ),
  ).toEqual([])
})

test('every record type of every area has its tables, kept and scoped as it declares', async () => {
  const { rows } = await client.query<{ name: string; scoped: boolean }>(
    `select table_schema || '.' || table_name as name, scoped from platform.kept_table`,
  )
  const types = areas.flatMap((area) => area.records.map(({ type }) => type))
  const declared = types.flatMap(({ id, scoped }) =>
    ['', '_event', '_spell'].map((suffix) => ({ name: `${id}${suffix}`, scoped })),
  )
  expect(rows).toEqual(expect.arrayContaining(declared))
})
