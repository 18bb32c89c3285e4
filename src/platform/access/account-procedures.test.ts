import { call } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ProcedureMeta } from '../rpc/procedure.ts'
import type { Context } from '../rpc/server/context.ts'
import type { TestDatabase } from '../testing/database.ts'
import { text } from '../text.ts'
import { addDays, type Day, today } from '../values/day.ts'
import { accountContract } from './account-contract.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import type { Caller } from './caller.ts'
import type { NewRole } from './grants.ts'
import { accessProcedures } from './procedures.ts'
import { accessDatabase, here, testRoles, there, withCookies } from './testing.ts'

const from = { ip: '127.0.0.1', userAgent: 'test' }
const password = 'correct horse'
const nobody = '00000000-0000-7000-8000-0000000000ff'
const day = today()

let database: TestDatabase
let accounts: Accounts
let served: ReturnType<typeof accessProcedures>
let number = 0
let administrator: Awaited<ReturnType<typeof someone>>
let keeperOfAccounts: Awaited<ReturnType<typeof someone>>
let clerk: Awaited<ReturnType<typeof someone>>

beforeAll(async () => {
  database = await accessDatabase()
  const secret = 'a secret of at least thirty-two characters'
  accounts = openAccounts({ database, secret, roles: testRoles, secure: false })
  served = accessProcedures({
    database,
    accounts,
    roles: testRoles,
    demoRoster: [],
    namePlaces: async (_, { places }) =>
      (places === 'all' ? [] : places).map((id) => ({ id, name: id === here ? '甲处' : '乙处' })),
    accountPlaces: async (_, office) => (office === 1 ? [{ id: here, code: '001', name: '甲处' }] : []),
    permissionWords: { 'shelf.see': text('看', 'See') },
  })
  administrator = await chief()
  keeperOfAccounts = await someone([{ role: 'system_administrator', place: null }])
  clerk = await someone([
    { role: 'keeper', place: null },
    { role: 'viewer', place: here },
  ])
})
afterAll(() => database.drop())

/** An account that is signed in; `caller` is read anew, as each request does. */
async function someone(roles: readonly NewRole[] = [], office = 1) {
  number += 1
  const username = `user${number}`
  const id = await accounts.createAccount({
    office,
    username,
    name: `张三${number}`,
    password,
    roles,
    mustChangePassword: false,
  })
  const signedIn = await accounts.signIn(username, password, from)
  const headers = withCookies(signedIn?.cookies ?? [])
  return { id, username, headers, caller: () => accounts.session(headers) }
}
const chief = (office = 1) => someone([{ role: 'security_administrator', place: null }], office)

function as(caller: Caller | null): { context: Context } {
  const request = { id: 'r', headers: {}, ip: '127.0.0.1' }
  return {
    context: { request, caller, database, log: pino({ level: 'silent' }), setCookie: () => undefined },
  }
}
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { code: string }) => error.code,
  )
const rolesOf = async (by: Caller | null, id: string) =>
  (await call(served.accountsList, undefined, as(by))).accounts.find((account) => account.id === id)?.roles

/** Each procedure with an input that it takes; what is named is not there, so nothing is changed. */
const attempts: Record<keyof typeof accountContract, (by: Caller | null) => Promise<unknown>> = {
  accountsList: (by) => call(served.accountsList, undefined, as(by)),
  accountsAdd: (by) => call(served.accountsAdd, { username: '新', name: '新' }, as(by)),
  accountsGrantRole: (by) =>
    call(served.accountsGrantRole, { account: nobody, role: 'viewer', place: null }, as(by)),
  accountsEndRole: (by) => call(served.accountsEndRole, { id: nobody }, as(by)),
  accountsResetPassword: (by) => call(served.accountsResetPassword, { account: nobody }, as(by)),
  accountsResetSecondFactor: (by) => call(served.accountsResetSecondFactor, { account: nobody }, as(by)),
  accountsUnlink: (by) => call(served.accountsUnlink, { account: nobody }, as(by)),
  accountsUnlock: (by) => call(served.accountsUnlock, { account: nobody }, as(by)),
  policy: (by) => call(served.policy, undefined, as(by)),
  setPolicy: (by) =>
    call(served.setPolicy, { secondFactor: { of: 'roles', roles: ['king'] }, sessionsPerAccount: 5 }, as(by)),
  rolesCatalogue: (by) => call(served.rolesCatalogue, undefined, as(by)),
  accountPlaces: (by) => call(served.accountPlaces, undefined, as(by)),
  accountsClose: (by) => call(served.accountsClose, { account: nobody, reason: '离职' }, as(by)),
  accountsOpen: (by) => call(served.accountsOpen, { account: nobody, reason: '返岗' }, as(by)),
  accountsEndSessions: (by) => call(served.accountsEndSessions, { account: nobody }, as(by)),
  accountHoldings: (by) => call(served.accountHoldings, { find: '张' }, as(by)),
  grantsHere: (by) => call(served.grantsHere, undefined, as(by)),
}

