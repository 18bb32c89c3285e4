import type { IncomingHttpHeaders } from 'node:http'
import type { PoolClient } from 'pg'
import type { Database } from '../db/database.ts'
import { newId } from '../db/id.ts'
import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import type { Day } from '../values/day.ts'
import type { Caller } from './caller.ts'
import { readCaller } from './caller-query.ts'
import type { AreaFunctions } from './counting-grants.ts'
import { appendAct } from './account-events.ts'
import { besideRealData } from './beside-real-data.ts'
import { endGrant, grantOne, inTransaction, insertGrant, type NewRole, officeOf } from './grants.ts'
import { refusePassword } from './password-rules.ts'
import { createPasswords, type Passwords } from './passwords.ts'
import type { Role, Roles } from './role.ts'
import { openSecondFactors, type SecondFactors } from './second-factors.ts'
import { codeNeeded, codeWrong } from './second-factor-refusals.ts'
import { cipherOf } from './cipher.ts'
import { endedSessionCookie, sessionCookie, sessionCookieName, sessionToken } from './session-cookie.ts'
import {
  type From,
  ofToken,
  openSessions,
  type ProvedThere,
  type Sessions,
  sessionHours,
} from './sessions.ts'
import { loadSignInLibrary, type SignInLibrary } from './sign-in-library.ts'
import { openSignInLocks, type SignInLocks } from './sign-in-locks.ts'

export type NewAccount = {
  readonly office: number
  readonly username: string
  readonly name: string
  readonly password: string
  readonly roles: readonly NewRole[]
  /** Default true: whoever made the account knows the password. */
  readonly mustChangePassword?: boolean
  /** A demo account, whose password is public. */
  readonly published?: boolean
}
/** What was typed of an own second factor behind a provider's word. */
export type OwnCode = {
  readonly given: string | undefined
  /** Of a step that asked for a code: without a factor nothing is accepted, and what is right uses the step up. Throws where it was used. */
  readonly takeStep: (() => Promise<void>) | null
}
export type SignedIn = { readonly caller: Caller; readonly cookies: readonly string[] }

/** Accounts and their sessions. What stands behind it may change; nothing else knows it. */
export type Accounts = {
  /** @throws Refusal CONFLICT where the user name is taken, INVALID for an unknown role or an empty name */
  createAccount(account: NewAccount): Promise<string>
  /**
   * Null where name and password do not belong together, after the same work as for a right pair, and of an account that is closed.
   * @throws Refusal UNAUTHENTICATED of second-factor-refusals.ts where the account has a second factor and `code` is missing or wrong
   */
  signIn(username: string, password: string, from: From, code?: string): Promise<SignedIn | null>
  /** Ends the session that the headers carry, if any; answers the cookie that makes the browser forget it. */
  signOut(headers: IncomingHttpHeaders): Promise<string>
  session(headers: IncomingHttpHeaders): Promise<Caller | null>
  /**
   * Begins a session on a provider's word, that of its second factor included. Null where the account is closed or linked no longer.
   * @throws Refusal UNAUTHENTICATED of second-factor-refusals.ts where the account has one of its own and `code` is missing or wrong
   */
  signInByProvider(
    accountId: string,
    from: From,
    proved: ProvedThere,
    code: OwnCode,
  ): Promise<SignedIn | null>
  /** The session goes on as proven now, under the cookie answered. Null where the password, or the code of a second factor, is wrong. */
  proveAgain(
    headers: IncomingHttpHeaders,
    accountId: string,
    password: string,
    code?: string,
  ): Promise<string | null>
  /** As {@link Accounts.proveAgain}, on a provider's word; throws as {@link Accounts.signInByProvider}. */
  proveByProvider(
    headers: IncomingHttpHeaders,
    accountId: string,
    proved: ProvedThere & { readonly at: number },
    code: OwnCode,
  ): Promise<string>
  readonly secondFactors: SecondFactors
  /** The locks of sign-in, for its limiter. */
  readonly locks: SignInLocks
  readonly sessions: Sessions
  /**
   * Ends every other session of the account. False where `current` is wrong.
   * @throws Refusal INVALID of password-rules.ts for a password that is easily guessed or was used before
   */
  changePassword(
    headers: IncomingHttpHeaders,
    accountId: string,
    current: string,
    next: string,
  ): Promise<boolean>
  /** An administrator's act: ends every session of the account; the password must be changed at the next sign-in. */
  setPassword(accountId: string, password: string): Promise<void>
  grantRole(accountId: string, role: NewRole): Promise<string>
  /** From `day` on the role no longer counts. */
  endRole(grantId: string, day: Day): Promise<void>
}

