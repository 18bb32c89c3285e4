import * as z from 'zod'
import { daySchema, knownAtSchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'

/** Where a request stands: nobody has decided, it was refused, it can be taken, it was taken, or its day is over. */
const clearStates = ['waiting', 'refused', 'ready', 'taken', 'over'] as const

const clearExportSchema = z.object({
  id: z.string(),
  ledger: z.object({ id: z.string(), title: textSchema }),
  /** Null: all places in the asker's scope. */
  place: z.string().nullable(),
  asOf: daySchema.nullable(),
  knownAt: z.string(),
  rows: z.number().int(),
  /** The values that come in clear. */
  fields: z.array(textSchema),
  /** Somebody else has to agree: a sensitive value is among them. */
  secondPerson: z.boolean(),
  reason: z.string(),
  asked: z.object({ by: z.string(), at: z.string() }),
  decided: z
    .object({
      by: z.string(),
      at: z.string(),
      agreed: z.boolean(),
      reason: z.string().nullable(),
    })
    .nullable(),
  state: z.enum(clearStates),
})
const listed = z.object({ exports: z.array(clearExportSchema) })
const reason = z.string().trim().min(2).max(500)

/** Ledgers with personal values in clear. Without asking here, they leave masked. */
export const clearExportsContract = {
  ask: procedure({
    permission: 'ledgers.export_clear',
    scope: 'place',
    audit: 'act',
    fields: Object.keys(clearExportSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/clear-exports',
      summary: 'Ask for a ledger with personal values in clear',
    })
    .input(
      z.object({
        ledger: z.string(),
        language: z.enum(['zh', 'en']).default('zh'),
        node: z.string().optional(),
        asOf: daySchema.optional(),
        knownAt: knownAtSchema.optional(),
        reason,
      }),
    )
    .output(clearExportSchema),
  own: procedure({ permission: 'ledgers.export_clear', scope: 'place', audit: 'none', fields: ['exports'] })
    .route({ method: 'GET', path: '/clear-exports', summary: 'What the caller asked for, newest first' })
    .output(listed),
  toDecide: procedure({
    permission: 'ledgers.agree_export',
    scope: 'place',
    audit: 'none',
    fields: ['exports'],
  })
    .route({
      method: 'GET',
      path: '/clear-exports/to-decide',
      summary: 'What others asked for that takes a second person, the undecided first',
    })
    .output(listed),
  decide: procedure({
    permission: 'ledgers.agree_export',
    scope: 'place',
    audit: 'act',
    fields: Object.keys(clearExportSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/clear-exports/{id}/decision',
      summary: 'Agree as the second person, or refuse',
    })
    .input(z.object({ id: z.string(), agreed: z.boolean(), reason: z.string().trim().max(500).nullable() }))
    .output(clearExportSchema),
  /** Once, within a day of the agreement; where none is needed, of the asking. */
  take: procedure({ permission: 'ledgers.export_clear', scope: 'place', audit: 'export', fields: ['file'] })
    .route({ method: 'POST', path: '/clear-exports/{id}/file', summary: 'Take the workbook, once' })
    .input(z.object({ id: z.string() }))
    .output(z.file()),
}

export type ClearExport = z.output<typeof clearExportSchema>
