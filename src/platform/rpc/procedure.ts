import { oc } from '@orpc/contract'
import * as z from 'zod'
import type { AuditKind } from '../audit/event.ts'

/** What a procedure declares before it may be served: who may call it, within which scope, and what it lets out. */
export type Access = {
  /** A permission of a role; `signed-in` and `public` need none. */
  readonly permission: string
  /** `place`: only rows in the caller's places. `office`: a register of the whole office. `none`: no rows of an office. */
  readonly scope: 'place' | 'office' | 'none'
  /** The names of the top-level fields that an answer may have. */
  readonly fields: readonly string[]
  /**
   * The event that each success leaves in the chain of the office. Of `export` and `reveal` the guard appends it before the answer
   * goes out, and of `view` the procedure itself, of a record that identifies somebody and once a day; a change, an act and what sign-in does append their own in the transaction that does it. A refusal for want of permission
   * is an event whatever stands here.
   */
  readonly audit: AuditKind | 'none'
  /** Minutes within which the person must have proved to be themselves; older asks for the password anew. Absent: the session is enough. */
  readonly fresh?: number
  /**
   * The password is the person's own and the second factor that the office asks for is set up. Every procedure with a permission of a role
   * asks for both; this asks for them where being signed in is enough.
   */
  readonly settled?: true
}

export type ProcedureMeta = { readonly access?: Access }

export const textSchema = z.object({ zh: z.string(), en: z.string() })

const problem = (status: number) => ({
  status,
  data: z.object({ words: textSchema, details: z.record(z.string(), z.unknown()) }),
})

/** Every procedure declares these; which of them it throws follows from what it does. */
export const declaredErrors = {
  INVALID: problem(422),
  UNAUTHENTICATED: problem(401),
  FORBIDDEN: problem(403),
  NOT_FOUND: problem(404),
  STALE: problem(409),
  CONFLICT: problem(409),
  RULE: problem(422),
  TOO_MANY: problem(429),
  UNAVAILABLE: problem(503),
}

/** Begins a procedure of a contract. The server refuses to start with one that was not begun here. */
export function procedure(access: Access) {
  return oc.$meta<ProcedureMeta>({}).errors(declaredErrors).meta({ access })
}