export type AccountsOptions = {
  readonly database: Database
  /** Signs the cookies; at least 32 characters, kept from start to start. */
  readonly secret: string
  readonly roles: Roles
  /** The application is reached over TLS: cookies are refused without it. */
  readonly secure: boolean
  readonly passwords?: Passwords
  readonly functions?: AreaFunctions
  /** Milliseconds; the clock by which the codes of a second factor are read. */
  readonly now?: () => number
}

export function openAccounts({
  database,
  secret,
  roles,
  secure,
  passwords = createPasswords(),
  functions = {},
  now = Date.now,
}: AccountsOptions): Accounts {
  const { pool } = database
  const tokenOf = (headers: IncomingHttpHeaders) =>
    sessionToken(headers.cookie, sessionCookieName(secure), secret)
  const factorCipher = cipherOf(secret, 'second factor', 'recovery codes')
  const secondFactors = openSecondFactors(database, factorCipher, 'Xiaoma', now)
  const sessions = openSessions(database, tokenOf)
  const locks = openSignInLocks(pool, cipherOf(secret, 'sign-in', 'sign-in locks'))
  const cookieOf = (token: string, seconds: number) => sessionCookie(token, secret, secure, seconds)
  let library: Promise<SignInLibrary> | undefined
  // A load that failed, because the database was away, is tried again.
  const signInLibrary = () =>
    (library ??= loadSignInLibrary({ pool, secret, passwords, secure }).catch((error: unknown) => {
      library = undefined
      throw error
    }))

  async function session(headers: IncomingHttpHeaders): Promise<Caller | null> {
    const token = tokenOf(headers)
    return token === null ? null : await readCaller(pool, token, roles, functions)
  }

  async function isPassword(accountId: string, password: string): Promise<boolean> {
    const { rows } = await pool.query<{ password: string }>(
      `select password from access.credential where account_id = $1 and provider = 'credential'`,
      [accountId],
    )
    const hashed = rows[0]?.password
    return hashed !== undefined && (await passwords.verify(hashed, password))
  }

  async function isClosed(accountId: string): Promise<boolean> {
    const { rowCount } = await pool.query(
      'select from access.account where id = $1 and closed_at is not null',
      [accountId],
    )
    return rowCount === 1
  }

  /** Until this has passed nobody has been given the session that the library began. */
  async function refuseWithoutCode(accountId: string, { given, takeStep }: OwnCode): Promise<void> {
    if (!takeStep && !(await secondFactors.has(accountId))) return
    if (given === undefined || given.trim() === '') throw codeNeeded()
    if (!(await secondFactors.take(accountId, given))) throw codeWrong()
    await takeStep?.()
  }

  /** Null where the account may sign in no longer: then nothing is left of the session. */
  async function entered(accountId: string, cookies: readonly string[]): Promise<SignedIn | null> {
    const headers = withCookies(cookies)
    const caller = await session(headers)
    if (!caller) {
      await endSession(headers)
      return null
    }
    await sessions.endSurplus(accountId)
    await pool.query('update access.account set last_signed_in_at = now() where id = $1', [accountId])
    return { caller, cookies }
  }

  const endSession = (headers: IncomingHttpHeaders) =>
    pool.query('delete from access.session where token = $1', [tokenOf(headers)])

  return {
    session,
    secondFactors,
    sessions,
    locks,
    async createAccount(account) {
      const { office, name, published = false, mustChangePassword = true } = account
      const username = account.username.trim().toLowerCase()
      if (!username || !name.trim()) throw emptyName()
      for (const { role } of account.roles) requireRole(roles, role)
      const id = newId()
      const hashed = await passwords.hash(account.password)
      await inTransaction(database, async (client) => {
        await refuseMixture(client, office, published)
        const made = await client.query(
          `insert into access.account (id, office_id, username, name, email, must_change_password, published)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict (username) do nothing`,
          [id, office, username, name.trim(), `${id}@account.invalid`, mustChangePassword, published],
        )
        if (made.rowCount === 0) throw usernameTaken(username)
        await client.query(
          `insert into access.credential (id, account_id, provider, provider_account_id, password) values ($1, $2, 'credential', $3, $4)`,
          [newId(), id, id, hashed],
        )
        for (const role of account.roles) await insertGrant(client, id, role)
        await appendAct(client, office, id, { what: 'account made', username, roles: account.roles })
      })
      return id
    },
    async signIn(username, password, from, code) {
      const signedIn = await (await signInLibrary()).signIn(username.trim(), password, from)
      if (!signedIn) return null
      const headers = withCookies(signedIn.cookies)
      // Told before the code is asked for: a closed account answers as a wrong password does.
      if (await isClosed(signedIn.accountId)) {
        await endSession(headers)
        return null
      }
      try {
        await refuseWithoutCode(signedIn.accountId, { given: code, takeStep: null })
      } catch (error) {
        await endSession(headers)
        throw error
      }
      return await entered(signedIn.accountId, signedIn.cookies)
    },
    async signInByProvider(accountId, from, proved, code) {
      if (await isClosed(accountId)) return null
      if (!proved.twoFactors) await refuseWithoutCode(accountId, code)
      const token = await sessions.begin(accountId, from, proved)
      if (token === null) return null
      return await entered(accountId, [cookieOf(token, sessionHours * 3600)])
    },
    async signOut(headers) {
      const token = tokenOf(headers)
      if (token !== null) await pool.query(`delete from access.session where id = ${ofToken('$1')}`, [token])
      return endedSessionCookie(secure)
    },
    async proveAgain(headers, accountId, password, code) {
      if (!(await isPassword(accountId, password))) return null
      if ((await secondFactors.has(accountId)) && !(await secondFactors.take(accountId, code ?? '')))
        return null
      const { token, seconds } = await sessions.renew(headers, accountId, Date.now())
      return cookieOf(token, seconds)
    },
    async proveByProvider(headers, accountId, proved, code) {
      if (!proved.twoFactors) await refuseWithoutCode(accountId, code)
      const how = { by: proved.by.issuer }
      const { token, seconds } = await sessions.renew(headers, accountId, proved.at, how)
      return cookieOf(token, seconds)
    },
    async changePassword(headers, accountId, current, next) {
      if (!(await isPassword(accountId, current))) return false
      const { rows } = await pool.query<{ id: string; username: string; name: string }>(
        'select id, username, name from access.account where id = $1',
        [accountId],
      )
      if (rows[0]) await refusePassword(pool, passwords, rows[0], next)
      await replacePassword(accountId, await passwords.hash(next), false, tokenOf(headers))
      return true
    },
    async setPassword(accountId, password) {
      await replacePassword(accountId, await passwords.hash(password), true, null)
    },
    async grantRole(accountId, role) {
      requireRole(roles, role.role)
      return await inTransaction(database, (client) => grantOne(client, accountId, role))
    },
    async endRole(grantId, day) {
      await inTransaction(database, (client) => endGrant(client, grantId, day))
    },
  }

  async function replacePassword(
    accountId: string,
    hashed: string,
    mustChange: boolean,
    keptToken: string | null,
  ) {
    await inTransaction(database, async (client) => {
      await client.query(
        `insert into access.former_password (id, account_id, password)
         select $2, account_id, password from access.credential where account_id = $1 and provider = 'credential'`,
        [accountId, newId()],
      )
      await client.query(
        `update access.credential set password = $2, updated_at = now() where account_id = $1 and provider = 'credential'`,
        [accountId, hashed],
      )
      await client.query(
        'update access.account set must_change_password = $2, updated_at = now() where id = $1',
        [accountId, mustChange],
      )
      await client.query(
        `delete from access.session where account_id = $1 and id is distinct from ${ofToken('$2')}`,
        [accountId, keptToken],
      )
      const what = mustChange ? 'password reset' : 'password changed'
      await appendAct(client, await officeOf(client, accountId), accountId, { what })
    })
  }
}

