import { pino } from 'pino'
import { Client } from 'pg'
import type { Migration } from '../db/migration.ts'
import { rolesOf } from '../db/roles.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { text } from '../text.ts'
import type { Context } from '../rpc/server/context.ts'
import { openAccounts } from './accounts.ts'
import type { AreaFunctions } from './counting-grants.ts'
import { grantAccessTables } from './grant-access-tables.ts'
import type { NewRole } from './grants.ts'
import { accessMigrations } from './migrations.ts'
import { accessProcedures } from './procedures.ts'
import type { Roles } from './role.ts'

export const here = '00000000-0000-7000-8000-00000000000a'
export const there = '00000000-0000-7000-8000-00000000000b'

/** Roles that differ in what they may do, so that a mix-up shows. */
export const testRoles = {
  keeper: { words: text('保管员', 'Keeper'), permissions: ['shelf.see', 'shelf.write'] },
  viewer: { words: text('查看员', 'Viewer'), permissions: ['shelf.see'] },
  looker: { words: text('看权限者', 'Looker'), permissions: ['access.see_here'] },
  system_administrator: {
    words: text('系统管理员', 'System administrator'),
    permissions: ['access.see', 'access.accounts'],
  },
  security_administrator: {
    words: text('安全管理员', 'Security administrator'),
    permissions: ['access.see', 'access.manage'],
  },
  audit_administrator: { words: text('审计管理员', 'Audit administrator'), permissions: ['audit.see'] },
} satisfies Roles

const shelf: Migration = {
  area: 'shelf',
  name: '2026-11-23-90-shelf',
  sql: `create schema shelf; create schema shelf_history; create schema shelf_known;
    create table shelf.item (office_id int not null references platform.office, id uuid not null, word text not null,
      scope_place_id uuid not null, known_from bigint not null, primary key (office_id, id), unique (office_id, word));
    select platform.keep('shelf.item', true);
    create table shelf.holding (id uuid primary key, key text not null, valid_from date not null, valid_to date);
    create function shelf.holding_key(office int, holding uuid, on_day date) returns text
    language sql security definer set search_path = '' as $$
      select key from shelf.holding where id = $2 and valid_from <= on_day and (valid_to is null or on_day < valid_to) $$;
    create function shelf.places_within(office int, place uuid, on_day date) returns setof uuid
    language sql set search_path = '' as $$
      select place union select '${there}' where place = '${here}' $$`,
}

/** What the shelf tells the kernel: `there` lies in `here`, and who holds what stands in shelf.holding. */
export const shelfFunctions: AreaFunctions = {
  placesWithin: 'shelf.places_within',
  holdingKey: 'shelf.holding_key',
}

/** A connection that may write whatever a test needs; the application itself reads no holding. */
export async function asOwner<Result>(
  database: TestDatabase,
  act: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client(database.admin)
  await client.connect()
  try {
    return await act(client)
  } finally {
    await client.end()
  }
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

export const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )

/** An office with places, holdings and all procedures of access, spoken to as the guard lets people in. */
export async function accessOffice() {
  const database = await accessDatabase()
  const secret = 'a secret of at least thirty-two characters'
  const parts = { database, roles: testRoles, functions: shelfFunctions }
  const accounts = openAccounts({ ...parts, secret, secure: false })
  const served = accessProcedures({
    ...parts,
    accounts,
    demoRoster: [],
    namePlaces: async (_, { places }) =>
      (places === 'all' ? [] : places).map((id) => ({ id, name: id === here ? '甲处' : '乙处' })),
    accountPlaces: async () => [
      { id: here, code: '001', name: '甲处' },
      { id: there, code: '002', name: '乙处' },
    ],
    permissionWords: {},
  })
  const log = pino({ level: 'silent' })
  let number = 0
  return {
    database,
    accounts,
    served,
    /** An account that is signed in; `caller` and `asking` read it anew, as each request does. */
    someone: async (roles: readonly NewRole[] = []) => {
      number += 1
      const [username, name] = [`user${number}`, `张三${number}`]
      const password = 'correct horse'
      const made = { office: 1, username, name, password, roles, mustChangePassword: false }
      const id = await accounts.createAccount(made)
      const enter = async () => {
        const signedIn = await accounts.signIn(username, password, { ip: '127.0.0.1', userAgent: 'test' })
        return signedIn && withCookies(signedIn.cookies)
      }
      const headers = (await enter()) ?? { cookie: '' }
      const caller = () => accounts.session(headers)
      const asking = async (): Promise<{ context: Context }> => ({
        context: {
          request: { id: 'r', headers, ip: '127.0.0.1' },
          caller: await caller(),
          database,
          log,
          setCookie: () => undefined,
        },
      })
      return { id, username, name, headers, caller, asking, enter }
    },
    /** What was done to an account, oldest first. */
    events: async (account: string) =>
      await asOwner(database, async (client) => {
        const { rows } = await client.query<{ details: object; reason: string | null }>(
          `select details, reason from platform.audit_event where subject_id = $1 and kind = 'act' order by event_no`,
          [account],
        )
        return rows.map(({ details, reason }) => ({ ...details, reason }))
      }),
  }
}
export type AccessOffice = Awaited<ReturnType<typeof accessOffice>>
