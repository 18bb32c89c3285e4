import * as z from 'zod'
import { daySchema, knownAtSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import { electionContract } from './election-contract.ts'
import { residentsContract } from './residents-contract.ts'
import { electionSteps } from './rules/elections/steps/election-steps.ts'
import { communityPosts, educations, gainings, partyPosts, sexes, workingTimes } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])

const placeSchema = z.object({ id: z.string(), name: z.string() })

const seatSchema = z.object({
  /** Null where the person lies outside the caller's places. */
  person: placeSchema
    .extend({
      sex: keysOf(sexes),
      /** In completed years on the day of the committee; null where the birth was erased. */
      age: z.number().int().nullable(),
      /** On that day; null of a person who was not on file yet. */
      education: keysOf(educations).nullable(),
    })
    .nullable(),
  /** The holdings, the highest first. */
  posts: z.array(z.object({ id: z.string(), post: keysOf(partyPosts), duty: z.string().nullable() })),
  /** Held in the residents' committee on the day. */
  alsoPosts: z.array(keysOf(communityPosts)),
  workingTime: keysOf(workingTimes),
  gained: keysOf(gainings),
  wonOn: daySchema.nullable(),
  /** Of one who was elected for the term: whether in the same committee on the day before it began. */
  again: z.boolean().nullable(),
})

const committeeSchema = z.object({
  id: z.string(),
  name: z.string(),
  termFrom: daySchema.nullable(),
  /** The day on which the term is over. */
  termUntil: daySchema.nullable(),
  previousFrom: daySchema.nullable(),
  /** In rank order, on the day that is asked for. */
  now: z.array(seatSchema),
  /** In rank order, on the day on which the term before began. */
  before: z.array(seatSchema),
})

const committeesOfPlaceSchema = z.object({ place: placeSchema, committees: z.array(committeeSchema) })

const holderSchema = z.object({
  /** The holding. */
  id: z.string(),
  /** Null where the person lies outside the caller's places. */
  name: z.string().nullable(),
})

const staffedCommunitySchema = z.object({
  place: placeSchema,
  /** One for each post of the answer. */
  cells: z.array(
    z.object({
      holders: z.array(holderSchema),
      /** Where fewer hold the post than the standard asks for: the first of the days without a break. */
      vacantSince: daySchema.nullable(),
    }),
  ),
})

const staffedPostSchema = z.object({
  post: keysOf(communityPosts),
  /** The standard in force on the day, and how many every community needs by it; null where there is none. */
  standard: z.object({ id: z.string(), needed: z.number().int() }).nullable(),
})

const termSchema = z.object({
  id: z.string(),
  name: z.string(),
  place: placeSchema,
  /** As the election that the term came of says; null where none is recorded. */
  termNo: z.number().int().nullable(),
  from: daySchema,
  until: daySchema,
  /** Negative where it has ended. */
  daysLeft: z.number().int(),
  /** The last day on which each step is in time: by the planned day of the election under way, else by the day on which the term ends. */
  due: z.object({ remind: daySchema, request: daySchema, nominees: daySchema, meeting: daySchema }),
  /** Under way on the day. */
  election: z
    .object({ id: z.string(), code: z.string(), step: z.enum(electionSteps), plannedOn: daySchema })
    .nullable(),
})

const moment = z.object({
  node: z.string().optional(),
  asOf: daySchema.optional(),
  knownAt: knownAtSchema.optional(),
})
const answered = { asOf: daySchema, knownAt: z.string() }

export const peopleContract = {
  ...electionContract,
  ...residentsContract,
  committees: procedure({
    permission: 'people.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'places'],
  })
    .route({
      method: 'GET',
      path: '/people/committees',
      summary: 'The committees of community Party organisations, each beside that of the term before',
    })
    .input(moment)
    .output(z.object({ ...answered, places: z.array(committeesOfPlaceSchema) })),
  terms: procedure({
    permission: 'people.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'terms', 'unrecorded'],
  })
    .route({
      method: 'GET',
      path: '/people/terms',
      summary:
        'Terms that end within a year or have ended, each with the times and the state of its election',
    })
    .input(moment)
    .output(
      z.object({
        ...answered,
        /** The one that ended or ends first comes first. */
        terms: z.array(termSchema),
        /** Organisations that elect and of which no term is recorded. */
        unrecorded: z.number().int(),
      }),
    ),
  staffing: procedure({
    permission: 'people.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'posts', 'communities'],
  })
    .route({
      method: 'GET',
      path: '/people/staffing',
      summary: 'Who holds which post in which community, against the staffing standard',
    })
    .input(moment)
    .output(
      z.object({
        ...answered,
        posts: z.array(staffedPostSchema),
        communities: z.array(staffedCommunitySchema),
      }),
    ),
}

export type EndingTerm = z.output<typeof termSchema>
export type Seat = z.output<typeof seatSchema>
export type Committee = z.output<typeof committeeSchema>
export type CommitteesOfPlace = z.output<typeof committeesOfPlaceSchema>
export type StaffedPost = z.output<typeof staffedPostSchema>
export type StaffedCommunity = z.output<typeof staffedCommunitySchema>
