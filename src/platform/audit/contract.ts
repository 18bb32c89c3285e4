import * as z from 'zod'
import { daySchema, pageSchema } from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'
import { auditKinds } from './event.ts'

export const auditEventSchema = z.object({
  /** Its number in the chain of the office. */
  event: z.string(),
  /** ISO 8601. */
  at: z.string(),
  kind: z.enum(auditKinds),
  /** The procedure or command. */
  act: z.string(),
  actor: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(textSchema),
  /** What kind of record, and which; null for something that was about none. */
  subject: z.object({ type: textSchema, id: z.string().nullable() }).nullable(),
  change: z.string().nullable(),
  reason: z.string().nullable(),
  address: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})

/** All conditions hold together; without any the whole chain is meant. */
const conditions = z.object({
  /** An account by its id, its user name or the name of who holds it. */
  who: z.string().trim().min(1).max(100).optional(),
  kind: z.enum(auditKinds).optional(),
  /**
   * A record or account by its id: what was done to it, who had its personal values shown, which changes touched it, and the
   * exports of its whole kind, which may have contained it.
   */
  subject: z.string().trim().min(1).max(100).optional(),
  from: daySchema.optional(),
  /** The last day that counts. */
  through: daySchema.optional(),
})
export type AuditConditions = z.output<typeof conditions>

const sees = { permission: 'audit.see', scope: 'none' } as const

export const auditContract = {
  events: procedure({ ...sees, audit: 'none', fields: ['events', 'nextCursor'] })
    .route({ method: 'GET', path: '/audit/events', summary: 'Who did what and when, the newest first' })
    .input(conditions.extend(pageSchema.shape))
    .output(z.object({ events: z.array(auditEventSchema), nextCursor: z.string().nullable() })),
  exportEvents: procedure({ ...sees, audit: 'export', fields: ['file'] })
    .route({ method: 'GET', path: '/audit/events/export', summary: 'The same as a CSV file' })
    .input(conditions.extend({ language: z.enum(['zh', 'en']).default('zh') }))
    .output(z.file()),
}

export type AuditEventView = z.output<typeof auditEventSchema>
