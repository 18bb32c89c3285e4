import type { ImplementerInternalWithMiddlewares } from '@orpc/server'
import { Refusal } from '../../refusal.ts'
import { callerOf, type Context, type GuardedContext } from '../../rpc/server/context.ts'
import type { Accounts, OwnCode } from '../accounts.ts'
import type { Caller } from '../caller.ts'
import type { Me } from '../me-schema.ts'
import { publishedUsernames } from '../demo.ts'
import { appendFailedSignIn, appendSession } from '../sign-in-events.ts'
import type { SignInLimiter } from '../sign-in-limiter.ts'
import { isWrongCode, tried, unlessLocked } from '../tried.ts'
import type { Begun, Purpose } from './begun-cookie.ts'
import type { singleSignOnContract } from './contract.ts'
import type { Subject } from './links.ts'
import { ssoRefusals } from './refusals.ts'
import { NotAccepted, type SingleSignOn } from './single-sign-on.ts'
import { unlink } from './unlink.ts'

type Handlers = ImplementerInternalWithMiddlewares<typeof singleSignOnContract, Context, GuardedContext>
type Back = { readonly answer?: string | undefined; readonly code?: string | undefined }
/** Whom the provider saw, as far as this server knows them; `begun` is the step that the browser came with. */
type Known = {
  readonly begun: Begun
  readonly account: string
  readonly subject: Subject
  readonly provenAt: number | null
}

export type SingleSignOnParts = {
  readonly accounts: Accounts
  readonly limiter: SignInLimiter
  /** Null where the settings name no provider. */
  readonly singleSignOn: SingleSignOn | null
  readonly meOf: (caller: Caller) => Promise<Me>
}

