import { Client } from 'pg'
import type { Migration } from '../db/migration.ts'
import { type TestDatabase, testDatabase } from './database.ts'

const box: Migration = {
  area: 'box',
  name: '2026-11-23-90-box',
  sql: `create schema box; create schema box_history; create schema box_known;
    create table box.item (office_id int not null references platform.office, id uuid not null, word text not null, contact text,
      scope_place_id uuid not null, known_from bigint not null, primary key (office_id, id), unique (office_id, word));
    select platform.keep('box.item', true, array['contact'])`,
}

export const here = '00000000-0000-7000-8000-00000000000a'
export const there = '00000000-0000-7000-8000-00000000000b'

/** A database of one scoped table with a personal value, and the offices 1 and 2. */
export async function boxDatabase(): Promise<TestDatabase> {
  const database = await testDatabase([{ name: 'box', migrations: [box] }])
  for (const office of ['1', '2']) {
    const text = `insert into platform.office (office_id, name_zh, name_en) values ($1::int, '测试', 'Test')`
    await database.query({ office: Number(office), places: 'all' }, { name: 'found', text, values: [office] })
  }
  return database
}

/** Runs SQL with the rights of the server's administrator, whom no policy binds. */
export async function asAdmin<Row extends object = Record<string, unknown>>(
  database: TestDatabase,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const client = new Client(database.admin)
  await client.connect()
  try {
    return (await client.query<Row>(sql, [...values])).rows
  } finally {
    await client.end()
  }
}
