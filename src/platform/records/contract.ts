import * as z from 'zod'
import {
  daySchema,
  idempotencyKeySchema,
  knownAtSchema,
  overrideSchema,
  pageSchema,
  valuesSchema,
} from '../rpc/common-schemas.ts'
import { procedure, textSchema } from '../rpc/procedure.ts'

/** A value as shown: the stored text, and for a reference or choice the words for a person. Masked: the mask alone, without the value. */
export const shownSchema = z.object({
  value: z.string().nullable(),
  shown: textSchema.nullable(),
  masked: z.literal(true).optional(),
})
export const shownValuesSchema = z.record(z.string(), shownSchema)

export const changeSchema = z.object({
  change: z.string(),
  recordedAt: z.string(),
  kind: z.enum(['event', 'correction', 'import', 'erasure', 'setup']),
  actor: z.string(),
  reason: z.string().nullable(),
})

export const listedRecordSchema = z.object({
  id: z.string(),
  title: z.string(),
  version: z.string(),
  from: daySchema,
  to: daySchema.nullable(),
  values: shownValuesSchema,
})

const foundRecordSchema = z.object({
  id: z.string(),
  /** As it is called on the day, or was last, or will be first. */
  title: z.string(),
  /** A name of another time, where that is what was looked for. */
  otherName: z.string().nullable(),
  /** The natural key, as far as it is text. */
  key: z.string().nullable(),
  inForce: z.boolean(),
  /** The first and last day of its whole life. */
  from: daySchema.nullable(),
  to: daySchema.nullable(),
})

export const findingSchema = z.object({
  rule: z.string(),
  name: textSchema,
  weight: z.enum(['statutory', 'block', 'warn', 'inform']),
  judges: z.enum(['act', 'state']),
  message: textSchema,
  basis: textSchema,
  record: z.object({ type: z.string(), id: z.string(), title: z.string() }),
})

const eventSchema = z.object({
  id: z.string(),
  kind: z.string(),
  label: textSchema,
  onDate: daySchema,
  documentNo: z.string().nullable(),
  reason: z.string().nullable(),
  sets: shownValuesSchema,
  /** The act over several records that it is a part of. */
  deed: z.string().nullable(),
  /** The change that brought this event, or its newest correction. */
  recorded: changeSchema,
})

const spellSchema = z.object({ from: daySchema, to: daySchema.nullable(), values: shownValuesSchema })

