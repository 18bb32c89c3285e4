/** What the chain of an office tells of; the check of platform.audit_event names the same. */
export const auditKinds = [
  'change',
  'view',
  'reveal',
  'export',
  'publication',
  'sign_in',
  'sign_in_failed',
  'sign_out',
  'refused',
  'act',
  'sealed',
] as const
export type AuditKind = (typeof auditKinds)[number]

/** What somebody did, without its number, moment and hash, which the database gives. */
export type AuditEvent = {
  readonly kind: AuditKind
  /** The procedure or command, as `records.erase`. */
  readonly act: string
  readonly actor: { readonly id: string; readonly name: string }
  /** The roles that were held at that moment. */
  readonly roles: readonly string[]
  /** The places of the request's scope. */
  readonly places: 'all' | readonly string[]
  /** The record or account that it was about. `id` is absent for something about all records of a type. */
  readonly subject?: { readonly type: string; readonly id?: string | null | undefined } | null
  readonly reason?: string | null
  /** The internet address; null from the command line. */
  readonly address: string | null
  readonly requestId?: string | null
  /** Whatever else this kind tells; never a password, and no personal value. */
  readonly details?: Readonly<Record<string, unknown>> | null
}
