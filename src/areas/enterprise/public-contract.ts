import * as z from 'zod'
import { daySchema, idempotencyKeySchema } from '../../platform/rpc/common-schemas.ts'
import { procedure, textSchema } from '../../platform/rpc/procedure.ts'
import { keysOf } from './request-schema.ts'
import { requestKinds, requestOutcomes } from './terms.ts'

/** Where a company's request stands, as the company is told: what the office does among itself is not its affair. */
const publicStages = ['waiting', 'declined', 'received', 'in_work', 'answered', 'closed'] as const

const formSchema = z.object({
  office: textSchema,
  /** What name and telephone are used for, said before they are given (PIPL art. 17). */
  notice: textSchema,
})

/** Lengths count characters. Nothing else is asked: neither identity numbers nor files. */
export const submissionSchema = z.object({
  creditCode: z.string().max(40),
  companyName: z.string().max(100),
  kind: keysOf(requestKinds),
  subject: z.string().max(60),
  content: z.string().max(2000),
  wishedOn: daySchema.nullable().default(null),
  askerName: z.string().max(30).nullable().default(null),
  askerPhone: z.string().max(30).nullable().default(null),
})

const receiptSchema = z.object({
  number: z.string(),
  /** Shown this once; whoever has it reads how the request stands. */
  code: z.string(),
  submittedOn: daySchema,
})

const standingSchema = z.object({
  number: z.string(),
  submittedOn: daySchema,
  companyName: z.string(),
  kind: keysOf(requestKinds),
  subject: z.string(),
  stage: z.enum(publicStages),
  /** Why it was not taken up. */
  declined: z.object({ on: daySchema, why: z.string() }).nullable(),
  request: z
    .object({
      number: z.string(),
      receivedOn: daySchema,
      /** Who leads; null while nobody does. */
      department: z.string().nullable(),
      /** By when the company has its answer; expected past the last announced year of holidays. */
      due: z.object({ day: daySchema, expected: z.boolean() }).nullable(),
      pausedSince: daySchema.nullable(),
      answered: z.object({ on: daySchema, answer: z.string() }).nullable(),
      closed: z.object({ on: daySchema, outcome: keysOf(requestOutcomes) }).nullable(),
    })
    .nullable(),
})

/** What the public pages ask: nobody signs in there, and no record is read but by its code. */
export const publicRequestsContract = {
  form: procedure({
    permission: 'public',
    scope: 'none',
    audit: 'none',
    fields: Object.keys(formSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/form',
      summary: 'Whose form it is, and what personal values are used for',
    })
    .output(formSchema),
  submit: procedure({
    permission: 'public',
    scope: 'none',
    audit: 'change',
    fields: Object.keys(receiptSchema.shape),
  })
    .route({ method: 'POST', path: '/submissions', summary: 'Send a company’s request' })
    .input(submissionSchema.extend({ idempotencyKey: idempotencyKeySchema }))
    .output(receiptSchema),
  look: procedure({
    permission: 'public',
    scope: 'none',
    audit: 'none',
    fields: Object.keys(standingSchema.shape),
  })
    .route({ method: 'POST', path: '/look', summary: 'How the request with this code stands' })
    .input(z.object({ code: z.string().max(60) }))
    .output(standingSchema),
}

export type SubmissionInput = z.output<typeof submissionSchema>
export type Receipt = z.output<typeof receiptSchema>
export type Standing = z.output<typeof standingSchema>
