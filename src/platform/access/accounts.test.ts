import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TestDatabase } from '../testing/database.ts'
import { addDays, today } from '../values/day.ts'
import { type Accounts, openAccounts } from './accounts.ts'
import { createDemoAccounts, holdsDemo, markDemo, publishedUsernames } from './demo.ts'
import { ensureFirstAdministrators } from './first-administrators.ts'
import { createPasswords, type Passwords } from './passwords.ts'
import { accessDatabase, here, testRoles, there, withCookies } from './testing.ts'

const secret = 'a secret of at least thirty-two characters'
const from = { ip: '127.0.0.1', userAgent: 'test' }
const password = 'correct horse'

let database: TestDatabase
let accounts: Accounts
let hashes = 0
let number = 0

beforeAll(async () => {
  database = await accessDatabase()
  const real = createPasswords()
  const counting: Passwords = {
    hash: (word) => ((hashes += 1), real.hash(word)),
    verify: (hashed, word) => ((hashes += 1), real.verify(hashed, word)),
  }
  accounts = openAccounts({ database, secret, roles: testRoles, secure: false, passwords: counting })
})
afterAll(() => database.drop())

async function someone(roles: Parameters<Accounts['createAccount']>[0]['roles'] = [], office = 1) {
  number += 1
  const username = `user${number}`
  const id = await accounts.createAccount({ office, username, name: `张三${number}`, password, roles })
  return { id, username }
}

async function signedIn(username: string, word = password) {
  const done = await accounts.signIn(username, word, from)
  if (!done) throw new Error('not signed in')
  return { ...done, headers: withCookies(done.cookies) }
}

test('a right pair begins a session that the cookie alone carries, whatever the case of the name', async () => {
  const { id, username } = await someone([{ role: 'keeper', place: here }])
  const { cookies, headers } = await signedIn(` ${username.toUpperCase()} `)
  expect(cookies).toHaveLength(1)
  expect(cookies[0]).toMatch(/^xiaoma_session=[A-Za-z0-9]{32}\..*HttpOnly/)
  expect(cookies[0]).toMatch(/SameSite=Lax/i)
  expect(await accounts.session(headers)).toMatchObject({
    id,
    username,
    office: 1,
    mustChangePassword: true,
    demo: false,
  })
})

test('over TLS the cookie travels over TLS only, and to this host alone', async () => {
  const secure = openAccounts({ database, secret, roles: testRoles, secure: true })
  const { id, username } = await someone()
  const done = await secure.signIn(username, password, from)
  expect(done?.cookies).toEqual([expect.stringMatching(/^__Host-xiaoma_session=.*; Path=\/; .*; Secure/)])
  expect(done?.cookies[0]).not.toMatch(/; Domain=/i)
  expect(done?.caller.id).toBe(id)
})

test('an unknown name costs as many hashes as a wrong password, and both answer null', async () => {
  const { username } = await someone()
  await accounts.signIn(username, 'load the library', from)
  const spent = async (name: string) => {
    const before = hashes
    expect(await accounts.signIn(name, 'wrong password', from)).toBeNull()
    return hashes - before
  }
  expect(await spent(username)).toBe(1)
  expect(await spent('nobody at all')).toBe(1)
  expect(await spent('张三')).toBe(1)
})

test('passwords are kept as argon2id with 64 MiB', async () => {
  const { id } = await someone()
  const { rows } = await database.pool.query('select password from access.credential where account_id = $1', [
    id,
  ])
  expect(rows[0].password).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
})

test('a role counts on its days only, and one that ends counts no longer from the next request', async () => {
  const day = today()
  const { id, username } = await someone([
    { role: 'keeper', place: here },
    { role: 'viewer', place: there, from: addDays(day, 1) },
    { role: 'viewer', place: there, from: addDays(day, -9), to: day },
  ])
  const { headers } = await signedIn(username)
  expect((await accounts.session(headers))?.scope).toEqual({ office: 1, places: [here] })
  const grant = await accounts.grantRole(id, { role: 'viewer', place: there, from: addDays(day, -3) })
  expect((await accounts.session(headers))?.scopeOf('shelf.see').places).toEqual([here, there])
  await accounts.endRole(grant, day)
  expect((await accounts.session(headers))?.scopeOf('shelf.see').places).toEqual([here])
})

test.each([0, 5])('a role that begins in %i days can be taken back at once', async (days) => {
  const { id, username } = await someone()
  const { headers } = await signedIn(username)
  const grant = await accounts.grantRole(id, { role: 'keeper', place: here, from: addDays(today(), days) })
  await accounts.endRole(grant, today())
  expect((await accounts.session(headers))?.permissions.size).toBe(0)
  const { rows } = await database.pool.query(
    'select valid_from = valid_to as empty from access.grant where id = $1',
    [grant],
  )
  expect(rows).toEqual([{ empty: true }])
})