test.each(Object.keys(attempts) as (keyof typeof attempts)[])(
  '%s is for the administrator whose work it is, and reads no rows of an area',
  async (name) => {
    const { access } = accountContract[name]['~orpc'].meta as ProcedureMeta
    expect(access?.scope).toBe(access?.permission === 'access.see_here' ? 'place' : 'none')
    expect(await caught(attempts[name](null))).toBe('UNAUTHENTICATED')
    const callers = { clerk, administrator, keeperOfAccounts }
    const passes: Record<string, (keyof typeof callers)[]> = {
      'access.see': ['administrator', 'keeperOfAccounts'],
      'access.manage': ['administrator'],
      'access.accounts': ['keeperOfAccounts'],
    }
    for (const [who, { caller }] of Object.entries(callers)) {
      const answer = await caught(attempts[name](await caller()))
      const passed = passes[access?.permission ?? '']?.includes(who as keyof typeof callers) ?? false
      expect([who, passed ? ['done', 'NOT_FOUND', 'INVALID'].includes(answer) : answer]).toEqual([
        who,
        passed || 'FORBIDDEN',
      ])
    }
  },
)

test('an added account signs in with its one-time password, must change it, and has its role at its place', async () => {
  const by = await administrator.caller()
  const adding = await keeperOfAccounts.caller()
  const asked = { username: ' Wang.Fang ', name: '王芳' }
  const added = await call(served.accountsAdd, asked, as(adding))
  expect((await accounts.signIn('wang.fang', added.password, from))?.caller.permissions.size).toBe(0)
  await call(served.accountsGrantRole, { account: added.id, role: 'keeper', place: '001' }, as(by))
  expect(added).toMatchObject({ username: 'wang.fang', password: expect.stringMatching(/^[a-z2-9]{16}$/) })
  const signedIn = await accounts.signIn('wang.fang', added.password, from)
  expect(signedIn?.caller).toMatchObject({ id: added.id, mustChangePassword: true })
  expect(signedIn?.caller.scopeOf('shelf.write').places).toEqual([here])
  const { accounts: listed } = await call(served.accountsList, undefined, as(by))
  const found = listed.find(({ id }) => id === added.id)
  expect(found).toMatchObject({ name: '王芳', published: false, mustChangePassword: true })
  expect(found?.lastSignIn).toMatch(/^\d{4}-.*Z$/)
  expect(found?.roles).toMatchObject([
    {
      role: 'keeper',
      words: testRoles.keeper.words,
      place: { id: here, name: '甲处' },
      from: day,
      to: null,
      state: 'in_force',
    },
  ])
  expect(JSON.stringify(listed)).not.toContain(added.password)
  expect(await caught(call(served.accountsAdd, { ...asked, name: '别人' }, as(adding)))).toBe('CONFLICT')
})

test.each([
  [{ role: 'king' }, 'INVALID'],
  [{ role: 'system_administrator', place: here }, 'INVALID'],
  [{ place: there }, 'NOT_FOUND'],
  [{ place: '00' }, 'NOT_FOUND'],
  [{ from: addDays(day, -1) }, 'INVALID'],
  [{ to: day }, 'INVALID'],
])('a role with %o is not granted: %s', async (wrong, code) => {
  const by = await administrator.caller()
  const { id } = await someone()
  const asked = { account: id, role: 'viewer', place: here, ...wrong }
  expect(await caught(call(served.accountsGrantRole, asked, as(by)))).toBe(code)
  expect(await rolesOf(by, id)).toEqual([])
})

