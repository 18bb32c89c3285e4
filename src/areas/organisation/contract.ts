import * as z from 'zod'
import { daySchema, knownAtSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import { councilKinds, organisationKinds, placeKinds } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])

export const treeNodeSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  code: z.string().nullable(),
  kind: keysOf(placeKinds),
  /** Organisations seated in this very place, and councils that lie over it. */
  organisations: z.array(
    z.object({ id: z.string(), name: z.string(), kind: keysOf(organisationKinds), foundedIn: z.string() }),
  ),
  councils: z.array(
    z.object({ id: z.string(), name: z.string(), kind: keysOf(councilKinds), seats: z.number().int() }),
  ),
  /** Organisations in force in the place and everything beneath it; groups are counted apart. */
  counts: z.object({
    organisations: z.number().int(),
    groups: z.number().int(),
    compounds: z.number().int(),
    compoundsCovered: z.number().int(),
    stairwells: z.number().int(),
    stairwellsCovered: z.number().int(),
  }),
})

const lineNodeSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  name: z.string(),
  code: z.string(),
  kind: keysOf(organisationKinds),
  seat: z.object({ id: z.string(), name: z.string() }),
  /** Organisations in force beneath it, itself not counted. */
  below: z.number().int(),
})

const moment = z.object({
  node: z.string().optional(),
  asOf: daySchema.optional(),
  knownAt: knownAtSchema.optional(),
})

export const organisationContract = {
  fourInOneTree: procedure({
    permission: 'organisation.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'nodes'],
  })
    .route({
      method: 'GET',
      path: '/organisation/tree',
      summary: 'The four-in-one tree by place, as of a date, with counts',
    })
    .input(moment)
    .output(z.object({ asOf: daySchema, knownAt: z.string(), nodes: z.array(treeNodeSchema) })),
  partyLine: procedure({
    permission: 'organisation.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'nodes'],
  })
    .route({ method: 'GET', path: '/organisation/party-line', summary: 'The Party line as of a date' })
    .input(moment)
    .output(z.object({ asOf: daySchema, knownAt: z.string(), nodes: z.array(lineNodeSchema) })),
}

export type TreeNode = z.output<typeof treeNodeSchema>
export type LineNode = z.output<typeof lineNodeSchema>
