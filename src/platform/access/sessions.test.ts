import { call } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../audit/testing/stored-events.ts'
import type { TestDatabase } from '../testing/database.ts'
import { addDays, today } from '../values/day.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { accessProcedures } from './procedures.ts'
import { accessDatabase, asOwner, here, testRoles, withCookies } from './testing.ts'

const from = { ip: '127.0.0.1', userAgent: 'Firefox' }
const password = 'correct horse'
let database: TestDatabase
let accounts: Accounts
let served: ReturnType<typeof accessProcedures>
let number = 0

beforeAll(async () => {
  database = await accessDatabase()
  const secret = 'a secret of at least thirty-two characters'
  accounts = openAccounts({ database, secret, roles: testRoles, secure: false })
  const nothing = { demoRoster: [], namePlaces: async () => [], accountPlaces: async () => [] }
  served = accessProcedures({ database, accounts, roles: testRoles, permissionWords: {}, ...nothing })
})
afterAll(() => database.drop())

async function someone(roles: { role: string; place: string | null }[] = [], office = 1) {
  number += 1
  const username = `user${number}`
  const id = await accounts.createAccount({
    office,
    username,
    name: `李四光${number}`,
    password,
    roles,
    mustChangePassword: false,
  })
  const enter = async () => withCookies((await accounts.signIn(username, password, from))?.cookies ?? [])
  return { id, username, enter }
}
const as = async (headers: { cookie: string }, set: string[] = []) => ({
  context: {
    request: { id: 'r', headers, ip: '127.0.0.1' },
    caller: await accounts.session(headers),
    database,
    log: pino({ level: 'silent' }),
    setCookie: (cookie: string) => void set.push(cookie),
  },
})
const answered = (act: Promise<unknown>) =>
  act.then(
    () => ({ code: 'done', details: {} as Record<string, unknown> }),
    (error: { code: string; data: { details: Record<string, unknown> } }) => ({
      code: error.code,
      details: error.data.details,
    }),
  )
const age = (id: string, minutes: number) =>
  database.pool.query(
    `update access.session set authenticated_at = now() - make_interval(secs => $2) where account_id = $1`,
    [id, minutes * 60],
  )

test('a weighty act asks for the password again once the proof is old, and the proof holds for this session alone', async () => {
  const chief = await someone([{ role: 'security_administrator', place: null }])
  const { id: subject } = await someone()
  const [headers, elsewhere] = [await chief.enter(), await chief.enter()]
  const unlock = async (cookie = headers) =>
    answered(call(served.accountsUnlock, { account: subject }, await as(cookie)))
  const set: string[] = []
  const prove = async (word: string, cookie = headers) =>
    (await answered(call(served.proveAgain, { password: word }, await as(cookie, set)))).code
  await age(chief.id, 9)
  expect((await unlock()).code).toBe('done')
  await age(chief.id, 11)
  expect(await unlock()).toMatchObject({ code: 'FORBIDDEN', details: { proveAgain: true } })
  // What reads alone asks for nothing.
  expect((await answered(call(served.accountsList, undefined, await as(headers)))).code).toBe('done')
  expect(await prove('wrong')).toBe('INVALID')
  expect((await unlock()).code).toBe('FORBIDDEN')
  expect(await prove(password)).toBe('done')
  const proven = withCookies(set)
  expect((await unlock(proven)).code).toBe('done')
  for (const unproven of [headers, elsewhere]) expect((await unlock(unproven)).code).toBe('FORBIDDEN')
  for (let attempt = 0; attempt < 5; attempt += 1) expect(await prove('wrong', proven)).toBe('INVALID')
  expect(await prove(password, proven)).toBe('TOO_MANY')
  const told = (await eventsOf(database, 1)).slice(-6)
  expect(told.map(({ kind, actor_id, details }) => [kind, actor_id, details])).toEqual([
    ...Array(5).fill(['sign_in_failed', chief.id, null]),
    ['refused', chief.id, { locked: true }],
  ])
})