test.each(['王芳', 'a'])('an account is not added under the user name %s', async (username) => {
  const by = await keeperOfAccounts.caller()
  expect(await caught(call(served.accountsAdd, { username, name: '新' }, as(by)))).toBe('INVALID')
  const { rows } = await database.pool.query('select from access.account where username = $1', [username])
  expect(rows).toEqual([])
})

test('an administrator grants to others what they may not grant to themselves', async () => {
  const other = await someone()
  const by = await administrator.caller()
  for (const role of ['keeper', 'viewer']) {
    const asked = { role, place: null }
    expect(
      await caught(call(served.accountsGrantRole, { account: administrator.id, ...asked }, as(by))),
    ).toBe('FORBIDDEN')
    await call(served.accountsGrantRole, { account: other.id, ...asked }, as(by))
  }
  expect([...((await administrator.caller())?.permissions ?? [])]).toEqual(['access.see', 'access.manage'])
  expect((await other.caller())?.scopeOf('shelf.write').places).toBe('all')
})

test('a role may be granted with its last day already set', async () => {
  const by = await administrator.caller()
  const { id, caller } = await someone()
  const asked = { account: id, role: 'viewer', place: here, to: addDays(day, 3) }
  await call(served.accountsGrantRole, asked, as(by))
  expect((await caller())?.scopeOf('shelf.see').places).toEqual([here])
  expect(await rolesOf(by, id)).toMatchObject([{ to: addDays(day, 3), state: 'in_force' }])
})

test('a role is granted once over one place, and again after it has ended', async () => {
  const by = await administrator.caller()
  const { id } = await someone()
  const grant = (place: string | null, start = day) =>
    call(served.accountsGrantRole, { account: id, role: 'viewer', place, from: start }, as(by))
  const first = await grant(here)
  expect(await caught(grant('001'))).toBe('CONFLICT')
  expect(await caught(grant(here, addDays(day, 9)))).toBe('CONFLICT')
  await grant(null)
  await call(served.accountsEndRole, { id: first.id, on: addDays(day, 9) }, as(by))
  expect(await caught(grant(here, addDays(day, 8)))).toBe('CONFLICT')
  await grant(here, addDays(day, 9))
  expect((await rolesOf(by, id))?.map(({ state }) => state).sort()).toEqual([
    'coming',
    'in_force',
    'in_force',
  ])
})

test('a role that ends today counts no longer from the next request; one that ends later counts until then', async () => {
  const by = await administrator.caller()
  const clerk = await someone([{ role: 'keeper', place: here }])
  const [held] = (await rolesOf(by, clerk.id)) ?? []
  const end = (on?: Day) =>
    call(served.accountsEndRole, { id: held?.id ?? '', ...(on ? { on } : {}) }, as(by))
  expect(await caught(end(addDays(day, -1)))).toBe('INVALID')
  await end(addDays(day, 5))
  expect((await clerk.caller())?.permissions.has('shelf.write')).toBe(true)
  await end()
  expect((await clerk.caller())?.permissions.size).toBe(0)
  expect(await rolesOf(by, clerk.id)).toMatchObject([{ to: day, state: 'ended' }])
  expect(await caught(end(addDays(day, 30)))).toBe('CONFLICT')
  expect((await clerk.caller())?.permissions.size).toBe(0)
})

