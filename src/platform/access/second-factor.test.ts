import { call } from '@orpc/server'
import { Secret, TOTP } from 'otpauth'
import { Client } from 'pg'
import { pino } from 'pino'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Context } from '../rpc/server/context.ts'
import { eventsOf } from '../audit/testing/stored-events.ts'
import type { TestDatabase } from '../testing/database.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { accessProcedures } from './procedures.ts'
import { accessDatabase, here, testRoles, withCookies } from './testing.ts'

const from = { ip: '127.0.0.1', userAgent: 'test' }
const password = 'correct horse'
const period = 30_000
let clock = Date.UTC(2026, 10, 26, 8)

let database: TestDatabase
let accounts: Accounts
let served: ReturnType<typeof accessProcedures>
let number = 0

beforeAll(async () => {
  database = await accessDatabase()
  const secret = 'a secret of at least thirty-two characters'
  accounts = openAccounts({ database, secret, roles: testRoles, secure: false, now: () => clock })
  served = accessProcedures({
    database,
    accounts,
    roles: testRoles,
    demoRoster: [],
    namePlaces: async () => [],
    accountPlaces: async () => [],
    permissionWords: {},
  })
})
afterAll(() => database.drop())
beforeEach(() => {
  clock += 100 * period
})

async function someone(role = 'keeper', office = 1) {
  number += 1
  const username = `user${number}`
  const place = role === 'keeper' ? here : null
  const account = { office, username, name: `张三${number}`, password, roles: [{ role, place }] }
  const id = await accounts.createAccount({ ...account, mustChangePassword: false })
  const headers = withCookies((await accounts.signIn(username, password, from))?.cookies ?? [])
  const asked = async (): Promise<{ context: Context }> => ({
    context: {
      request: { id: 'r', headers, ip: '127.0.0.1' },
      caller: await accounts.session(headers),
      database,
      log: pino({ level: 'silent' }),
      setCookie: () => undefined,
    },
  })
  return { id, username, headers, asked }
}
type Someone = Awaited<ReturnType<typeof someone>>

const codeOf = (secret: string, at = clock) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

/** Sets a device up; the next period has begun, so that its next code is one that was not used. */
async function withDevice(who: Someone) {
  const { secret } = await call(served.beginSecondFactor, undefined, await who.asked())
  const confirmed = await call(served.confirmSecondFactor, { code: codeOf(secret) }, await who.asked())
  clock += period
  return { secret, codes: confirmed.recoveryCodes }
}
const anonymous = (): { context: Context } => ({
  context: {
    request: { id: 'r', headers: {}, ip: '127.0.0.1' },
    caller: null,
    database,
    log: pino({ level: 'silent' }),
    setCookie: () => undefined,
  },
})
const signIn = (who: Someone, code?: string, word = password) =>
  told(
    call(served.signIn, { username: who.username, password: word, ...(code ? { code } : {}) }, anonymous()),
  )
async function told(act: Promise<unknown>) {
  try {
    await act
    return 'done'
  } catch (error) {
    const { code, data } = error as { code: string; data: { details: Record<string, unknown> } }
    return data.details['secondFactor'] ?? (data.details['minutes'] === undefined ? code : 'TOO_MANY')
  }
}
const sessionsOf = async ({ id }: Someone) =>
  (await database.pool.query('select from access.session where account_id = $1', [id])).rowCount

test('a device set up is asked for at the next sign-in; without its code no session is begun', async () => {
  const who = await someone()
  expect(await signIn(who)).toBe('done')
  const { secret } = await withDevice(who)
  // The other session is ended by the set-up.
  expect(await sessionsOf(who)).toBe(1)
  expect(await signIn(who)).toBe('needed')
  expect(await signIn(who, '000000')).toBe('wrong')
  expect(await sessionsOf(who)).toBe(1)
  expect(await signIn(who, codeOf(secret))).toBe('done')
  expect(await sessionsOf(who)).toBe(2)
})

