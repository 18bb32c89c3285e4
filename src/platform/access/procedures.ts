import type { Database } from '../db/database.ts'
import { Refusal } from '../refusal.ts'
import { callerOf, type Context } from '../rpc/server/context.ts'
import { implementer } from '../rpc/server/implementer.ts'
import { type Text, text } from '../text.ts'
import { type ManagementOptions, manageAccounts } from './account-management.ts'
import { accountHandlers } from './account-procedures.ts'
import type { Caller } from './caller.ts'
import { accessContract } from './contract.ts'
import { type DemoAccount, publishedUsernames } from './demo.ts'
import { openHandingOn } from './hand-on.ts'
import type { Me } from './me-schema.ts'
import { ownRolesHandlers } from './own-roles-procedures.ts'
import { appendFailedSignIn, appendSession } from './sign-in-events.ts'
import { sessionHandlers } from './session-procedures.ts'
import { SignInLimiter } from './sign-in-limiter.ts'
import { singleSignOnHandlers } from './single-sign-on/procedures.ts'
import type { SingleSignOn } from './single-sign-on/single-sign-on.ts'
import { isWrongCode, tried, unlessLocked } from './tried.ts'

export type AccessOptions = ManagementOptions & {
  readonly demoRoster: readonly DemoAccount[]
  /** What each permission of a role lets do. */
  readonly permissionWords: Readonly<Record<string, Text>>
  readonly limiter?: SignInLimiter
  /** Sign-in by a provider, where the settings name one. */
  readonly singleSignOn?: SingleSignOn | null
}

/** The procedures of sign-in and of account management. */
export function accessProcedures({
  demoRoster,
  permissionWords,
  limiter: given,
  singleSignOn = null,
  ...parts
}: AccessOptions) {
  const { database, accounts, roles, namePlaces } = parts
  const limiter = given ?? new SignInLimiter(accounts.locks)
  const begun = implementer(accessContract)
  const management = manageAccounts(parts)
  const handingOn = openHandingOn({ ...parts, places: (office) => management.places(office) })

  async function meOf(caller: Caller, database: Database): Promise<Me> {
    const { id, name, username, office, scope, permissions, demo } = caller
    const { mustChangePassword, secondFactorAsked, secondFactorRequired, secondFactor } = caller
    const whole = scope.places === 'all'
    const [officeName, places] = await Promise.all([
      nameOfOffice(database, office),
      whole ? [] : namePlaces(database, scope),
    ])
    return {
      id,
      name,
      username,
      office: { id: office, name: officeName },
      scope: { whole, places: places.map((place) => ({ id: place.id, name: place.name })) },
      permissions: [...permissions].sort(),
      mustChangePassword,
      secondFactorAsked,
      secondFactorRequired,
      secondFactor,
      demo,
    }
  }

  return begun.router({
    ...accountHandlers(begun, management, roles, permissionWords, limiter, parts),
    ...ownRolesHandlers(begun, parts, handingOn),
    ...sessionHandlers(begun, accounts, limiter),
    ...singleSignOnHandlers(begun, {
      accounts,
      limiter,
      singleSignOn,
      meOf: (caller) => meOf(caller, database),
    }),
    signIn: begun.signIn.handler(async ({ input, context }) => {
      const { ip, headers } = context.request
      const attempt = await unlessLocked(database, limiter, input.username, ip)
      const from = { ip, userAgent: headers['user-agent'] ?? '' }
      const { username, password, code } = input
      const signedIn = await tried(attempt, () => accounts.signIn(username, password, from, code)).catch(
        async (error: unknown) => {
          if (isWrongCode(error)) await appendFailedSignIn(database, username)
          throw error
        },
      )
      if (!signedIn) {
        await appendFailedSignIn(database, input.username)
        context.log.warn({ event: 'sign-in refused', ip })
        throw wrongPair()
      }
      await attempt.succeeded()
      await appendSession(database, 'sign_in', signedIn.caller)
      // A session that this browser held before must not live on unseen.
      await accounts.signOut(headers)
      for (const cookie of signedIn.cookies) context.setCookie(cookie)
      context.log.info({ event: 'signed in', account: signedIn.caller.id, ip })
      return await meOf(signedIn.caller, context.database)
    }),
    signOut: begun.signOut.handler(async ({ context }) => {
      await appendSession(database, 'sign_out', callerOf(context))
      context.setCookie(await accounts.signOut(context.request.headers))
      context.log.info({ event: 'signed out', account: callerOf(context).id })
      return { done: true }
    }),
    me: begun.me.handler(({ context }) => meOf(callerOf(context), context.database)),
    changePassword: begun.changePassword.handler(async ({ input, context }) => {
      const caller = callerOf(context)
      await refuseChange(caller, context)
      const attempt = await unlessLocked(database, limiter, caller.username, context.request.ip)
      const { current, next } = input
      const changed = await tried(attempt, () =>
        accounts.changePassword(context.request.headers, caller.id, current, next),
      )
      if (!changed) throw wrongCurrent()
      await attempt.succeeded()
      context.log.info({ event: 'password changed', account: caller.id })
      return { done: true }
    }),
    demoAccounts: begun.demoAccounts.handler(async ({ context }) => {
      const published = await publishedUsernames(context.database)
      const listed = demoRoster.filter(({ username }) => published.has(username))
      return {
        accounts: listed.map(({ username, password, name, role }) => ({
          username,
          password,
          name,
          role: roles[role]?.words ?? text(role, role),
        })),
      }
    }),
  })
}

async function nameOfOffice(database: Database, office: number) {
  const { rows } = await database.query(
    { office, places: [] },
    {
      name: 'office_name',
      text: 'select name_zh, name_en from platform.office where office_id = $1::int',
      values: [String(office)],
    },
  )
  return text(rows[0]?.[0] ?? '', rows[0]?.[1] ?? '')
}

async function refuseChange(caller: Caller, { database }: Context) {
  if ((await publishedUsernames(database)).has(caller.username)) {
    throw new Refusal(
      'FORBIDDEN',
      text(
        '演示账户的密码是公开的，不能修改。',
        'The password of a demo account is public and cannot be changed.',
      ),
    )
  }
}

/** One answer for an unknown name and a wrong password. */
const wrongPair = () =>
  new Refusal('UNAUTHENTICATED', text('登录名或密码不正确。', 'The user name or the password is not right.'))

const wrongCurrent = () =>
  new Refusal('INVALID', text('原密码不正确。', 'The current password is not right.'))
