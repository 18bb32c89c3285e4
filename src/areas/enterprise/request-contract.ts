import * as z from 'zod'
import { daySchema, idempotencyKeySchema, knownAtSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import { keysOf, requestLineSchema, requestViewSchema } from './request-schema.ts'
import { requestKinds, submissionStages } from './terms.ts'

const submissionLineSchema = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  /** As the company wrote it. */
  company: z.string(),
  creditCode: z.string(),
  kind: keysOf(requestKinds),
  submittedOn: daySchema,
})

const named = z.object({ id: z.string(), name: z.string() })
const submissionViewSchema = submissionLineSchema.extend({
  content: z.string(),
  wishedOn: daySchema.nullable(),
  stage: keysOf(submissionStages),
  declined: z.object({ on: daySchema, why: z.string() }).nullable(),
  /** What was made of it. */
  request: z.object({ id: z.string(), number: z.string() }).nullable(),
  /** Whom the credit code names in the register of legal persons, and on the list of companies. */
  unit: named.nullable(),
  served: named.nullable(),
  mayTakeUp: z.boolean(),
})

const writtenSchema = z.object({ id: z.string(), version: z.string() })

const listsSchema = z.object({
  asOf: daySchema,
  knownAt: z.string(),
  /** The last day of which the notices say everything: due days after it are expected. */
  announcedThrough: daySchema,
  /** Who the caller is among the people, by the posts that the caller's roles go with. */
  own: z.array(z.object({ id: z.string(), name: z.string() })),
  requests: z.array(requestLineSchema),
  /** What companies sent through the public form and nobody has taken up or declined; `online` counts all of it. */
  submissions: z.array(submissionLineSchema),
  online: z.number().int(),
  /** How many wait for a call-back; `requests` holds those that have waited longest. */
  waiting: z.number().int(),
})

export const requestContract = {
  requests: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(listsSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/enterprise/requests',
      summary: 'Requests of companies that are open or wait for a call-back, each with its clocks',
    })
    .input(
      z.object({
        node: z.string().optional(),
        asOf: daySchema.optional(),
        knownAt: knownAtSchema.optional(),
      }),
    )
    .output(listsSchema),
  request: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(requestViewSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/enterprise/requests/{id}',
      summary: 'One request with its departments, clocks and events, and what may be done next',
    })
    .input(z.object({ id: z.string(), asOf: daySchema.optional() }))
    .output(requestViewSchema),
  submission: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: Object.keys(submissionViewSchema.shape),
  })
    .route({
      method: 'GET',
      path: '/enterprise/submissions/{id}',
      summary: 'What a company sent through the public form, and whom its credit code names',
    })
    .input(z.object({ id: z.string() }))
    .output(submissionViewSchema),
  takeUp: procedure({
    permission: 'enterprise.record',
    scope: 'place',
    audit: 'change',
    fields: Object.keys(writtenSchema.shape),
  })
    .route({
      method: 'POST',
      path: '/enterprise/submissions/{id}/request',
      summary: 'Make a request of what a company sent: received on the day on which it was sent',
    })
    .input(
      z.object({
        id: z.string(),
        number: z.string().min(1).max(60),
        kind: keysOf(requestKinds),
        idempotencyKey: idempotencyKeySchema,
      }),
    )
    .output(writtenSchema),
}

export type SubmissionView = z.output<typeof submissionViewSchema>
export type SubmissionLine = z.output<typeof submissionLineSchema>
export type RequestLists = z.output<typeof listsSchema>