test('a wrong code is an event as a wrong password is, and so is each act on a second factor', async () => {
  const before = (await eventsOf(database, 1)).length
  const who = await someone()
  await withDevice(who)
  expect(await signIn(who, '000000')).toBe('wrong')
  await call(served.proveAgain, { password, code: '000000' }, await who.asked()).catch(() => undefined)
  await call(served.renewRecoveryCodes, undefined, await who.asked())
  await call(served.removeSecondFactor, undefined, await who.asked())
  const told = (await eventsOf(database, 1)).slice(before)
  expect(told.map(({ kind, details }) => details?.['what'] ?? kind)).toEqual([
    'account made',
    'second factor begun',
    'second factor set up',
    'sign_in_failed',
    'sign_in_failed',
    'recovery codes renewed',
    'second factor removed',
  ])
})

test('an act on a second factor and its event are one: where the event cannot be kept, nothing was done', async () => {
  const who = await someone()
  const { secret, codes } = await withDevice(who)
  const admin = new Client(database.admin)
  await admin.connect()
  const { rows } = await admin.query<{ named: string }>(
    `select oid::regprocedure::text as named from pg_proc where proname = 'append_audit_event'`,
  )
  const named = rows[0]?.named ?? ''
  await admin.query(`alter function ${named} rename to set_aside`)
  const failed = 'INTERNAL_SERVER_ERROR'
  expect(await told(call(served.removeSecondFactor, undefined, await who.asked()))).toBe(failed)
  expect(await told(call(served.renewRecoveryCodes, undefined, await who.asked()))).toBe(failed)
  await admin.query(
    `alter function ${named.replace('append_audit_event', 'set_aside')} rename to append_audit_event`,
  )
  await admin.end()
  // The device and the former recovery codes count as before.
  expect(await signIn(who, codeOf(secret))).toBe('done')
  expect(await signIn(who, codes[0])).toBe('done')
})

test('a recovery code is too long to guess, and is grouped for who types it', async () => {
  const { codes } = await withDevice(await someone())
  for (const code of codes) {
    expect(code).toMatch(/^([a-z2-9]{4}-){6}[a-z2-9]{4}$/)
    // 31 signs that are read without mistake.
    expect(code.replaceAll('-', '').length * Math.log2(31)).toBeGreaterThan(128)
  }
})

test('a code is taken once, one period early or late, and no further off', async () => {
  const who = await someone()
  const { secret } = await withDevice(who)
  const code = codeOf(secret)
  expect(await signIn(who, code)).toBe('done')
  expect(await signIn(who, code)).toBe('wrong')
  // What is older than a code that was taken is too late as well.
  expect(await signIn(who, codeOf(secret, clock - period))).toBe('wrong')
  expect(await signIn(who, codeOf(secret, clock + period))).toBe('done')
  expect(await signIn(who, codeOf(secret, clock + 3 * period))).toBe('wrong')
})

test('of two sign-ins with one code at once only one enters', async () => {
  const who = await someone()
  const { secret } = await withDevice(who)
  const code = codeOf(secret)
  const both = await Promise.all([signIn(who, code), signIn(who, code)])
  expect(new Set(both)).toEqual(new Set(['done', 'wrong']))
})

test('wrong codes lock as wrong passwords do, and a right password between them does not free', async () => {
  const who = await someone()
  const { secret } = await withDevice(who)
  for (let attempt = 0; attempt < 5; attempt += 1) {
    expect(await signIn(who)).toBe('needed')
    expect(await signIn(who, '111111')).toBe('wrong')
  }
  expect(await signIn(who, codeOf(secret))).toBe('TOO_MANY')
  const chief = await someone('security_administrator')
  await call(served.accountsUnlock, { account: who.id }, await chief.asked())
  expect(await signIn(who, codeOf(secret))).toBe('done')
})

test('a recovery code opens one sign-in, however it is typed; new ones take the place of the old', async () => {
  const who = await someone()
  const { codes } = await withDevice(who)
  expect(codes).toHaveLength(10)
  const [first = '', second = '', third = ''] = codes
  expect(await signIn(who, first)).toBe('done')
  expect(await signIn(who, first)).toBe('wrong')
  expect(await signIn(who, ` ${second.replaceAll('-', ' ').toUpperCase()}`)).toBe('done')
  const renewed = await call(served.renewRecoveryCodes, undefined, await who.asked())
  expect(await signIn(who, third)).toBe('wrong')
  expect(await signIn(who, renewed.recoveryCodes[0])).toBe('done')
  const other = await someone()
  await withDevice(other)
  expect(await signIn(other, renewed.recoveryCodes[1])).toBe('wrong')
})

