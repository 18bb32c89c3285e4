import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/id.ts'
import { accessOffice, type AccessOffice, asOwner, caught, here, withCookies } from './testing.ts'

let office: AccessOffice
let system: Awaited<ReturnType<AccessOffice['someone']>>
let security: typeof system
beforeAll(async () => {
  office = await accessOffice()
  system = await office.someone([{ role: 'system_administrator', place: null }])
  security = await office.someone([{ role: 'security_administrator', place: null }])
})
afterAll(() => office.database.drop())

const close = async (account: string, by = system) =>
  await call(office.served.accountsClose, { account, reason: '离职' }, await by.asking())
const open = async (account: string) =>
  await call(office.served.accountsOpen, { account, reason: '返岗' }, await system.asking())
const listed = async (account: string) =>
  (await call(office.served.accountsList, undefined, await system.asking())).accounts.find(
    ({ id }) => id === account,
  )
const enterOver = async (username: string, password: string) => {
  const context = {
    request: { id: 'r', headers: {}, ip: '127.0.0.1' },
    caller: null,
    database: office.database,
    log: (await system.asking()).context.log,
    setCookie: () => undefined,
  }
  return await call(office.served.signIn, { username, password }, { context }).then(
    () => 'in',
    (error: { message: string; code: string; data: unknown }) => JSON.stringify([error.code, error.data]),
  )
}

test('a closed account is out at once, and sign-in answers as to a wrong password; opened again it is as before', async () => {
  const clerk = await office.someone([{ role: 'keeper', place: here }])
  expect((await clerk.caller())?.permissions.has('shelf.write')).toBe(true)
  await close(clerk.id)
  expect(await clerk.caller()).toBeNull()
  expect(await clerk.enter()).toBeNull()
  expect(await enterOver(clerk.username, 'correct horse')).toBe(
    await enterOver(clerk.username, 'wrong horse'),
  )
  expect(await listed(clerk.id)).toMatchObject({
    closedReason: '离职',
    closedAt: expect.any(String),
    roles: [{ state: 'resting' }],
  })
  expect(await caught(close(clerk.id))).toBe('CONFLICT')
  await open(clerk.id)
  expect(await clerk.caller()).toBeNull()
  expect(await clerk.enter()).not.toBeNull()
  expect(await caught(open(clerk.id))).toBe('CONFLICT')
  expect((await office.events(clerk.id)).slice(1)).toMatchObject([
    { what: 'account closed', reason: '离职' },
    { what: 'account opened', reason: '返岗' },
  ])
})

test('a right password of a closed account with a second factor asks for no code', async () => {
  const clerk = await office.someone()
  await asOwner(office.database, (client) =>
    client.query(
      `insert into access.second_factor (account_id, secret, confirmed_at) values ($1, 'x', now())`,
      [clerk.id],
    ),
  )
  expect(await enterOver(clerk.username, 'correct horse')).toContain('secondFactor')
  await close(clerk.id)
  expect(await enterOver(clerk.username, 'correct horse')).toBe(await enterOver('nobody', 'correct horse'))
  await open(clerk.id)
  expect(await enterOver(clerk.username, 'correct horse')).toContain('secondFactor')
})

test('a session that a sign-in under way left behind does not live again when the account is opened', async () => {
  const clerk = await office.someone()
  await close(clerk.id)
  const token = newId()
  await asOwner(office.database, (client) =>
    client.query(
      `insert into access.session (id, account_id, token, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
      [newId(), clerk.id, token],
    ),
  )
  await open(clerk.id)
  const { rows } = await office.database.pool.query('select from access.session where account_id = $1', [
    clerk.id,
  ])
  expect(rows).toEqual([])
})

test('nobody closes their own account, a demo account, or the last administrator of a kind', async () => {
  expect(await caught(close(system.id))).toBe('FORBIDDEN')
  expect(await caught(close(security.id))).toBe('CONFLICT')
  const audit = await office.someone([{ role: 'audit_administrator', place: null }])
  expect(await caught(close(audit.id))).toBe('CONFLICT')
  const endRole = async (id: string) => {
    const [held] = (await listed(id))?.roles ?? []
    return await call(office.served.accountsEndRole, { id: held?.id ?? '' }, await security.asking())
  }
  expect(await caught(endRole(audit.id))).toBe('CONFLICT')
  const second = await office.someone([{ role: 'audit_administrator', place: null }])
  await close(second.id)
  // A closed account administers nothing.
  expect(await caught(endRole(audit.id))).toBe('CONFLICT')
  expect(await caught(close(audit.id))).toBe('CONFLICT')
  await open(second.id)
  await close(audit.id)
  expect(await caught(endRole(second.id))).toBe('CONFLICT')
  const shown = await office.someone()
  await asOwner(office.database, (client) =>
    client.query('update access.account set published = true where id = $1', [shown.id]),
  )
  expect(await caught(close(shown.id))).toBe('FORBIDDEN')
})

test('an account that nobody signed in to for 90 days is shown as unused, from its making where nobody ever did', async () => {
  const [idle, fresh] = [await office.someone(), await office.someone()]
  const seen = (account: string, days: number) =>
    asOwner(office.database, (client) =>
      client.query(
        `update access.account set last_signed_in_at = now() - $2 * interval '1 day' where id = $1`,
        [account, days],
      ),
    )
  await seen(idle.id, 91)
  await seen(fresh.id, 89)
  expect([(await listed(idle.id))?.unused, (await listed(fresh.id))?.unused]).toEqual([true, false])
  await asOwner(office.database, (client) =>
    client.query(
      `update access.account set last_signed_in_at = null, created_at = now() - interval '91 days' where id = $1`,
      [fresh.id],
    ),
  )
  expect((await listed(fresh.id))?.unused).toBe(true)
})

test('a session that was proved anew a moment ago is counted once when the administrator ends all', async () => {
  const clerk = await office.someone()
  await office.accounts.proveAgain(clerk.headers, clerk.id, 'correct horse')
  const ended = await call(office.served.accountsEndSessions, { account: clerk.id }, await system.asking())
  expect(ended).toEqual({ ended: 1 })
  expect((await office.events(clerk.id)).at(-1)).toMatchObject({ what: 'sessions ended', count: 1 })
})

test('one own session is ended, or all of an account by the system administrator', async () => {
  const clerk = await office.someone()
  const elsewhere = (await clerk.enter()) ?? withCookies([])
  const { sessions } = await call(office.served.sessions, undefined, await clerk.asking())
  const other = sessions.find(({ current }) => !current)?.id ?? ''
  const stranger = await office.someone()
  const end = async (by: typeof clerk) =>
    await call(office.served.endSession, { session: other }, await by.asking())
  expect(await caught(end(stranger))).toBe('NOT_FOUND')
  expect(await office.accounts.session(elsewhere)).not.toBeNull()
  expect(await end(clerk)).toEqual({ ended: 1 })
  expect(await office.accounts.session(elsewhere)).toBeNull()
  expect(await clerk.caller()).not.toBeNull()
  expect(await caught(end(clerk))).toBe('NOT_FOUND')
  await clerk.enter()
  const all = await call(office.served.accountsEndSessions, { account: clerk.id }, await system.asking())
  expect(all).toEqual({ ended: 2 })
  expect(await clerk.caller()).toBeNull()
  expect((await office.events(clerk.id)).slice(1)).toMatchObject([
    { what: 'session ended' },
    { what: 'sessions ended', count: 2 },
  ])
})
