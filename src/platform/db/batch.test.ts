import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, boxDatabase, here, there } from '../testing/box.ts'
import type { TestDatabase } from '../testing/database.ts'
import type { Statement } from './batch.ts'
import type { Scope } from './scope.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await boxDatabase()
})
afterAll(() => database.drop())

const whole: Scope = { office: 1, places: 'all' }
const statement = (text: string, ...values: string[]): Statement => ({
  name: createHash('md5').update(text).digest('hex'),
  text,
  values,
})
const settings = statement(
  `select current_setting('app.office', true), current_setting('app.scope_all', true), current_setting('app.scope', true)`,
)
const insert = `with c as (select set_config('app.change', '1', true)) insert into box.item (office_id, id, word, scope_place_id)
  select 1, gen_random_uuid(), $1, $2::uuid from c`
/** What a pooled connection still carries once nobody holds it. */
const left = async () => {
  const found: unknown[] = []
  const clients = await Promise.all([1, 2, 3, 4].map(() => database.pool.connect()))
  for (const client of clients)
    found.push(...Object.values((await client.query<Record<string, string>>(settings.text)).rows[0] ?? {}))
  for (const client of clients) client.release()
  return [...new Set(found)].filter((value) => value !== null && value !== '')
}

test('scope and statement are one transaction, and the scope is gone after it', async () => {
  expect((await database.query(whole, settings)).rows).toEqual([['1', 'on', '']])
  expect((await database.query({ office: 2, places: [here, there] }, settings)).rows).toEqual([
    ['2', 'off', `${here},${there}`],
  ])
  expect(await left()).toEqual([])
})

test('values are bound and not written into the text', async () => {
  const hostile = `'; set app.office = '2'; select '`
  expect(await database.query(whole, statement('select $1::text as word', hostile))).toEqual({
    fields: ['word'],
    rows: [[hostile]],
  })
  expect(await left()).toEqual([])
})

test('a statement without rows answers an empty result, whether or not it returns any', async () => {
  expect(await database.query(whole, statement(insert, 'silent', here))).toEqual({ fields: [], rows: [] })
  expect(await database.query(whole, statement('select word from box.item where false'))).toEqual({
    fields: ['word'],
    rows: [],
  })
  expect((await database.query(whole, statement(`${insert} returning word`, 'told', here))).rows).toEqual([
    ['told'],
  ])
})

test.each([
  ['refused by a policy', statement(insert, 'lost', here), { office: 2, places: 'all' } as Scope, '42501'],
  ['that divides by zero', statement('select 1 / $1::int', '0'), whole, '22012'],
  ['that cannot be parsed', statement('selec 1'), whole, '42601'],
  ['of a table that is not there', statement('select * from box.none'), whole, '42P01'],
])(
  'a statement %s leaves no row and no setting, and the next one runs',
  async (_, failing, scope, expected) => {
    await expect(database.query(scope, failing)).rejects.toMatchObject({ code: expected })
    await expect(database.query(scope, failing)).rejects.toMatchObject({ code: expected })
    expect(await left()).toEqual([])
    expect(
      (await database.query(whole, statement('select word from box.item where word = $1', 'lost'))).rows,
    ).toEqual([])
  },
)

test('a statement that failed once for its values runs under the same name with others', async () => {
  const divide = (by: string) => database.query(whole, statement('select 6 / $1::int as n', by))
  expect((await divide('3')).rows).toEqual([['2']])
  await expect(divide('0')).rejects.toThrow('division by zero')
  expect((await divide('2')).rows).toEqual([['3']])
})

test('a connection that is dropped fails its statement and nothing else', async () => {
  const waiting = database.query(whole, statement('select pg_sleep(30)'))
  const failed = waiting.catch((error: unknown) => error)
  const kill = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'select pg_sleep(30)'`
  while ((await asAdmin(database, kill)).length === 0);
  expect(await failed).toBeInstanceOf(Error)
  expect((await database.query(whole, settings)).rows).toEqual([['1', 'on', '']])
})

test('two scopes at once never meet on one connection', async () => {
  const asked = Array.from({ length: 200 }, (_, i) => (i % 2 === 0 ? here : there))
  const answers = await Promise.all(
    asked.map((place) => database.query({ office: 1, places: [place] }, settings)),
  )
  expect(answers.map(({ rows }) => rows[0]?.[2])).toEqual(asked)
})

test('a name that the server would cut is refused before anything is sent', async () => {
  const long = { ...settings, name: 'n'.repeat(64) }
  await expect(database.query(whole, long)).rejects.toThrow(/longer than 63 bytes/)
  expect((await database.query(whole, { ...settings, name: 'n'.repeat(63) })).rows).toEqual([['1', 'on', '']])
})
