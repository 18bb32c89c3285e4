import * as z from 'zod'
import { procedure, textSchema } from '../rpc/procedure.ts'

/** Minutes within which whoever turns back the office's time has to have proved to be themselves. */
const fresh = 10

const restoreStates = ['waiting', 'refused', 'ready', 'running', 'failed', 'done', 'over'] as const

const consequencesSchema = z.object({
  backup: z.string(),
  /** The moment that the office would be as of, ISO 8601. */
  at: z.string(),
  /** Changes recorded after it: they will be absent. */
  changes: z.number().int(),
  /** The last of them, ISO 8601. */
  lastChange: z.string().nullable(),
  /** Records whose personal values were erased after it: they are erased again. */
  erasures: z.number().int(),
  /** Accounts added after it: they will be absent. */
  accounts: z.number().int(),
  /** Whoever restores types this name. */
  office: textSchema,
})
export type Consequences = z.output<typeof consequencesSchema>

const requestSchema = z.object({
  id: z.string(),
  backup: z.string(),
  /** Null: what the backup itself holds. */
  target: z.string().nullable(),
  reason: z.string(),
  asked: z.object({ by: z.string(), at: z.string() }),
  decided: z
    .object({ by: z.string(), at: z.string(), agreed: z.boolean(), reason: z.string().nullable() })
    .nullable(),
  begun: z.object({ by: z.string(), at: z.string() }).nullable(),
  /** Where it stands; a day after the asking or the agreement it is over. */
  state: z.enum(restoreStates),
  failure: textSchema.nullable(),
})
export type RestoreRequest = z.output<typeof requestSchema>

const reason = z.string().trim().min(2).max(500)
const wanted = z.object({
  backup: z.string(),
  target: z.iso.datetime({ offset: true }).nullable().default(null),
})
const listed = z.object({ requests: z.array(requestSchema) })
const one = Object.keys(requestSchema.shape)

/** A restore from the page: asked for by one, agreed to by another, then begun. */
export const restoreContract = {
  consequences: procedure({
    permission: 'backup.keep',
    scope: 'none',
    audit: 'none',
    fields: Object.keys(consequencesSchema.shape),
  })
    .route({ method: 'GET', path: '/restores/consequences', summary: 'What a restore would do' })
    .input(wanted)
    .output(consequencesSchema),
  restores: procedure({ permission: 'backup.keep', scope: 'none', audit: 'none', fields: ['requests'] })
    .route({ method: 'GET', path: '/restores', summary: 'The restores that were asked for, newest first' })
    .output(listed),
  askRestore: procedure({ permission: 'backup.keep', scope: 'none', audit: 'act', fields: one, fresh })
    .route({ method: 'POST', path: '/restores', summary: 'Ask for a restore' })
    .input(wanted.extend({ reason }))
    .output(requestSchema),
  restoresToDecide: procedure({
    permission: 'backup.agree_restore',
    scope: 'none',
    audit: 'none',
    fields: ['requests'],
  })
    .route({ method: 'GET', path: '/restores/to-decide', summary: 'The restores that others asked for' })
    .output(listed),
  decideRestore: procedure({
    permission: 'backup.agree_restore',
    scope: 'none',
    audit: 'act',
    fields: one,
    fresh,
  })
    .route({
      method: 'POST',
      path: '/restores/{id}/decision',
      summary: 'Agree to a restore as the second person, or refuse',
    })
    .input(z.object({ id: z.string(), agreed: z.boolean(), reason: z.string().trim().max(500).nullable() }))
    .output(requestSchema),
  beginRestore: procedure({
    permission: 'backup.keep',
    scope: 'none',
    audit: 'act',
    fields: ['begun'],
    fresh,
  })
    .route({
      method: 'POST',
      path: '/restores/{id}/begin',
      summary: 'Begin a restore that was agreed to; `office` is its name, typed by whoever begins it',
    })
    .input(z.object({ id: z.string(), office: z.string() }))
    .output(z.object({ begun: z.boolean() })),
}
