import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asAdmin, boxDatabase, here, there } from '../testing/box.ts'
import type { TestDatabase } from '../testing/database.ts'
import { newId } from './id.ts'
import type { Scope } from './scope.ts'
import { inWholeOffice, read, type Writer, write } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await boxDatabase()
})
afterAll(() => database.drop())

const whole: Scope = { office: 1, places: 'all' }
const actor = { id: 'test-clerk', name: '测试员' }
const change = <Result>(act: (writer: Writer<unknown>) => Promise<Result>, scope = whole) =>
  write<unknown, Result>(
    database,
    { scope, actor, kind: 'event', reason: '测试', requestId: 'request-1' },
    act,
  )
const put = (writer: Writer<unknown>, word: string, place = here, office = writer.request.scope.office) =>
  sql`insert into box.item (office_id, id, word, scope_place_id) values (${office}, ${newId()}, ${word}, ${place})`.execute(
    writer.db,
  )
const words = (scope: Scope = whole) =>
  read<unknown, string[]>(database, scope, async ({ db }) => {
    const { rows } = await sql<{ word: string }>`select word from box.item order by word`.execute(
      db as Kysely<unknown>,
    )
    return rows.map((row) => row.word)
  })
type ChangeRow = {
  change_no: string
  recorded_at: string
  kind: string
  actor_name: string
  reason: string
  request_id: string
}
const changes = (office = 1) =>
  asAdmin<ChangeRow>(
    database,
    'select *, recorded_at::text from platform.change where office_id = $1 order by change_no',
    [office],
  )
/** Resolves when some session waits for a lock. */
async function untilWaiting(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await asAdmin(database, waiting)).length === 0);
}

test('a change takes the next number, keeps who made it and why, and a rolled-back one takes none', async () => {
  const first = await change(async (writer) => {
    await put(writer, 'one')
    return writer.change
  })
  const failing = change(async (writer) => {
    await put(writer, 'lost')
    throw new Error('stop')
  })
  await expect(failing).rejects.toThrow('stop')
  const second = await change(async (writer) => writer.change)
  expect(second).toBe(first + 1n)
  expect(await words()).toEqual(['one'])
  const [kept] = await changes()
  expect(kept).toMatchObject({ kind: 'event', actor_name: '测试员', reason: '测试', request_id: 'request-1' })
})

test('a second writer waits for the head of its office and gets the consecutive number; another office does not wait', async () => {
  const order: string[] = []
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  let locked = () => {}
  const isLocked = new Promise<void>((resolve) => (locked = resolve))
  const first = change(async (writer) => {
    locked()
    await held
    order.push('first')
    return writer.change
  })
  await isLocked
  const second = change(async (writer) => {
    order.push('second')
    return writer.change
  })
  await untilWaiting()
  await change(async () => order.push('other office'), { office: 2, places: 'all' })
  letGo()
  expect(await second).toBe((await first) + 1n)
  expect(order).toEqual(['other office', 'first', 'second'])
})

test('many writers at once get numbers without gaps, and recorded times that never go back', async () => {
  const before = (await changes()).length
  const settled = await Promise.allSettled(
    Array.from({ length: 40 }, (_, i) =>
      change(async (writer) => {
        await put(writer, `many ${i}`)
        if (i % 4 === 3) throw new Error('stop')
        return writer.change
      }),
    ),
  )
  expect(settled.filter((one) => one.status === 'fulfilled').length).toBe(30)
  const rows = await changes()
  expect(rows.map((row) => Number(row.change_no))).toEqual(rows.map((_, index) => index + 1))
  expect(rows.length).toBe(before + 30)
  const times = rows.map((row) => row.recorded_at)
  expect(times).toEqual([...new Set(times)].sort())
})

test('the recorded time follows the one before it, also where the clock has gone back', async () => {
  await asAdmin(
    database,
    `update platform.change set recorded_at = now() + interval '1 hour' where office_id = 2 and change_no = 1`,
  )
  const { recordedAt } = await change(async (writer) => writer, { office: 2, places: 'all' })
  const [first, second] = await changes(2)
  expect((second as ChangeRow).recorded_at > (first as ChangeRow).recorded_at).toBe(true)
  expect(Date.parse(recordedAt)).toBeGreaterThan(Date.now())
})

