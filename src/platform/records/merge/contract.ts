import * as z from 'zod'
import { movedFigureSchema } from '../../figures/contract.ts'
import { daySchema, pageSchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'
import { changeSchema, findingSchema, shownSchema, writeBase } from '../contract.ts'
import { undoSchema } from '../undo/undo-schema.ts'

const seenSchema = z.object({ id: z.string(), version: z.string() })
const namedSchema = z.object({ type: z.string(), id: z.string(), title: z.string() })

/** With the natural key: two that are one mostly have the same title. */
const oneOfTwoSchema = namedSchema.extend({ key: z.string() })

const mergeInputSchema = z.object({
  ...writeBase,
  /** The record that lives on, and the one that it turned out to be as well; each with the version that the caller saw. */
  kept: seenSchema,
  given: seenSchema,
  /** The fields in which the value of the record that is given up stays. */
  take: z.array(z.string()).max(100).default([]),
})

const alikeSchema = z.object({
  id: z.string(),
  version: z.string(),
  title: z.string(),
  /** The natural key, as a person writes it. */
  key: z.string(),
  inForce: z.boolean(),
  /** The first and last day of its whole life. */
  from: daySchema,
  to: daySchema.nullable(),
})
const alikePageSchema = z.object({
  /** `by`: the sets of fields in which the two agree. Personal values are compared and not told. */
  pairs: z.array(z.object({ by: z.array(z.array(z.string())), first: alikeSchema, second: alikeSchema })),
  total: z.number().int(),
  nextCursor: z.string().nullable(),
})

const previewSchema = z.object({
  /** The values that the two do not share; of a dated one, the last that each had. */
  differing: z.array(
    z.object({
      key: z.string(),
      label: textSchema,
      kept: shownSchema,
      given: shownSchema,
      taken: z.boolean(),
      mayTake: z.boolean(),
      /** The event of the kept record that would be corrected; null for a fixed value. */
      since: z.object({ onDate: daySchema, act: textSchema }).nullable(),
    }),
  ),
  /** The first of what names the record that is given up, and will name the kept one. */
  hanging: z.array(namedSchema.extend({ label: textSchema, fields: z.array(textSchema) })),
  hangingCount: z.number().int(),
  /** How many events of the record that is given up count no longer. */
  lapsing: z.number().int(),
  /** What stands in the way; nothing is counted while there is any. */
  hindrances: z.array(z.object({ message: textSchema, records: z.array(namedSchema) })),
  /** What stops it as it stands, and what rules say without stopping it. */
  stopped: z.array(findingSchema),
  findings: z.array(findingSchema),
  figures: z.array(movedFigureSchema),
  /** Sent back with the merge, so that what is done is what was seen. */
  seen: z.string(),
})

const doneSchema = z.object({
  change: z.string(),
  kept: z.string(),
  /** How many records name the kept one now that named the other. */
  moved: z.number().int(),
  findings: z.array(findingSchema),
})

const viewSchema = z.object({
  change: changeSchema,
  /** As they were called then; null for one outside the caller's places. */
  kept: oneOfTwoSchema.nullable(),
  given: oneOfTwoSchema,
  /** What the kept record took over. */
  values: z.array(z.object({ key: z.string(), label: textSchema, before: shownSchema, after: shownSchema })),
  /** The first of what names the kept record since. */
  records: z.array(namedSchema.extend({ label: textSchema })),
  moved: z.number().int(),
  stands: z.boolean(),
  mayUndo: z.boolean(),
})

const one = z.object({ type: z.string(), change: z.string().regex(/^\d{1,18}$/) })

/** Two records of a type that turn out to be one. */
export const mergeContract = {
  alike: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(alikePageSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/duplicates/{type}',
      summary: 'Pairs of records that agree in what seldom agrees, and may be one',
    })
    .input(z.object({ type: z.string() }).extend(pageSchema.shape))
    .output(alikePageSchema),
  preview: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(previewSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/merge/preview',
      summary: 'What it would do to say that two records are one; nothing is written',
    })
    .input(mergeInputSchema.omit({ idempotencyKey: true }).extend({ asOf: daySchema.optional() }))
    .output(previewSchema),
  perform: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(doneSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/merge',
      summary: 'Say that two records are one, as a correction',
    })
    .input(mergeInputSchema.extend({ reason: z.string().min(2).max(500), seen: z.string() }))
    .output(doneSchema),
  get: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(viewSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/records/{type}/merge/{change}',
      summary: 'A merge of two records as one thing',
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
      path: '/records/{type}/merge/{change}/undo/preview',
      summary: 'What it would do to make two records of a merged one again; nothing is written',
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
      path: '/records/{type}/merge/{change}/undo',
      summary: 'Make two records of a merged one again, as a correction',
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

export type AlikePage = z.output<typeof alikePageSchema>
export type MergePreview = z.output<typeof previewSchema>
export type MergeView = z.output<typeof viewSchema>
