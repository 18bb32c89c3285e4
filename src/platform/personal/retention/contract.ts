import * as z from 'zod'
import { daySchema } from '../../rpc/common-schemas.ts'
import { procedure, textSchema } from '../../rpc/procedure.ts'

/** A proposal that nobody decided on is over after so many days, and so is an agreement that was not carried out. */
export const batchDays = 14
/** How many records one proposal may name. */
export const mostInBatch = 5000

const periodSchema = z.object({
  /** Null: the office took its period back, and nothing falls due. */
  months: z.number().int().nullable(),
  basis: z.string(),
  by: z.string(),
  at: z.string(),
})
const whySchema = z.object({
  purpose: textSchema,
  since: daySchema,
  months: z.number().int(),
  dueOn: daySchema,
})
const namedSchema = z.object({ type: z.string(), id: z.string() })
const dueSchema = namedSchema.extend({
  title: z.string(),
  key: z.string(),
  dueOn: daySchema,
  why: z.array(whySchema),
  /** It stands in a proposal that is not over. */
  proposed: z.boolean(),
})
const heldSchema = z.object({
  id: z.string(),
  record: namedSchema,
  label: textSchema,
  title: z.string(),
  key: z.string(),
  reason: z.string(),
  until: daySchema,
  by: z.string(),
})

/** Nobody has decided, or it was refused; or it is being carried out, was stopped on the way, is done; or its time is over. */
const batchStates = ['waiting', 'refused', 'erasing', 'stopped', 'done', 'over'] as const
const itemStates = ['waiting', 'erased', 'kept', 'failed'] as const

const batchSchema = z.object({
  id: z.string(),
  proposed: z.object({ by: z.string(), at: z.string() }),
  decided: z
    .object({ by: z.string(), at: z.string(), agreed: z.boolean(), reason: z.string().nullable() })
    .nullable(),
  state: z.enum(batchStates),
  types: z.array(z.object({ label: textSchema, count: z.number().int() })),
  counts: z.record(z.enum(itemStates), z.number().int()),
  /** Whether the caller is somebody else than the proposer, and may decide. */
  mayDecide: z.boolean(),
})
const batchRecordSchema = namedSchema.extend({
  label: textSchema,
  /** Absent for whoever may not see records of the type. */
  title: z.string().nullable(),
  state: z.enum(itemStates),
  /** Empty once it is not due, or was erased. */
  why: z.array(whySchema),
})

const overviewSchema = z.object({
  asOf: daySchema,
  purposes: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      retention: textSchema,
      from: z.array(textSchema),
      /** The newest first; empty: the office has set none, and nothing falls due. */
      periods: z.array(periodSchema),
    }),
  ),
  types: z.array(
    z.object({
      type: z.string(),
      label: textSchema,
      count: z.number().int(),
      /** The longest due, as many as a page shows. */
      records: z.array(dueSchema),
    }),
  ),
  held: z.array(heldSchema),
})

const reason = z.string().trim().min(2).max(500)
const see = { permission: 'retention.see', scope: 'place', audit: 'none' } as const
const prepare = { permission: 'retention.prepare', scope: 'place', audit: 'act' } as const
const byId = z.object({ id: z.string() })

/** What need not be kept any more: how long things are kept, what is due, and the erasures that two persons agree on. */
export const retentionContract = {
  overview: procedure({ ...see, fields: ['asOf', 'purposes', 'types', 'held'] })
    .route({
      method: 'GET',
      path: '/retention',
      summary: 'What is due for erasure today, and by which periods',
    })
    .output(overviewSchema),
  reminder: procedure({ ...see, fields: ['foundAt', 'due', 'toDecide'] })
    .route({ method: 'GET', path: '/retention/reminder', summary: 'What the last search of the night found' })
    .output(
      z.object({
        /** Null before the first search. */
        foundAt: z.string().nullable(),
        due: z.number().int(),
        /** Proposals of others that wait for the caller. */
        toDecide: z.number().int(),
      }),
    ),
  setPeriod: procedure({ ...prepare, fields: ['purpose'] })
    .route({
      method: 'POST',
      path: '/retention/periods',
      summary: 'Set how long values are kept after a purpose ran out',
    })
    .input(
      z.object({
        purpose: z.string(),
        months: z.number().int().min(0).max(1200).nullable(),
        /** The rule or decision that says so. */
        basis: reason,
      }),
    )
    .output(z.object({ purpose: z.string() })),
  hold: procedure({ ...prepare, fields: ['id'] })
    .route({
      method: 'POST',
      path: '/retention/holds',
      summary: 'Hold a record back from erasure until a day',
    })
    .input(namedSchema.extend({ reason, until: daySchema }))
    .output(byId),
  lift: procedure({ ...prepare, fields: ['id'] })
    .route({ method: 'POST', path: '/retention/holds/{id}/lifting', summary: 'Hold a record back no longer' })
    .input(byId.extend({ reason }))
    .output(byId),
  propose: procedure({ ...prepare, fields: Object.keys(batchSchema.shape) })
    .route({ method: 'POST', path: '/retention/batches', summary: 'Propose to erase what is due' })
    .input(
      z.object({
        records: z.array(namedSchema).max(mostInBatch).default([]),
        /** Types of which all that is due is proposed. */
        allOf: z.array(z.string()).default([]),
      }),
    )
    .output(batchSchema),
  batches: procedure({ ...see, fields: ['batches'] })
    .route({ method: 'GET', path: '/retention/batches', summary: 'Proposals, newest first' })
    .output(z.object({ batches: z.array(batchSchema) })),
  batch: procedure({ ...see, fields: ['batch', 'records'] })
    .route({ method: 'GET', path: '/retention/batches/{id}', summary: 'One proposal and its records' })
    .input(byId)
    .output(z.object({ batch: batchSchema, records: z.array(batchRecordSchema) })),
  decide: procedure({
    permission: 'retention.agree',
    scope: 'place',
    audit: 'act',
    fields: Object.keys(batchSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/retention/batches/{id}/decision',
      summary: 'Agree as the second person, or refuse',
    })
    .input(byId.extend({ agreed: z.boolean(), reason: z.string().trim().max(500).nullable() }))
    .output(batchSchema),
  proceed: procedure({ ...prepare, fields: Object.keys(batchSchema.shape) })
    .route({
      method: 'POST',
      path: '/retention/batches/{id}/proceeding',
      summary: 'Go on with what was agreed and then stopped',
    })
    .input(byId)
    .output(batchSchema),
  stop: procedure({ ...prepare, fields: Object.keys(batchSchema.shape) })
    .route({
      method: 'POST',
      path: '/retention/batches/{id}/stop',
      summary: 'Stop the erasures; what is erased stays erased',
    })
    .input(byId)
    .output(batchSchema),
}

export type RetentionOverview = z.output<typeof overviewSchema>
export type RetentionBatch = z.output<typeof batchSchema>
export type BatchRecord = z.output<typeof batchRecordSchema>
export type DueView = z.output<typeof dueSchema>
export type HeldView = z.output<typeof heldSchema>
export type PurposePeriods = RetentionOverview['purposes'][number]
export type WhyView = z.output<typeof whySchema>