test('the last administrator of an office cannot go; two cannot end each other at once', async () => {
  const [first, second] = [await chief(2), await chief(2)]
  const grants: string[] = []
  for (const { id, caller } of [first, second])
    grants.push((await rolesOf(await caller(), id))?.[0]?.id ?? '')
  const [a, b] = [await first.caller(), await second.caller()]
  // Holding the rows lets both acts get as far as they can before either may finish.
  const holder = await database.pool.connect()
  await holder.query('begin')
  await holder.query('select from access.grant where id = any($1::uuid[]) for update', [grants])
  const acts = Promise.all([
    caught(call(served.accountsEndRole, { id: grants[1] as string }, as(a))),
    caught(call(served.accountsEndRole, { id: grants[0] as string }, as(b))),
  ])
  const waiting = async () =>
    (
      await database.pool.query(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
    ).rowCount
  await expect.poll(waiting).toBe(2)
  await holder.query('commit')
  holder.release()
  const both = await acts
  expect(both.sort()).toEqual(['CONFLICT', 'done'])
  const left = (await first.caller())?.permissions.size ? first : second
  const [own] = (await rolesOf(await left.caller(), left.id)) ?? []
  const endOwn = async () =>
    caught(call(served.accountsEndRole, { id: own?.id ?? '' }, as(await left.caller())))
  expect(await endOwn()).toBe('CONFLICT')
  // A successor who begins later or who will end leaves a gap.
  const coming = await someone([{ role: 'security_administrator', place: null, from: addDays(day, 1) }], 2)
  await someone([{ role: 'security_administrator', place: null, to: addDays(day, 9) }], 2)
  expect(await endOwn()).toBe('CONFLICT')
  const tomorrow = { id: own?.id ?? '', on: addDays(day, 1) }
  await call(served.accountsEndRole, tomorrow, as(await left.caller()))
  expect((await coming.caller())?.permissions.size).toBe(0)
})

test('a reset password ends the sessions of the account; nobody resets their own or a public one', async () => {
  const by = await keeperOfAccounts.caller()
  const clerk = await someone([{ role: 'viewer', place: here }])
  const reset = (account: string) => call(served.accountsResetPassword, { account }, as(by))
  const { username, password: once } = await reset(clerk.id)
  expect(username).toBe(clerk.username)
  expect(await clerk.caller()).toBeNull()
  expect(await accounts.signIn(username, password, from)).toBeNull()
  expect((await accounts.signIn(username, once, from))?.caller.mustChangePassword).toBe(true)
  expect(await caught(reset(keeperOfAccounts.id))).toBe('FORBIDDEN')
  const shown = await someone()
  await database.pool.query('update access.account set published = true where id = $1', [shown.id])
  expect(await caught(reset(shown.id))).toBe('FORBIDDEN')
  expect(await shown.caller()).not.toBeNull()
})

test('the accounts of another office are not there', async () => {
  const by = await administrator.caller()
  const abroad = await someone([{ role: 'viewer', place: null }], 2)
  expect(await rolesOf(by, abroad.id)).toBeUndefined()
  const [held] = (await rolesOf(await (await chief(2)).caller(), abroad.id)) ?? []
  const asked = { account: abroad.id, role: 'keeper', place: null }
  expect(await caught(call(served.accountsGrantRole, asked, as(by)))).toBe('NOT_FOUND')
  expect(await caught(call(served.accountsEndRole, { id: held?.id ?? '' }, as(by)))).toBe('NOT_FOUND')
  for (const name of ['accountsResetSecondFactor', 'accountsUnlock'] as const)
    expect(await caught(call(served[name], { account: abroad.id }, as(by)))).toBe('NOT_FOUND')
  const adding = await keeperOfAccounts.caller()
  expect(await caught(call(served.accountsResetPassword, { account: abroad.id }, as(adding)))).toBe(
    'NOT_FOUND',
  )
  expect([...((await abroad.caller())?.permissions ?? [])]).toEqual(['shelf.see'])
})

test('the catalogue names every role and what it permits; the places are those of the office', async () => {
  const by = await administrator.caller()
  const { roles } = await call(served.rolesCatalogue, undefined, as(by))
  expect(roles.map(({ id }) => id)).toEqual(Object.keys(testRoles))
  expect(roles[1]?.permissions).toEqual([{ id: 'shelf.see', words: text('看', 'See') }])
  expect(await call(served.accountPlaces, undefined, as(by))).toEqual({
    places: [{ id: here, code: '001', name: '甲处' }],
  })
})
