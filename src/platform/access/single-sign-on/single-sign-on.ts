import type { IncomingHttpHeaders } from 'node:http'
import type { Database } from '../../db/database.ts'
import { newId } from '../../db/id.ts'
import type { Refusal } from '../../refusal.ts'
import type { EventLog } from '../../rpc/server/log.ts'
import type { Text } from '../../text.ts'
import { cipherOf } from '../cipher.ts'
import {
  type Asked,
  type AwaitingCode,
  type Begun,
  type BegunCookie,
  openBegunCookie,
  type Purpose,
} from './begun-cookie.ts'
import { type Links, openLinks } from './links.ts'
import { type Identity, NotIdentified, openProvider } from './provider.ts'
import { ssoRefusals } from './refusals.ts'
import type { SingleSignOnSettings } from './settings.ts'

/** Thrown with the words for the person; `why` is for the chain of events alone. */
export class NotAccepted extends Error {
  readonly refusal: Refusal
  readonly why: string
  constructor(refusal: Refusal, why: string) {
    super(why)
    this.refusal = refusal
    this.why = why
  }
}

/** Sign-in, linking and proof by a provider: what is begun in a browser ends in that browser, once, within ten minutes. */
export type SingleSignOn = {
  readonly name: Text
  readonly issuer: string
  readonly links: Links
  readonly cookie: BegunCookie
  /** @throws Refusal UNAVAILABLE where the provider does not answer */
  begin(purpose: Purpose, account: string | null, log: EventLog): Promise<{ address: string; cookie: string }>
  /** What the browser brought is for this purpose, or a step of it. @throws NotAccepted */
  begun(purpose: Purpose, headers: IncomingHttpHeaders): Begun
  /** Whom the provider saw; the state is used up. @throws NotAccepted; Refusal UNAVAILABLE */
  identify(asked: Asked, answer: string, log: EventLog): Promise<Identity>
  /** The cookie for the code of the account's own second factor, which is asked for next, within what is left of the time. */
  awaitCode(asked: Asked, account: string, subject: string, provenAt: number | null): string
  /** The step is used up, by whoever comes first. @throws NotAccepted */
  takeStep(step: AwaitingCode): Promise<void>
}

export type SingleSignOnOptions = {
  readonly database: Database
  /** The installation's secret. */
  readonly secret: string
  readonly secure: boolean
  readonly settings: SingleSignOnSettings
  readonly now?: () => number
}

export function openSingleSignOn({
  database,
  secret,
  secure,
  settings,
  now = Date.now,
}: SingleSignOnOptions): SingleSignOn {
  const { name } = settings
  const cipher = cipherOf(secret, 'single sign-on', 'used states')
  const cookie = openBegunCookie(cipher, secure, now)
  const provider = openProvider(settings, now)

  /** What the provider did not say is told to the log by its code; down, it is nobody's fault who asks. */
  const told = (log: EventLog) => (error: unknown) => {
    if (!(error instanceof NotIdentified)) throw error
    log.warn({ event: 'provider', down: error.down, why: error.message })
    throw error.down ? ssoRefusals.down(name) : new NotAccepted(ssoRefusals.notAccepted(name), error.message)
  }

  /** False where the state came back before: of two at once one wins. */
  async function takeOnce(state: string): Promise<boolean> {
    const { pool } = database
    await pool.query('delete from access.used_state where expires_at < now()')
    const used = await pool.query(
      `insert into access.used_state (hash, expires_at) values ($1, now() + interval '1 hour') on conflict do nothing`,
      [cipher.digest(state, 'state')],
    )
    return used.rowCount === 1
  }

  return {
    name,
    issuer: settings.issuer.href,
    links: openLinks(database),
    cookie,
    async begin(purpose, account, log) {
      const { address, asked } = await provider.ask(purpose, account).catch(told(log))
      return { address, cookie: cookie.keep(asked) }
    },
    begun(purpose, headers) {
      const begun = cookie.read(headers)
      if (begun?.purpose !== purpose)
        throw new NotAccepted(ssoRefusals.notAccepted(name), begun ? 'other purpose' : 'nothing begun')
      return begun
    },
    async identify(asked, answer, log) {
      if (!(await takeOnce(asked.state)))
        throw new NotAccepted(ssoRefusals.notAccepted(name), 'state used before')
      return await provider.identify(asked, answer).catch(told(log))
    },
    awaitCode: ({ purpose, at }, account, subject, provenAt) => {
      const { href: issuer } = settings.issuer
      return cookie.keep({
        step: 'awaiting code',
        id: newId(),
        purpose,
        at,
        account,
        issuer,
        subject,
        provenAt,
      })
    },
    async takeStep({ id }) {
      if (!(await takeOnce(id))) throw new NotAccepted(ssoRefusals.notAccepted(name), 'step used before')
    },
  }
}