/** The handlers of sign-in, linking and proof by a provider. */
export function singleSignOnHandlers(
  begun: Handlers,
  { accounts, limiter, singleSignOn, meOf }: SingleSignOnParts,
) {
  const offered = (): SingleSignOn => {
    if (!singleSignOn) throw ssoRefusals.notOffered()
    return singleSignOn
  }

  async function begin(context: Context, purpose: Purpose, account: string | null) {
    const { address, cookie } = await offered().begin(purpose, account, context.log)
    context.setCookie(cookie)
    return { address }
  }

  /** What is not accepted counts against the address, and is one event of whoever is signed in, or of nobody known. */
  async function counted<Result>(
    context: Context,
    act: (sso: SingleSignOn) => Promise<Result>,
  ): Promise<Result> {
    const sso = offered()
    const { database, request, log } = context
    const attempt = await unlessLocked(database, limiter, null, request.ip)
    try {
      const result = await act(sso)
      await attempt.succeeded()
      context.setCookie(sso.cookie.forget())
      return result
    } catch (error) {
      if (!(error instanceof NotAccepted)) {
        if (!isWrongCode(error)) await attempt.notTried()
        throw error
      }
      context.setCookie(sso.cookie.forget())
      const details = { by: sso.issuer, why: error.why }
      await appendFailedSignIn(database, context.caller?.username ?? '', details)
      log.warn({ event: 'provider sign-in refused', why: error.why, ip: request.ip })
      throw error.refusal
    }
  }

  /** Whom the provider saw, now or one step ago; of a link nobody is known yet. */
  async function identified(context: Context, sso: SingleSignOn, purpose: Purpose, { answer, code }: Back) {
    const begun = sso.begun(purpose, context.request.headers)
    const refused = (why: string) => new NotAccepted(ssoRefusals.notAccepted(sso.name), why)
    if (purpose !== 'sign-in' && begun.account !== callerOf(context).id) throw refused('other account')
    if (begun.step === 'awaiting code') {
      if (code === undefined) throw refused('no code')
      const { account, provenAt, issuer, subject } = begun
      if (issuer !== sso.issuer || (await sso.links.accountOf({ issuer, subject })) !== account)
        throw refused('link undone')
      return { begun, account, twoFactors: false, provenAt, provenNow: true, subject: { issuer, subject } }
    }
    if (answer === undefined) throw refused('nothing brought back')
    const identity = await sso.identify(begun, answer, context.log)
    const subject = { issuer: sso.issuer, subject: identity.subject }
    return { ...identity, begun, subject, account: await sso.links.accountOf(subject) }
  }

  /** Codes can be guessed as passwords can, so wrong ones count as those do; where one is wanting, the browser is told to come again. */
  async function withCode<Result>(
    context: Context,
    sso: SingleSignOn,
    { begun: step, account, subject, provenAt }: Known,
    code: string | undefined,
    act: (code: OwnCode) => Promise<Result>,
  ): Promise<Result> {
    const { database } = context
    const takeStep = step.step === 'awaiting code' ? () => sso.takeStep(step) : null
    if (code === undefined)
      return await act({ given: code, takeStep }).catch((error: unknown) => {
        if (step.step === 'asked' && isCodeNeeded(error))
          context.setCookie(sso.awaitCode(step, account, subject.subject, provenAt))
        throw error
      })
    const username = await sso.links.usernameOf(account)
    // The address is counted by whoever called this.
    const attempt = await unlessLocked(database, limiter, username, null)
    const result = await tried(attempt, () => act({ given: code, takeStep })).catch(
      async (error: unknown) => {
        if (isWrongCode(error)) await appendFailedSignIn(database, username, { by: sso.issuer })
        throw error
      },
    )
    await attempt.succeeded()
    return result
  }

  return {
    provider: begun.provider.handler(() => ({ name: singleSignOn?.name ?? null })),
    ownLink: begun.ownLink.handler(async ({ context }) => {
      if (!singleSignOn) return { name: null, since: null, thisSession: false }
      const { name, issuer, links } = singleSignOn
      const since = await links.since(callerOf(context).id, issuer)
      return { name, since, thisSession: await accounts.sessions.isBy(context.request.headers, issuer) }
    }),
    beginSingleSignOn: begun.beginSingleSignOn.handler(({ context }) => begin(context, 'sign-in', null)),
    finishSingleSignOn: begun.finishSingleSignOn.handler(async ({ input, context }) => {
      const { ip, headers } = context.request
      return await counted(context, async (sso) => {
        const found = await identified(context, sso, 'sign-in', input)
        const { account, subject, twoFactors, provenAt } = found
        const unknown = (why: string) => new NotAccepted(ssoRefusals.unknownSubject(sso.name), why)
        if (account === null) throw unknown('unknown subject')
        const from = { ip, userAgent: headers['user-agent'] ?? '' }
        const proved = { by: subject, twoFactors, at: provenAt }
        const signedIn = await withCode(context, sso, { ...found, account }, input.code, (code) =>
          accounts.signInByProvider(account, from, proved, code),
        )
        if (!signedIn) throw unknown('account closed')
        await appendSession(context.database, 'sign_in', signedIn.caller, { by: sso.issuer })
        await accounts.signOut(headers)
        for (const cookie of signedIn.cookies) context.setCookie(cookie)
        context.log.info({ event: 'signed in', account: signedIn.caller.id, ip, by: sso.issuer })
        return await meOf(signedIn.caller)
      })
    }),
    beginLink: begun.beginLink.handler(async ({ context }) => {
      await refuseLink(callerOf(context), context)
      return await begin(context, 'link', callerOf(context).id)
    }),
    finishLink: begun.finishLink.handler(async ({ input, context }) => {
      const { id } = callerOf(context)
      await refuseLink(callerOf(context), context)
      return await counted(context, async (sso) => {
        const { subject } = await identified(context, sso, 'link', input)
        await sso.links.link(id, subject, sso.name)
        context.log.info({ event: 'provider linked', by: sso.issuer })
        return { done: true }
      })
    }),
    unlink: begun.unlink.handler(async ({ context }) => {
      offered()
      await unlink(context.database, accounts.sessions, callerOf(context).id, context.request.headers)
      context.log.info({ event: 'provider unlinked' })
      return { done: true }
    }),
    beginProviderProof: begun.beginProviderProof.handler(({ context }) =>
      begin(context, 'proof', callerOf(context).id),
    ),
    finishProviderProof: begun.finishProviderProof.handler(async ({ input, context }) => {
      const { id } = callerOf(context)
      const { headers } = context.request
      return await counted(context, async (sso) => {
        const found = await identified(context, sso, 'proof', input)
        const { account, subject, twoFactors, provenAt, provenNow } = found
        if (account !== id) throw new NotAccepted(ssoRefusals.notLinkedHere(sso.name), 'not the one linked')
        if (!provenNow || provenAt === null)
          throw new NotAccepted(ssoRefusals.notProvedNow(sso.name), 'not proved anew')
        const proved = { by: subject, twoFactors, at: provenAt }
        const cookie = await withCode(context, sso, { ...found, account }, input.code, (code) =>
          accounts.proveByProvider(headers, id, proved, code),
        )
        context.setCookie(cookie)
        context.log.info({ event: 'proved again', by: sso.issuer })
        return { done: true }
      })
    }),
  }
}

const isCodeNeeded = (error: unknown) => error instanceof Refusal && error.data['secondFactor'] === 'needed'

/** Whom everybody signs in as is nobody's to link. */
async function refuseLink({ username }: Caller, { database }: Context): Promise<void> {
  if ((await publishedUsernames(database)).has(username)) throw ssoRefusals.demo()
}
