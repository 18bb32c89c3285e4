import * as z from 'zod'
import { daySchema, knownAtSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import { requestLineSchema, requestViewSchema } from './request-schema.ts'

const listsSchema = z.object({
  asOf: daySchema,
  knownAt: z.string(),
  /** The last day of which the notices say everything: due days after it are expected. */
  announcedThrough: daySchema,
  /** Who the caller is among the people, by the posts that the caller's roles go with. */
  own: z.array(z.object({ id: z.string(), name: z.string() })),
  requests: z.array(requestLineSchema),
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
}

export type RequestLists = z.output<typeof listsSchema>