export const recordSchema = z.object({
  type: z.string(),
  id: z.string(),
  title: z.string(),
  /** Whether it is in force on the day asked for. */
  inForce: z.boolean(),
  version: z.string(),
  header: shownValuesSchema,
  values: shownValuesSchema.nullable(),
  spells: z.array(spellSchema),
  events: z.array(eventSchema),
  changes: z.array(changeSchema),
  findings: z.array(findingSchema),
  /** What hangs on it on the day, by type and field; `records` holds the first of them. */
  dependents: z.array(
    z.object({
      type: z.string(),
      /** The field by which it hangs: a list can be filtered by it. */
      key: z.string(),
      field: textSchema,
      count: z.number().int(),
      records: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  /** Records that turned out to be this one, with the change that said so. */
  merged: z.array(z.object({ change: z.string(), id: z.string(), title: z.string() })),
  may: z.object({ record: z.boolean(), correct: z.boolean() }),
})

const writtenSchema = z.object({ id: z.string(), version: z.string(), findings: z.array(findingSchema) })
export const writeBase = {
  type: z.string(),
  reason: z.string().max(500).nullable().default(null),
  idempotencyKey: idempotencyKeySchema,
  overrides: z.array(overrideSchema).default([]),
}
const moment = { asOf: daySchema.optional(), knownAt: knownAtSchema.optional() }

/** Which records a list holds, and in which order. */
export const listQuestionSchema = z.object({
  type: z.string(),
  node: z.string().optional(),
  /** Part of the name or of a natural key; also pinyin or its initials. */
  find: z.string().max(100).optional(),
  /** `field:value` pairs on choices and references; `field:3..9`, `field:3..` and `field:..9` on counts. */
  where: z.array(z.string()).default([]),
  sort: z.string().optional(),
  descending: z.coerce.boolean().default(false),
  /** Also those not in force on the day. */
  all: z.coerce.boolean().default(false),
  ...moment,
})

/** One set of procedures for every type of record that an area declares; what a type takes follows from its declaration. */
export const recordsContract = {
  list: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: ['records', 'total', 'nextCursor', 'asOf', 'knownAt'],
  })
    .route({ method: 'GET', path: '/records/{type}', summary: 'Records in force on a day, below a place' })
    .input(listQuestionSchema.extend(pageSchema.shape))
    .output(
      z.object({
        records: z.array(listedRecordSchema),
        total: z.number().int(),
        nextCursor: z.string().nullable(),
        asOf: daySchema,
        knownAt: z.string(),
      }),
    ),
  search: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: ['groups', 'asOf', 'knownAt'],
  })
    .route({
      method: 'GET',
      path: '/search',
      summary: 'Records of every type that bear a name, a former name or a natural key',
    })
    .input(
      z.object({
        /**
         * Part of a name or of a natural key; also the sound of a name in pinyin, or its initials. A telephone number only whole, and
         * where the caller may reveal it: the chain of events tells of it.
         */
        find: z.string().trim().min(1).max(100),
        /** How many of each type. */
        limit: z.coerce.number().int().min(1).max(50).default(6),
        ...moment,
      }),
    )
    .output(
      z.object({
        groups: z.array(
          z.object({ type: z.string(), total: z.number().int(), records: z.array(foundRecordSchema) }),
        ),
        asOf: daySchema,
        knownAt: z.string(),
      }),
    ),
  get: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'view',
    fields: Object.keys(recordSchema.shape),
  })
    .route({ method: 'GET', path: '/records/{type}/{id}', summary: 'One record with its two-clock history' })
    .input(z.object({ type: z.string(), id: z.string(), ...moment }))
    .output(recordSchema),
  /** One masked value as it is: the chain of the office says who saw it and why. */
  reveal: procedure({ permission: 'records.reveal', scope: 'place', audit: 'reveal', fields: ['value'] })
    .route({
      method: 'POST',
      path: '/records/{type}/{id}/reveal',
      summary: 'See one personal value, for a reason',
    })
    .input(
      z.object({
        type: z.string(),
        id: z.string(),
        field: z.string(),
        reason: z.string().trim().min(2).max(200),
        knownAt: knownAtSchema.optional(),
      }),
    )
    .output(z.object({ value: z.string() })),
  /** An event: it happened on a day. Without `id` a new record begins. */
  record: procedure({
    permission: 'records.record',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(writtenSchema.shape),
  })
    .route({ method: 'POST', path: '/records/{type}/events', summary: 'Record what happened on a day' })
    .input(
      z.object({
        ...writeBase,
        id: z.string().optional(),
        /** The version that the caller saw; required with `id`. */
        version: z.string().optional(),
        act: z.string(),
        onDate: daySchema,
        documentNo: z.string().max(100).nullable().default(null),
        header: valuesSchema.default({}),
        sets: valuesSchema,
      }),
    )
    .output(writtenSchema),
  /** A correction: it never was so. Changes an event or fixed values as they should always have been. */
  correct: procedure({
    permission: 'records.correct',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(writtenSchema.shape),
  })
    .route({ method: 'POST', path: '/records/{type}/{id}/corrections', summary: 'Correct what never was so' })
    .input(
      z.object({
        ...writeBase,
        reason: z.string().min(2).max(500),
        id: z.string(),
        version: z.string(),
        header: valuesSchema.default({}),
        event: z
          .object({
            id: z.string(),
            onDate: daySchema.optional(),
            documentNo: z.string().max(100).nullable().optional(),
            sets: valuesSchema.default({}),
            /** The event never took place. */
            neverWas: z.boolean().default(false),
          })
          .optional(),
      }),
    )
    .output(writtenSchema),
  /** The whole record never was: it counts nowhere from now on, and its past stays readable at an earlier knowledge. */
  remove: procedure({ permission: 'records.correct', scope: 'place', audit: 'change', fields: ['id'] })
    .route({ method: 'POST', path: '/records/{type}/{id}/removal', summary: 'Say that a record never was' })
    .input(
      z.object({ ...writeBase, reason: z.string().min(2).max(500), id: z.string(), version: z.string() }),
    )
    .output(z.object({ id: z.string() })),
  erase: procedure({
    permission: 'records.erase',
    scope: 'place',
    audit: 'change',
    fields: ['id', 'emptied'],
  })
    .route({
      method: 'POST',
      path: '/records/{type}/{id}/erasure',
      summary: 'Empty the personal values of a record for ever',
    })
    .input(z.object({ ...writeBase, reason: z.string().min(2).max(500), id: z.string() }))
    .output(z.object({ id: z.string(), emptied: z.number().int() })),
  changes: procedure({
    permission: 'records.see',
    scope: 'place',
    audit: 'none',
    fields: ['changes', 'nextCursor'],
  })
    .route({ method: 'GET', path: '/changes', summary: 'What was recorded since a moment, newest first' })
    .input(
      z
        .object({
          since: z.string().optional(),
          node: z.string().optional(),
          knownAt: knownAtSchema.optional(),
        })
        .extend(pageSchema.shape),
    )
    .output(
      z.object({
        changes: z.array(
          changeSchema.extend({
            records: z.array(z.object({ type: z.string(), id: z.string(), title: z.string() })),
            more: z.number().int(),
            /** The type of the records where it was one act on several of them, which has a page of its own. */
            bulk: z.string().nullable(),
          }),
        ),
        nextCursor: z.string().nullable(),
      }),
    ),
  findings: procedure({ permission: 'records.see', scope: 'place', audit: 'none', fields: ['findings'] })
    .route({ method: 'GET', path: '/findings', summary: 'What breaks a rule on a day' })
    .input(z.object({ node: z.string().optional(), ...moment }))
    .output(z.object({ findings: z.array(findingSchema) })),
}

export type ListedRecord = z.output<typeof listedRecordSchema>
export type FoundRecord = z.output<typeof foundRecordSchema>
export type RecordView = z.output<typeof recordSchema>
export type FindingView = z.output<typeof findingSchema>