test('a proof anew goes on under another token; what was asked under the former is answered for a moment, and no longer', async () => {
  const { id, enter } = await someone()
  const former = await enter()
  const set: string[] = []
  await call(served.proveAgain, { password }, await as(former, set))
  const now = withCookies(set)
  expect(now.cookie).not.toBe(former.cookie)
  expect(set[0]).toMatch(/^xiaoma_session=[^;]+; Max-Age=43\d{3}; Path=\/; HttpOnly; SameSite=Lax$/)
  expect([await accounts.session(former), await accounts.session(now)]).toMatchObject([{ id }, { id }])
  expect(await accounts.sessions.list(now, id)).toMatchObject([{ current: true, address: '127.0.0.1' }])
  // The former lends no second successor.
  expect((await answered(call(served.proveAgain, { password }, await as(former)))).code).toBe(
    'UNAUTHENTICATED',
  )
  await database.pool.query(
    `update access.session set expires_at = expires_at - interval '11 seconds' where account_id = $1`,
    [id],
  )
  expect(await accounts.session(former)).toBeNull()
  expect(await accounts.session(now)).toMatchObject({ id })
})

/** Somebody who has just proved anew: the browser under the former token and under the one of now. */
async function proven() {
  const one = await someone()
  const former = await one.enter()
  const [shown] = await accounts.sessions.list(former, one.id)
  const set: string[] = []
  await call(served.proveAgain, { password }, await as(former, set))
  const now = withCookies(set)
  const lives = async () =>
    (await Promise.all([former, now].map((headers) => accounts.session(headers)))).map(
      (caller) => caller !== null,
    )
  return { ...one, former, now, shown: shown?.id ?? '', lives }
}

test('a session keeps its id when it is proved anew, and what ends it ends the former token too', async () => {
  const [one, two] = [await proven(), await proven()]
  expect(await accounts.sessions.list(one.former, one.id)).toMatchObject([{ id: one.shown, current: true }])
  expect(await one.lives()).toEqual([true, true])
  await call(served.endSession, { session: one.shown }, await as(await one.enter()))
  expect(await one.lives()).toEqual([false, false])
  // Who signs out by what the page still held means the session.
  await accounts.signOut(two.former)
  expect(await two.lives()).toEqual([false, false])
})

test('who ends other sessions under the former token keeps the own one', async () => {
  const one = await proven()
  const elsewhere = await one.enter()
  expect(await call(served.endOtherSessions, undefined, await as(one.former))).toEqual({ ended: 1 })
  expect(await accounts.session(elsewhere)).toBeNull()
  expect(await accounts.session(one.now)).not.toBeNull()
})

test('a reset of the password while the session is proved anew ends it', async () => {
  const one = await someone()
  const former = await one.enter()
  const set: string[] = []
  const asked = await as(former, set)
  const both = await asOwner(database, async (client) => {
    const waits = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    const untilWaiting = async (many: number) => {
      while (((await client.query(waits)).rowCount ?? 0) < many);
    }
    // Whoever proves waits for the chain of events, which comes last; the reset then for the session.
    await client.query('begin')
    await client.query('select from platform.audit_head where office_id = 1 for update')
    const proving = call(served.proveAgain, { password }, asked)
    await untilWaiting(1)
    const resetting = accounts.setPassword(one.id, 'another correct horse')
    await untilWaiting(2)
    await client.query('rollback')
    return [proving, resetting]
  })
  await Promise.all(both)
  expect(set).toHaveLength(1)
  expect(await accounts.session(withCookies(set))).toBeNull()
  expect(await accounts.session(former)).toBeNull()
})

test('the oldest session ends where an account has more than the office allows', async () => {
  const chief = await someone([{ role: 'security_administrator', place: null }], 2)
  const clerk = await someone([{ role: 'keeper', place: here }], 2)
  const policy = { secondFactor: { of: 'nobody' as const, roles: [] }, sessionsPerAccount: 2 }
  await call(served.setPolicy, policy, await as(await chief.enter()))
  const held = [await clerk.enter(), await clerk.enter(), await clerk.enter()]
  const lives = await Promise.all(held.map(async (headers) => (await accounts.session(headers)) !== null))
  expect(lives).toEqual([false, true, true])
  expect(await call(served.policy, undefined, await as(await chief.enter()))).toEqual(policy)
})

