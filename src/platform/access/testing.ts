import { Client } from 'pg'
import type { Migration } from '../db/migration.ts'
import { rolesOf } from '../db/roles.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { text } from '../text.ts'
import { grantAccessTables } from './grant-access-tables.ts'
import { accessMigrations } from './migrations.ts'
import type { Roles } from './role.ts'

export const here = '00000000-0000-7000-8000-00000000000a'
export const there = '00000000-0000-7000-8000-00000000000b'

/** Roles that differ in what they may do, so that a mix-up shows. */
export const testRoles = {
  keeper: { words: text('保管员', 'Keeper'), permissions: ['shelf.see', 'shelf.write'] },
  viewer: { words: text('查看员', 'Viewer'), permissions: ['shelf.see'] },
  system_administrator: {
    words: text('系统管理员', 'System administrator'),
    permissions: ['access.see', 'access.accounts'],
  },
  security_administrator: {
    words: text('安全管理员', 'Security administrator'),
    permissions: ['access.see', 'access.manage'],
  },
} satisfies Roles

const shelf: Migration = {
  area: 'shelf',
  name: '2026-11-23-90-shelf',
  sql: `create schema shelf; create schema shelf_history; create schema shelf_known;
    create table shelf.item (office_id int not null references platform.office, id uuid not null, word text not null,
      scope_place_id uuid not null, known_from bigint not null, primary key (office_id, id), unique (office_id, word));
    select platform.keep('shelf.item', true)`,
}

/** A database with sign-in, one area of one scoped table, and the offices 1 and 2. */
export async function accessDatabase(): Promise<TestDatabase> {
  const database = await testDatabase([{ name: 'shelf', migrations: [...accessMigrations, shelf] }])
  const client = new Client(database.admin)
  await client.connect()
  const roles = rolesOf(String(database.admin.database), new Uint8Array())
  await client.query(`set role ${client.escapeIdentifier(roles.owner)}`)
  await grantAccessTables(client, roles)
  await client.query('reset role')
  await client.query(
    `insert into platform.office (office_id, name_zh, name_en) values (1, '一处', 'One'), (2, '二处', 'Two')`,
  )
  await client.end()
  return database
}

/** The request headers of the browser that holds these cookies. */
export const withCookies = (cookies: readonly string[]) => ({
  cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
})