test('neither secret nor recovery codes can be read from the database, nor moved to another account', async () => {
  const [who, other] = [await someone(), await someone()]
  const { secret, codes } = await withDevice(who)
  const kept = await database.pool.query('select secret from access.second_factor where account_id = $1', [
    who.id,
  ])
  const hashes = await database.pool.query('select hash from access.recovery_code where account_id = $1', [
    who.id,
  ])
  const all = JSON.stringify([kept.rows, hashes.rows])
  for (const plain of [secret, ...codes, ...codes.map((code) => code.replaceAll('-', ''))])
    expect(all).not.toContain(plain)
  await withDevice(other)
  await database.pool.query('update access.second_factor set secret = $2 where account_id = $1', [
    other.id,
    kept.rows[0].secret,
  ])
  await expect(accounts.secondFactors.take(other.id, codeOf(secret))).rejects.toThrow(/authenticate/)
})

test('the address for the picture names the account and the form of the codes', async () => {
  const who = await someone()
  const { secret, address } = await call(served.beginSecondFactor, undefined, await who.asked())
  const url = new URL(address)
  expect([url.protocol, url.searchParams.get('secret'), url.searchParams.get('issuer')]).toEqual([
    'otpauth:',
    secret,
    'Xiaoma',
  ])
  expect(decodeURIComponent(url.pathname)).toContain(who.username)
  // Begun and not confirmed: nothing is asked for yet, and the secret may still be replaced.
  expect(await signIn(who)).toBe('done')
  const again = await call(served.beginSecondFactor, undefined, await who.asked())
  expect(await told(call(served.confirmSecondFactor, { code: codeOf(secret) }, await who.asked()))).toBe(
    'INVALID',
  )
  await call(served.confirmSecondFactor, { code: codeOf(again.secret) }, await who.asked())
  expect(await told(call(served.beginSecondFactor, undefined, await who.asked()))).toBe('CONFLICT')
})

test('whom the office asks for one is led to it before anything else, and cannot turn it off', async () => {
  const chief = await someone('security_administrator', 2)
  const clerk = await someone('keeper', 2)
  const set = async (of: 'nobody' | 'roles' | 'all', roles: string[] = []) =>
    call(served.setPolicy, { secondFactor: { of, roles }, sessionsPerAccount: 5 }, await chief.asked())
  const duty = async (who: Someone) => (await accounts.session(who.headers))?.secondFactorRequired
  await set('roles', ['keeper'])
  expect([await duty(chief), await duty(clerk)]).toEqual([false, true])
  await set('all')
  expect([await duty(chief), await duty(clerk)]).toEqual([true, true])
  expect(await told(call(served.policy, undefined, await chief.asked()))).toBe('FORBIDDEN')
  await withDevice(chief)
  expect((await call(served.policy, undefined, await chief.asked())).secondFactor.of).toBe('all')
  expect(await told(call(served.removeSecondFactor, undefined, await chief.asked()))).toBe('FORBIDDEN')
  await set('nobody')
  await call(served.removeSecondFactor, undefined, await chief.asked())
  expect(await signIn(chief)).toBe('done')
  expect(await told(set('roles', ['king']))).toBe('INVALID')
})

test('an administrator resets the second factor of another, which ends their sessions; never their own', async () => {
  const [chief, clerk] = [await someone('security_administrator'), await someone()]
  await withDevice(clerk)
  const reset = async (account: string) =>
    told(call(served.accountsResetSecondFactor, { account }, await chief.asked()))
  expect(await reset(clerk.id)).toBe('done')
  expect(await accounts.session(clerk.headers)).toBeNull()
  expect(await signIn(clerk)).toBe('done')
  expect(await reset(clerk.id)).toBe('CONFLICT')
  await withDevice(chief)
  expect(await reset(chief.id)).toBe('FORBIDDEN')
})

test('a demo account takes no second factor and is asked for none', async () => {
  const who = await someone()
  await database.pool.query('update access.account set published = true where id = $1', [who.id])
  await database.pool.query(
    'insert into access.setting (office_id, demo, second_factor) values (1, true, $1)',
    ['all'],
  )
  expect(await told(call(served.beginSecondFactor, undefined, await who.asked()))).toBe('FORBIDDEN')
  expect(await told(call(served.endOtherSessions, undefined, await who.asked()))).toBe('FORBIDDEN')
  expect((await accounts.session(who.headers))?.secondFactorRequired).toBe(false)
})
