import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import { Refusal } from '../refusal.ts'
import { callerOf, type Context, type GuardedContext } from '../rpc/server/context.ts'
import { text } from '../text.ts'
import { appendAct } from './account-events.ts'
import type { Accounts } from './accounts.ts'
import type { Caller } from './caller.ts'
import { publishedUsernames } from './demo.ts'
import { inTransaction } from './grants.ts'
import {
  codeNotConfirmed,
  factorAbsent,
  factorHeld,
  factorOfDemo,
  factorRequired,
} from './second-factor-refusals.ts'
import type { sessionContract } from './session-contract.ts'
import { appendFailedSignIn } from './sign-in-events.ts'
import type { SignInLimiter } from './sign-in-limiter.ts'
import { tried, unlessLocked } from './tried.ts'

type Begun = ImplementerInternalWithMiddlewares<typeof sessionContract, Context, GuardedContext>

/** The handlers of what somebody does about their own sessions and second factor. */
export function sessionHandlers(begun: Begun, accounts: Accounts, limiter: SignInLimiter) {
  const { secondFactors, sessions } = accounts
  /** Codes can be guessed as passwords can, so wrong ones count as those do. */
  async function counted<Result>(context: Context, act: () => Promise<Result | null | false>) {
    const { username } = callerOf(context)
    const attempt = await unlessLocked(context.database, limiter, username, context.request.ip)
    const done = await tried(attempt, act)
    if (done) await attempt.succeeded()
    return done
  }
  return {
    proveAgain: begun.proveAgain.handler(async ({ input, context }) => {
      const { id } = callerOf(context)
      const { password, code } = input
      const cookie = await counted(context, () =>
        accounts.proveAgain(context.request.headers, id, password, code),
      )
      if (!cookie) {
        await appendFailedSignIn(context.database, callerOf(context).username)
        throw notProven(callerOf(context).secondFactor)
      }
      context.setCookie(cookie)
      context.log.info({ event: 'proved again' })
      return { done: true }
    }),
    sessions: begun.sessions.handler(async ({ context }) => ({
      sessions: await sessions.list(context.request.headers, callerOf(context).id),
    })),
    endOtherSessions: begun.endOtherSessions.handler(async ({ context }) => {
      await refuseShared(callerOf(context), context)
      const { id, office } = callerOf(context)
      const ended = await inTransaction(context.database, async (client) => {
        const count = await sessions.endOthers(context.request.headers, id, client)
        await appendAct(client, office, id, { what: 'other sessions ended' })
        return count
      })
      context.log.info({ event: 'other sessions ended', ended })
      return { ended }
    }),
    endSession: begun.endSession.handler(async ({ input, context }) => {
      await refuseShared(callerOf(context), context)
      const { id, office } = callerOf(context)
      await inTransaction(context.database, async (client) => {
        if (!(await sessions.endOne(id, input.session, client))) throw noSession(input.session)
        await appendAct(client, office, id, { what: 'session ended' })
      })
      context.log.info({ event: 'session ended' })
      return { ended: 1 }
    }),
    beginSecondFactor: begun.beginSecondFactor.handler(async ({ context }) => {
      const caller = callerOf(context)
      await refuseShared(caller, context)
      const secret = await secondFactors.begin(caller.id, caller.username)
      if (!secret) throw factorHeld()
      return secret
    }),
    confirmSecondFactor: begun.confirmSecondFactor.handler(async ({ input, context }) => {
      const { id } = callerOf(context)
      const codes = await counted(context, () =>
        secondFactors.confirm(id, input.code, (client) =>
          sessions.endOthers(context.request.headers, id, client),
        ),
      )
      if (!codes) throw codeNotConfirmed()
      context.log.info({ event: 'second factor set up' })
      return { recoveryCodes: [...codes] }
    }),
    renewRecoveryCodes: begun.renewRecoveryCodes.handler(async ({ context }) => {
      const caller = callerOf(context)
      if (!caller.secondFactor) throw factorAbsent()
      const codes = await secondFactors.renewCodes(caller.id)
      context.log.info({ event: 'recovery codes renewed' })
      return { recoveryCodes: [...codes] }
    }),
    removeSecondFactor: begun.removeSecondFactor.handler(async ({ context }) => {
      const caller = callerOf(context)
      if (!caller.secondFactor) throw factorAbsent()
      if (caller.secondFactorAsked) throw factorRequired()
      await secondFactors.remove(caller.id, 'second factor removed')
      context.log.info({ event: 'second factor removed' })
      return { done: true }
    }),
  }
}

async function refuseShared({ username }: Caller, { database }: Context): Promise<void> {
  if ((await publishedUsernames(database)).has(username)) throw factorOfDemo()
}

const noSession = (id: string) =>
  new Refusal(
    'NOT_FOUND',
    text(
      '这一处登录已经退出，请刷新页面查看。',
      'This session has ended already. Load the page again to see which remain.',
    ),
    { id },
  )

const notProven = (withCode: boolean) =>
  new Refusal(
    'INVALID',
    withCode
      ? text(
          '密码或验证码不正确，或验证码已经用过。请核对后重试。',
          'The password or the code is not right, or the code was used already. Check them and try again.',
        )
      : text('密码不正确，请重新输入。', 'The password is not right. Enter it again.'),
    { field: 'password' },
  )