test('somebody sees their own sessions and ends the others', async () => {
  const [clerk, other] = [await someone(), await someone()]
  const [here, elsewhere, foreign] = [await clerk.enter(), await clerk.enter(), await other.enter()]
  const { sessions } = await call(served.sessions, undefined, await as(here))
  expect(sessions.map(({ current, address, userAgent }) => ({ current, address, userAgent }))).toEqual([
    { current: false, address: '127.0.0.1', userAgent: 'Firefox' },
    { current: true, address: '127.0.0.1', userAgent: 'Firefox' },
  ])
  expect(await call(served.endOtherSessions, undefined, await as(here))).toEqual({ ended: 1 })
  expect(await accounts.session(elsewhere)).toBeNull()
  expect(await accounts.session(here)).not.toBeNull()
  expect(await accounts.session(foreign)).not.toBeNull()
})

test.each([
  ['short one', 'shortest'],
  ['password2024!', 'common'],
  ['1234567890', 'common'],
  ['abababababab', 'few characters'],
  ['my user name is USER', 'user name'],
  ['我是李四光，生在黄冈', 'name'],
  [password, 'used'],
])('“%s” is not taken as a password: %s', async (next, _why) => {
  const { username, enter } = await someone()
  const headers = await enter()
  const wanted = next.replace('USER', username)
  const caller = await accounts.session(headers)
  await database.pool.query(`update access.account set name = '李四光' where username = $1`, [username])
  await expect(accounts.changePassword(headers, caller?.id ?? '', password, wanted)).rejects.toMatchObject({
    code: 'INVALID',
    data: { field: 'next' },
  })
  expect(await accounts.signIn(username, password, from)).not.toBeNull()
})

test('the last five passwords are not taken again, and the sixth is', async () => {
  const { id, enter } = await someone()
  const headers = await enter()
  const words = Array.from({ length: 5 }, (_, index) => `a sentence of my own ${index}`)
  let current = password
  for (const word of words) {
    expect(await accounts.changePassword(headers, id, current, word)).toBe(true)
    current = word
  }
  for (const word of words)
    await expect(accounts.changePassword(headers, id, current, word)).rejects.toMatchObject({
      code: 'INVALID',
    })
  expect(await accounts.changePassword(headers, id, current, password)).toBe(true)
})

test.each([
  ['system_administrator', 'security_administrator'],
  ['system_administrator', 'keeper'],
  ['audit_administrator', 'keeper'],
  ['security_administrator', 'audit_administrator'],
])('an account is never %s and %s on one day, by procedure or by statement', async (one, other) => {
  const day = today()
  const { id } = await someone()
  const insert = (role: string, begin: string, end: string | null) =>
    database.pool.query(
      `insert into access.grant (office_id, id, account_id, role, valid_from, valid_to)
       values (1, gen_random_uuid(), $1, $2, $3, $4) returning id`,
      [id, role, begin, end],
    )
  const { rows } = await insert(one, day, addDays(day, 10))
  for (const [begin, end] of [
    [day, null],
    [addDays(day, 9), addDays(day, 20)],
    [addDays(day, -5), addDays(day, 1)],
  ] as const)
    await expect(insert(other, begin, end)).rejects.toMatchObject({ constraint: 'grant_kinds_apart' })
  await insert(other, addDays(day, 10), null)
  // Neither can the first be put off until it meets the second.
  await expect(
    database.pool.query('update access.grant set valid_to = $2 where id = $1', [
      rows[0].id,
      addDays(day, 11),
    ]),
  ).rejects.toMatchObject({ constraint: 'grant_kinds_apart' })
})

test('the procedure refuses in words what the database would, and work beside work is granted', async () => {
  const chief = await someone([{ role: 'security_administrator', place: null }])
  const clerk = await someone([{ role: 'keeper', place: here }])
  const headers = await chief.enter()
  const grant = async (role: string) =>
    (
      await answered(
        call(served.accountsGrantRole, { account: clerk.id, role, place: null }, await as(headers)),
      )
    ).code
  expect(await grant('system_administrator')).toBe('CONFLICT')
  expect(await grant('viewer')).toBe('done')
})
