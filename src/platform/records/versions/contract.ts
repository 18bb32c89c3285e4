import * as z from 'zod'
import { daySchema, knownAtSchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'
import { changeSchema, findingSchema, shownSchema, writeBase } from '../contract.ts'

const valueSchema = z.object({ key: z.string(), label: textSchema, before: shownSchema, after: shownSchema })
const sideSchema = z.object({ onDate: daySchema, documentNo: z.string().nullable() }).nullable()

/** What differs between two versions of a record. A part is what can be restored by itself. */
const comparisonSchema = z.object({
  title: z.string(),
  /** The changes that brought the two versions. */
  before: changeSchema,
  after: changeSchema,
  header: z.array(valueSchema.extend({ part: z.string() })),
  events: z.array(
    z.object({
      part: z.string(),
      label: textSchema,
      /** Null on the side where the event is not recorded. */
      before: sideSchema,
      after: sideSchema,
      values: z.array(valueSchema),
      /** The act over several records that it belongs to: it is restored with the whole of that. */
      deed: z.string().nullable(),
    }),
  ),
  /** Whether the caller may correct records of this type. */
  mayRestore: z.boolean(),
})

const restoredSchema = z.object({ id: z.string(), version: z.string(), findings: z.array(findingSchema) })
const change = z.string().regex(/^\d{1,18}$/)

/** The versions of a record, the same for every type. */
export const versionsContract = {
  compare: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'view',
    fields: Object.keys(comparisonSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/records/{type}/{id}/versions',
      summary: 'What differs between a record as known at two changes',
    })
    .input(
      z.object({
        type: z.string(),
        id: z.string(),
        before: change,
        /** Now, where it is absent. */
        after: change.optional(),
        /** No later version counts. */
        knownAt: knownAtSchema.optional(),
      }),
    )
    .output(comparisonSchema),
  restore: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(restoredSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/records/{type}/{id}/versions/restorations',
      summary: 'Put parts of a record back to what they were, as a correction',
    })
    .input(
      z.object({
        ...writeBase,
        reason: z.string().min(2).max(500),
        id: z.string(),
        /** The version that the caller saw. */
        version: z.string(),
        /** The change whose version comes back. */
        from: change,
        parts: z.array(z.string()).min(1).max(500),
      }),
    )
    .output(restoredSchema),
}

export type Comparison = z.output<typeof comparisonSchema>