test('an office that is not there is refused, and no number is taken anywhere', async () => {
  const all = async () => (await asAdmin(database, 'select sum(head) as heads from platform.office'))[0]
  const before = await all()
  await expect(change(async () => 1, { office: 99, places: 'all' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await all()).toEqual(before)
})

test('a reader sees one snapshot, whatever is written meanwhile', async () => {
  await read(database, whole, async ({ db }) => {
    const count = async () => (await sql`select from box.item`.execute(db as Kysely<unknown>)).rows.length
    const before = await count()
    await change((writer) => put(writer, 'meanwhile'))
    expect(await count()).toBe(before)
  })
  expect(await words()).toContain('meanwhile')
})

test('a reader cannot write', async () => {
  const deleting = read(database, whole, ({ db }) => sql`delete from box.item`.execute(db as Kysely<unknown>))
  await expect(deleting).rejects.toThrow(/read-only transaction/)
})

test('a handle is dead after its transaction', async () => {
  const outside = await change(async (writer) => writer)
  await expect(put(outside, 'late')).rejects.toThrow('this transaction has ended')
  expect(await words()).not.toContain('late')
})

test('an error that somebody caught keeps nothing, and the change is not acknowledged', async () => {
  const before = [await words(), (await changes()).length]
  const swallowed = change(async (writer) => {
    await put(writer, 'swallowed')
    await sql`select 1/0`.execute(writer.db).catch(() => undefined)
  })
  await expect(swallowed).rejects.toThrow(/nothing of it was kept/)
  expect([await words(), (await changes()).length]).toEqual(before)
})

test('a scope is left behind with its transaction', async () => {
  await change((writer) => put(writer, 'far', there))
  const pooled = await database.pool.query(`select nullif(current_setting('app.office', true), '') as office`)
  expect(pooled.rows).toEqual([{ office: null }])
  expect((await database.pool.query('select from box.item')).rowCount).toBe(0)
  expect(await words({ office: 1, places: [there] })).toEqual(['far'])
  expect(await words({ office: 1, places: [] })).toEqual([])
})

test('a write over the whole office ends with the scope that it began in, and a row elsewhere is refused', async () => {
  const scoped: Scope = { office: 1, places: [here] }
  const seen = await change(async (writer) => {
    const count = async () =>
      (await sql`select from box.item where word = 'far'`.execute(writer.db)).rows.length
    return [await count(), await inWholeOffice(writer, count), await count()]
  }, scoped)
  expect(seen).toEqual([0, 1, 0])
  await expect(change((writer) => put(writer, 'beyond', there), scoped)).rejects.toThrow(/row-level security/)
  await expect(change((writer) => put(writer, 'abroad', here, 2))).rejects.toThrow(/row-level security/)
  expect(await words()).not.toContain('beyond')
})

test('a statement that runs too long is ended, and the connection is fit for the next', async () => {
  const { rows } = await database.pool.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout') order by name`,
  )
  expect(rows.map((row) => [row.name, Number(row.setting) > 0])).toEqual([
    ['idle_in_transaction_session_timeout', true],
    ['lock_timeout', true],
    ['statement_timeout', true],
  ])
  const slow = change(async (writer) => {
    await sql`set local statement_timeout = '20ms'`.execute(writer.db)
    await sql`select pg_sleep(20)`.execute(writer.db)
  })
  await expect(slow).rejects.toMatchObject({ code: '57014' })
  expect(await change(async (writer) => writer.change)).toBeGreaterThan(0n)
})

test('a connection that breaks within a transaction fails it and nothing else', async () => {
  const before = await words()
  const broken = change(async (writer) => {
    await put(writer, 'half')
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(writer.db)
    await asAdmin(database, 'select pg_terminate_backend($1)', [rows[0]?.pid])
    await put(writer, 'other half')
  })
  await expect(broken).rejects.toThrow(/terminat|connection error/)
  expect(await words()).toEqual(before)
  expect(await change(async (writer) => writer.change)).toBeGreaterThan(0n)
})