test.each([
  ['seen_at', "now() - interval '15 minutes 1 second'", false],
  ['seen_at', "now() - interval '13 minutes'", true],
  ['expires_at', "now() - interval '1 second'", false],
])('a session whose %s is %s lives: %s', async (column, moment, lives) => {
  const { id, username } = await someone()
  const { headers } = await signedIn(username)
  await database.pool.query(`update access.session set ${column} = ${moment} where account_id = $1`, [id])
  expect((await accounts.session(headers)) !== null).toBe(lives)
})

test('use puts off the idle end, and never the end of twelve hours', async () => {
  const { id, username } = await someone()
  const { headers } = await signedIn(username)
  await database.pool.query(
    `update access.session set seen_at = now() - interval '10 minutes' where account_id = $1`,
    [id],
  )
  const times = async () =>
    (
      await database.pool.query(
        `select expires_at, seen_at > now() - interval '1 minute' as seen,
      expires_at <= created_at + interval '12 hours 1 second' as bounded from access.session where account_id = $1`,
        [id],
      )
    ).rows[0]
  const before = await times()
  await accounts.session(headers)
  expect(await times()).toEqual({ expires_at: before.expires_at, seen: true, bounded: true })
})

test('signing out ends the session itself, not only the cookie', async () => {
  const { username } = await someone()
  const { headers } = await signedIn(username)
  expect(await accounts.signOut(headers)).toMatch(/^xiaoma_session=; Max-Age=0/)
  expect(await accounts.session(headers)).toBeNull()
})

test('a changed password ends every other session and the duty to change it; a wrong one changes nothing', async () => {
  const { id, username } = await someone()
  const [here, elsewhere] = [await signedIn(username), await signedIn(username)]
  expect(await accounts.changePassword(here.headers, id, 'wrong password', 'another horse')).toBe(false)
  expect(await accounts.session(elsewhere.headers)).not.toBeNull()
  expect(await accounts.changePassword(here.headers, id, password, 'another horse')).toBe(true)
  expect((await accounts.session(here.headers))?.mustChangePassword).toBe(false)
  expect(await accounts.session(elsewhere.headers)).toBeNull()
  expect(await accounts.signIn(username, password, from)).toBeNull()
  await accounts.setPassword(id, 'a third horse')
  expect(await accounts.session(here.headers)).toBeNull()
  expect((await signedIn(username, 'a third horse')).caller.mustChangePassword).toBe(true)
})

test('a user name is given once, and a role must exist', async () => {
  const { username } = await someone()
  const again = { office: 2, username: username.toUpperCase(), name: '李四', password, roles: [] }
  await expect(accounts.createAccount(again)).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(
    accounts.createAccount({ ...again, roles: [{ role: 'king', place: null }] }),
  ).rejects.toMatchObject({ code: 'INVALID' })
})

test('the first administrators are made once, with passwords to be changed; whoever is wanting is made again', async () => {
  const empty = await accessDatabase()
  try {
    const fresh = openAccounts({ database: empty, secret, roles: testRoles, secure: false })
    const first = await ensureFirstAdministrators(empty, fresh, 1)
    expect(first.map(({ username }) => username)).toEqual(['admin', 'security'])
    for (const { username, password: once } of first) {
      expect(once).toMatch(/^[a-hj-km-np-z2-9]{16}$/)
      const done = await fresh.signIn(username, once, from)
      expect(done?.caller).toMatchObject({ mustChangePassword: true, scope: { places: 'all' } })
    }
    expect(await ensureFirstAdministrators(empty, fresh, 1)).toEqual([])
    await empty.pool.query(
      `update access.grant set valid_to = valid_from where role = 'security_administrator'`,
    )
    expect(await ensureFirstAdministrators(empty, fresh, 1)).toMatchObject([
      { role: 'security_administrator', username: 'security-admin' },
    ])
  } finally {
    await empty.drop()
  }
})

test('demo accounts exist in a flagged office alone, and never beside real ones', async () => {
  const demo = await accessDatabase()
  const roster = [{ username: 'clerk', password: 'demo-clerk-1', name: '演示', role: 'keeper', place: here }]
  try {
    const shown = openAccounts({ database: demo, secret, roles: testRoles, secure: false })
    await expect(createDemoAccounts(demo, shown, 1, roster)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    expect(await holdsDemo(demo)).toBe(false)
    await markDemo(demo, 1)
    expect(await holdsDemo(demo)).toBe(true)
    await createDemoAccounts(demo, shown, 1, roster)
    await createDemoAccounts(demo, shown, 1, roster)
    expect([...(await publishedUsernames(demo))]).toEqual(['clerk'])
    const done = await shown.signIn('clerk', 'demo-clerk-1', from)
    expect(done?.caller).toMatchObject({ demo: true, mustChangePassword: false })
    await demo.pool.query(`update access.session set seen_at = now() - interval '11 hours'`)
    expect(await shown.session(withCookies(done?.cookies ?? []))).not.toBeNull()
    const real = { office: 2, username: 'real', name: '王五', password, roles: [] }
    await expect(shown.createAccount(real)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(markDemo(database, 1)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  } finally {
    await demo.drop()
  }
})
