import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessMigrations } from '../access/migrations.ts'
import { catalogueFaults, exemptTables } from '../testing/catalogue.ts'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { alpha } from '../testing/two-areas/alpha.ts'
import { beta } from '../testing/two-areas/beta.ts'

let database: TestDatabase
let client: Client
beforeAll(async () => {
  database = await testDatabase([alpha, { ...beta, migrations: [...accessMigrations, ...beta.migrations] }])
  client = new Client(database.admin)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await database.drop()
})

const app = () => `${database.admin.database}_app`
const owner = () => `${database.admin.database}_owner`
const faults = () => catalogueFaults(client, ['alpha', 'beta'], app())

test('every wall stands around every table of two areas, the platform and sign-in', async () => {
  expect(await faults()).toEqual([])
})

test('what is exempt says why', () => {
  for (const [name, reason] of Object.entries(exemptTables))
    expect([name, reason.length > 20]).toEqual([name, true])
})

const table = `create table beta.loose (office_id int not null, id uuid not null, known_from bigint not null, primary key (office_id, id))`
const kept = `${table}; select platform.keep('beta.loose', false)`
const policy = `office_id = nullif(current_setting('app.office', true), '')::int`

/** Each: what is done to a database whose walls stand, and what must be said of it. */
const injections: readonly (readonly [what: string, sql: string, fault: RegExp])[] = [
  ['a table that keeps no history', table, /beta\.loose: is not registered/],
  ['a table without any wall', table, /beta\.loose: row security is not enabled/],
  [
    'a table of no area',
    'create schema gamma; create table gamma.t (office_id int primary key)',
    /gamma\.t: belongs to no area/,
  ],
  [
    'a table in the public schema',
    'create table public.t (office_id int primary key)',
    /public\.t: belongs to no area/,
  ],
  [
    'row security switched off',
    'alter table alpha.holder disable row level security',
    /alpha\.holder: row security is not enabled/,
  ],
  [
    'row security that does not bind the owner',
    'alter table alpha.holder no force row level security',
    /alpha\.holder: row security is not forced/,
  ],
  [
    'a past whose row security is off',
    'alter table alpha_history.holder disable row level security',
    /alpha_history\.holder: row security is not enabled/,
  ],
  [
    'a past whose row security is not forced',
    'alter table alpha_history.holder no force row level security',
    /alpha_history\.holder: .*not forced/,
  ],
  ['no policy', 'drop policy scope on alpha.holder', /alpha\.holder: has 0 policies/],
  ['a second policy', 'create policy more on alpha.holder using (true)', /alpha\.holder: has 2 policies/],
  [
    'a restrictive policy',
    `drop policy scope on beta.payment; create policy scope on beta.payment as restrictive using (${policy})`,
    /beta\.payment: its policy is restrictive/,
  ],
  [
    'a policy for reading alone',
    `drop policy scope on beta.payment; create policy scope on beta.payment for select using (${policy})`,
    /beta\.payment: its policy is not for every command/,
  ],
  [
    'a policy for one role',
    `drop policy scope on beta.payment; create policy scope on beta.payment to current_user using (${policy})`,
    /beta\.payment: its policy is not for every role/,
  ],
  [
    'a policy that reads a table',
    'alter policy scope on beta.payment using (exists (select from platform.office))',
    /beta\.payment: its policy reads a table/,
  ],
  [
    'a policy that forgets the office',
    'alter policy scope on beta.payment using (true)',
    /beta\.payment: its policy is not the kernel/,
  ],
  [
    'a policy that forgets the place',
    `alter policy scope on beta.payment using (${policy})`,
    /beta\.payment: its policy is not the kernel/,
  ],
  [
    'a policy that lets in more than out',
    'alter policy scope on beta.payment with check (true)',
    /beta\.payment: its policy lets in/,
  ],
  [
    'a primary key of the id alone',
    'alter table beta.payment_event drop constraint payment_event_pkey; alter table beta.payment_event add primary key (id, office_id)',
    /primary key payment_event_pkey does not begin/,
  ],
  [
    'no primary key',
    'alter table beta.payment_event drop constraint payment_event_pkey',
    /beta\.payment_event: has no primary key/,
  ],
  [
    'a unique key over all offices',
    'alter table beta.payment add unique (code)',
    /beta\.payment: its unique key payment_code_key does not begin/,
  ],
  [
    'a unique index over all offices',
    'create unique index loose_index on beta.payment (code, office_id)',
    /its unique key loose_index does not begin/,
  ],
  [
    'an exclusion over all offices',
    'alter table beta.payment_spell add constraint loose_exclusion exclude using gist (record_id with =, daterange(valid_from, valid_to) with &&)',
    /its exclusion key loose_exclusion does not begin/,
  ],
  [
    'a foreign key that does not carry the office',
    'create unique index on alpha.holder (id); alter table beta.payment_spell add constraint loose_reference foreign key (holder_id) references alpha.holder (id)',
    /its foreign key loose_reference does not begin/,
  ],
  [
    'a table without a past',
    'drop view alpha_known.holder; drop table alpha_history.holder',
    /alpha\.holder: has no history/,
  ],
  [
    'a table without a view of its past',
    'drop view alpha_known.holder',
    /alpha\.holder: has no view of the past/,
  ],
  [
    'a past without known_to',
    'drop view alpha_known.holder; alter table alpha_history.holder drop column known_to',
    /alpha_history\.holder: has no known_to/,
  ],
  [
    'a column that the past lacks',
    'alter table alpha.holder add column shade text',
    /alpha_history\.holder: has other columns/,
  ],
  [
    'a column that the view lacks',
    'alter table alpha.holder add column shade text',
    /alpha_known\.holder: has other columns/,
  ],
  [
    'a column that the trigger forgets',
    'alter table alpha.holder add column shade text; alter table alpha_history.holder add column shade text',
    /alpha\.holder: its trigger does not keep all/,
  ],
  [
    'a column of another type in the past',
    'drop view beta_known.payment_spell; alter table beta_history.payment_spell alter column amount type numeric',
    /beta_history\.payment_spell: has other columns/,
  ],
  ['no trigger', 'drop trigger keep_history on alpha.holder', /alpha\.holder: has no trigger/],
  [
    'a trigger that is switched off',
    'alter table alpha.holder disable trigger keep_history',
    /alpha\.holder: its trigger does not stand/,
  ],
  [
    'a trigger that misses deletions',
    'create or replace trigger keep_history before update on alpha.holder for each row execute function alpha_history.keep_holder()',
    /alpha\.holder: its trigger does not stand/,
  ],
  [
    'another table’s trigger',
    'create or replace trigger keep_history before update or delete on alpha.holder for each row execute function alpha_history.keep_site()',
    /alpha\.holder: its trigger calls another/,
  ],
  [
    'a new row that is known from elsewhere',
    'alter table alpha.holder alter column known_from set default 1',
    /alpha\.holder: its new rows are not known from their change/,
  ],
  [
    'no trigger for a row that says another change',
    'drop trigger keep_known_from on alpha.holder',
    /alpha\.holder: its new rows may choose/,
  ],
  [
    'a trigger for new rows that is switched off',
    'alter table alpha.holder disable trigger keep_known_from',
    /alpha\.holder: its new rows may choose/,
  ],
  [
    'a trigger that lets some new rows by',
    'create or replace trigger keep_known_from before insert on alpha.holder for each row when (new.known_from > 1) execute function alpha_history.keep_holder()',
    /alpha\.holder: its new rows may choose/,
  ],
  [
    'a view that shows what its owner sees',
    'alter view alpha_known.holder set (security_invoker = off)',
    /alpha_known\.holder: .*not security_invoker/,
  ],
  [
    'a view among the tables',
    'create view alpha.every as select * from alpha.holder',
    /alpha\.every: is a view/,
  ],
  [
    'a materialised view',
    'create materialized view alpha.every as select 1 as one',
    /alpha\.every: is a materialised view/,
  ],
  [
    'a view of the past of nothing',
    'create view alpha_known.every with (security_invoker = on) as select 1 as one',
    /alpha_known\.every: is the view of no table/,
  ],
  [
    'a registered scope that the columns lack',
    `update platform.kept_table set scoped = false where table_name = 'holder'`,
    /alpha\.holder: is registered with another scope/,
  ],
  ['an owner who can sign in', 'alter role {owner} login', /alpha\.holder: its owner/],
  ['an owner whom no policy binds', 'alter role {owner} bypassrls', /alpha\.holder: its owner/],
  [
    'a table of the administrator',
    'alter table alpha.holder owner to current_user',
    /alpha\.holder: its owner/,
  ],
  [
    'an application that is the owner',
    'grant {owner} to {app}',
    /alpha\.holder: the application is its owner/,
  ],
  [
    'an application that may write the past',
    'grant update on alpha_history.holder to {app}',
    /alpha_history\.holder: the application may/,
  ],
  [
    'an application that may truncate',
    'grant truncate on alpha.holder to {app}',
    /alpha\.holder: the application may truncate/,
  ],
  [
    'an office that may be absent',
    kept.replace('office_id int not null', 'office_id int').replace(', primary key (office_id, id)', ''),
    /beta\.loose: office_id may be absent/,
  ],
  [
    'platform tables without a policy',
    'drop policy scope on platform.change',
    /platform\.change: has 0 policies/,
  ],
]

test.each(injections)('%s is caught', async (_what, sql, fault) => {
  await client.query('begin')
  try {
    await client.query(sql.replaceAll('{owner}', owner()).replaceAll('{app}', app()))
    expect((await faults()).join('\n')).toMatch(fault)
  } finally {
    await client.query('rollback')
  }
})

test('what the kernel itself makes of a new table stands without a fault', async () => {
  await client.query(`begin; set local role ${owner()}`)
  await client.query(kept)
  await client.query(`grant select on beta_history.loose, beta_known.loose to ${app()}; reset role`)
  expect(await faults()).toEqual([])
  await client.query('rollback')
})

test('tables that are kept anew, as by a later migration, stand without a fault', async () => {
  await client.query(`begin; set local role ${owner()}`)
  await client.query(
    `select platform.keep(format('%I.%I', table_schema, table_name)::regclass, scoped, personal) from platform.kept_table`,
  )
  await client.query(`grant select on all tables in schema alpha_known, beta_known to ${app()}; reset role`)
  expect(await faults()).toEqual([])
  await client.query('rollback')
})
