import * as z from 'zod'
import { daySchema, knownAtSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import { contactWays, postingKinds, zoneRoles } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])

const namedSchema = z.object({ id: z.string(), name: z.string() })
/** Null where the person lies outside the caller's places. */
const personSchema = namedSchema.nullable()
const inCharge = z.object({ id: z.string(), person: personSchema })

const zoneSchema = namedSchema.extend({
  code: z.string(),
  places: z.array(z.object({ id: z.string(), place: namedSchema })),
  /** In official order; null for who does not see the street, whose list it is. */
  leaders: z.array(inCharge.extend({ role: keysOf(zoneRoles) })).nullable(),
  companies: z.number().int(),
  /** Companies with which nobody is paired. */
  nobody: z.number().int(),
})

const companySchema = namedSchema.extend({
  place: namedSchema,
  zone: namedSchema.nullable(),
  paired: z.array(inCharge),
  /** By anybody, up to the day. */
  lastContact: z.object({ id: z.string(), on: daySchema, way: keysOf(contactWays) }).nullable(),
  /** A number that the next contact may bear. */
  nextContact: z.string(),
})

const contactSchema = inCharge.extend({
  on: daySchema,
  way: keysOf(contactWays),
  topic: z.string(),
  nextStep: z.string().nullable(),
})

const officerSchema = z.object({ person: namedSchema, companies: z.number().int() })

const moment = {
  node: z.string().optional(),
  asOf: daySchema.optional(),
  knownAt: knownAtSchema.optional(),
}
const answered = { asOf: daySchema, knownAt: z.string() }
const inZone = {
  ...moment,
  /** A zone; `none` for what lies in no zone. */
  zone: z.string().optional(),
}

export const zoneContract = {
  zones: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'zones', 'outside'],
  })
    .route({
      method: 'GET',
      path: '/enterprise/zones',
      summary: 'The zones with their places and leaders, and how many companies lie in each',
    })
    .input(z.object(moment))
    .output(
      z.object({
        ...answered,
        zones: z.array(zoneSchema),
        /** What lies in no zone. */
        outside: z.object({ companies: z.number().int(), nobody: z.number().int() }),
      }),
    ),
  pairing: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'zones', 'companies', 'nobody', 'officers', 'unseen'],
  })
    .route({
      method: 'GET',
      path: '/enterprise/pairing',
      summary: 'How many companies have nobody paired, and who is paired with how many, by name',
    })
    .input(z.object(inZone))
    .output(
      z.object({
        ...answered,
        zones: z.array(namedSchema),
        companies: z.number().int(),
        nobody: z.number().int(),
        /** By the strokes of their names; no number orders them. */
        officers: z.array(officerSchema),
        /** How many more are paired here whose file the caller does not see. */
        unseen: z.number().int(),
      }),
    ),
  companies: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'companies', 'total', 'nextCursor'],
  })
    .route({
      method: 'GET',
      path: '/enterprise/companies',
      summary: 'Companies on the list by place, each with who is paired and the last contact by anybody',
    })
    .input(
      z.object({
        ...inZone,
        which: z.enum(['nobody', 'all']).default('nobody'),
        limit: z.coerce.number().int().min(1).max(500).default(50),
        cursor: z
          .string()
          .regex(/^\d{1,9}$/)
          .optional(),
      }),
    )
    .output(
      z.object({
        ...answered,
        companies: z.array(companySchema),
        total: z.number().int(),
        nextCursor: z.string().nullable(),
      }),
    ),
  company: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'company', 'postings', 'contacts', 'contactCount'],
  })
    .route({
      method: 'GET',
      path: '/enterprise/companies/{id}',
      summary: 'Who is in charge of one company, and its newest contacts by anybody',
    })
    .input(z.object({ id: z.string(), asOf: moment.asOf, knownAt: moment.knownAt }))
    .output(
      z.object({
        ...answered,
        company: companySchema,
        postings: z.array(inCharge.extend({ kind: keysOf(postingKinds) })),
        /** The newest twenty up to the day, the newest first. */
        contacts: z.array(contactSchema),
        contactCount: z.number().int(),
      }),
    ),
}

export type ShownZone = z.output<typeof zoneSchema>
export type ShownCompany = z.output<typeof companySchema>
export type ShownContact = z.output<typeof contactSchema>
export type Officer = z.output<typeof officerSchema>
