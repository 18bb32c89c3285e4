import * as z from 'zod'
import { pageSchema } from '../../rpc/common-schemas.ts'
import { procedure } from '../../rpc/procedure.ts'
import { changeSchema, writeBase } from '../contract.ts'

const seenSchema = z.object({ id: z.string(), version: z.string() })
const namedSchema = z.object({ id: z.string(), title: z.string(), key: z.string() })
const reason = z.string().trim().min(2).max(500)
const { idempotencyKey } = writeBase
const doneSchema = z.object({ change: z.string() })

const pairSchema = z.object({
  /** The change that said so: who, when and why. */
  change: changeSchema,
  first: namedSchema,
  second: namedSchema,
  /** False where a value by which records are compared has changed since in either: the two are looked at anew. */
  holds: z.boolean(),
})

/** Two records of a type that look like one and are not. */
export const apartContract = {
  list: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: ['pairs', 'nextCursor'],
  })
    .route({
      method: 'GET',
      path: '/records/{type}/apart',
      summary: 'Pairs of records that look like one and were said to be two, the newest first',
    })
    .input(z.object({ type: z.string() }).extend(pageSchema.shape))
    .output(z.object({ pairs: z.array(pairSchema), nextCursor: z.string().nullable() })),
  tell: procedure({ permission: 'records.correct', scope: 'place', audit: 'change', fields: ['change'] })
    .route({
      method: 'POST',
      path: '/records/{type}/apart',
      summary: 'Say that two records which look like one are two, as a correction',
    })
    .input(
      z.object({
        type: z.string(),
        /** Each with the version that the caller saw. */
        first: seenSchema,
        second: seenSchema,
        reason,
        idempotencyKey,
      }),
    )
    .output(doneSchema),
  takeBack: procedure({ permission: 'records.correct', scope: 'place', audit: 'change', fields: ['change'] })
    .route({
      method: 'POST',
      path: '/records/{type}/apart/{change}/taken-back',
      summary: 'Take back that two records are two, as a correction',
    })
    .input(z.object({ type: z.string(), change: z.string().regex(/^\d{1,18}$/), reason, idempotencyKey }))
    .output(doneSchema),
}

export type ApartPair = z.output<typeof pairSchema>
