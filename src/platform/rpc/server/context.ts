import type { IncomingHttpHeaders } from 'node:http'
import type { Caller } from '../../access/caller.ts'
import type { Database } from '../../db/database.ts'
import type { Scope } from '../../db/scope.ts'
import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { EventLog } from './log.ts'

/** What the host gives to every procedure. */
export type Context = {
  readonly request: { readonly id: string; readonly headers: IncomingHttpHeaders; readonly ip: string }
  readonly caller: Caller | null
  readonly database: Database
  readonly log: EventLog
  /** Adds a whole `Set-Cookie` value to the answer. */
  setCookie(cookie: string): void
  /** Says after how many seconds to ask again (RFC 9110 §10.2.3). */
  retryAfter?(seconds: number): void
  /** Tells a host that counts which procedure the request is for. */
  began?(procedure: string): void
}

/** What a handler gets: `scope` holds only the places where the caller has the procedure's own permission. */
export type GuardedContext = Context & { readonly scope: Scope }

/** The caller of a procedure that is not public. */
export function callerOf(context: Context): Caller {
  if (!context.caller) throw notSignedIn()
  return context.caller
}

export function notSignedIn(): Refusal {
  return new Refusal(
    'UNAUTHENTICATED',
    text(
      '尚未登录或登录已过期，请重新登录。',
      'You are not signed in, or the session has ended. Sign in again.',
    ),
  )
}
