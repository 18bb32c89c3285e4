import * as z from 'zod'
import { movedFigureSchema } from '../../figures/contract.ts'
import { daySchema, valuesSchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'
import { changeSchema, findingSchema, listQuestionSchema, shownValuesSchema, writeBase } from '../contract.ts'
import { undoSchema } from '../undo/undo-schema.ts'

const bulkInputSchema = z.object({
  ...writeBase,
  act: z.string(),
  onDate: daySchema,
  documentNo: z.string().max(100).nullable().default(null),
  /** The same for every record; what is not named stays as each record has it. */
  sets: valuesSchema.default({}),
  /** Each with the version that the caller saw. */
  records: z.array(z.object({ id: z.string(), version: z.string() })).max(20_000),
})

const refusedSchema = z.object({
  id: z.string(),
  /** Empty for a record that the caller does not see. */
  title: z.string(),
  code: z.enum(['NOT_FOUND', 'STALE', 'INVALID', 'CONFLICT', 'RULE']),
  message: textSchema,
  findings: z.array(findingSchema),
  /** The newest version, for one that someone else changed. */
  version: z.string().nullable(),
})

const previewSchema = z.object({
  /** Those to which the act can be done as it stands, with what it would replace. */
  records: z.array(z.object({ id: z.string(), title: z.string(), values: shownValuesSchema })),
  refused: z.array(refusedSchema),
  /** What rules say without stopping it. */
  findings: z.array(findingSchema),
  figures: z.array(movedFigureSchema),
})

const doneSchema = z.object({
  change: z.string(),
  count: z.number().int(),
  findings: z.array(findingSchema),
})

const viewSchema = z.object({
  change: changeSchema,
  act: textSchema,
  onDate: daySchema,
  documentNo: z.string().nullable(),
  sets: shownValuesSchema,
  /** `stands`: the event was not taken back since. */
  records: z.array(z.object({ id: z.string(), title: z.string(), stands: z.boolean() })),
  mayUndo: z.boolean(),
})

const one = z.object({ type: z.string(), change: z.string().regex(/^\d{1,18}$/) })

/** One act on many records of a type, as one change. */
export const bulkContract = {
  select: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: ['records', 'total'],
  })
    .route({
      method: 'GET',
      path: '/selections/{type}',
      summary: 'All records that a list holds, with their versions; none where there are too many to act on',
    })
    .input(listQuestionSchema.omit({ knownAt: true }))
    .output(
      z.object({
        records: z.array(z.object({ id: z.string(), title: z.string(), version: z.string() })),
        total: z.number().int(),
      }),
    ),
  preview: procedure({
    permission: 'records.record',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(previewSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/bulk/preview',
      summary: 'What one act on many records would do; nothing is written',
    })
    .input(bulkInputSchema.omit({ idempotencyKey: true }))
    .output(previewSchema),
  perform: procedure({
    permission: 'records.record',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(doneSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/bulk',
      summary: 'Record one act on many records: all of them or none',
    })
    .input(bulkInputSchema)
    .output(doneSchema),
  get: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(viewSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/records/{type}/bulk/{change}',
      summary: 'An act on many records as one thing',
    })
    .input(one)
    .output(viewSchema),
  undoPreview: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(undoSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/bulk/{change}/undo/preview',
      summary: 'What undoing an act on many records would do; nothing is written',
    })
    .input(one)
    .output(undoSchema),
  undo: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(undoSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/bulk/{change}/undo',
      summary: 'Undo an act on many records as one correction',
    })
    .input(
      one.extend({
        reason: z.string().min(2).max(500),
        /** The digest of the previewed undoing. */
        seen: z.string(),
        idempotencyKey: writeBase.idempotencyKey,
      }),
    )
    .output(undoSchema),
}

export type BulkPreview = z.output<typeof previewSchema>
export type BulkRefused = z.output<typeof refusedSchema>
export type BulkView = z.output<typeof viewSchema>