/** The headers of a browser that holds these cookies. */
const withCookies = (cookies: readonly string[]) => ({
  cookie: cookies.map((cookie) => cookie.split(';')[0]).join('; '),
})

/** A public password only in a demo office, and no real office beside one. */
async function refuseMixture(client: PoolClient, office: number, published: boolean): Promise<void> {
  const { rows } = await client.query<{ demo: boolean; beside: boolean; real: boolean }>(
    `select exists (select from access.setting where demo and office_id = $1) as demo,
       exists (select from access.setting where demo and office_id <> $1) as beside,
       exists (select from access.account a where not a.published and not exists (
         select from access.setting t where t.demo and t.office_id = a.office_id)) as real`,
    [office],
  )
  const found = rows[0] as (typeof rows)[number]
  if (published ? !found.demo || found.real : found.beside && !found.demo) throw besideRealData()
}

/** @throws Refusal INVALID naming the roles that there are */
export function requireRole(roles: Roles, role: string): Role {
  const found = Object.hasOwn(roles, role) ? roles[role] : undefined
  if (found) return found
  const known = Object.keys(roles).join(', ')
  throw new Refusal(
    'INVALID',
    text(`没有角色“${role}”，可用的角色：${known}。`, `There is no role “${role}”. Roles: ${known}.`),
    { role },
  )
}

const emptyName = () =>
  new Refusal('INVALID', text('登录名和姓名不能为空。', 'The user name and the name may not be empty.'))

const usernameTaken = (username: string) =>
  new Refusal(
    'CONFLICT',
    text(`登录名“${username}”已被使用，请换一个。`, `The user name “${username}” is taken. Choose another.`),
    { username },
  )
