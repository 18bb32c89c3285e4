import * as z from 'zod'
import { findingSchema } from '../../platform/records/contract.ts'
import { daySchema } from '../../platform/rpc/common-schemas.ts'
import { textSchema } from '../../platform/rpc/procedure.ts'
import { residentsModes } from './rules/elections/residents/round.ts'
import { residentsSteps } from './rules/elections/residents/steps/residents-steps.ts'
import {
  communityPosts,
  electionKinds,
  nominators,
  residentsContests,
  residentsOfficerRoles,
  residentsVotes,
} from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])
const named = z.object({ id: z.string(), name: z.string() })
const cited = z.object({ message: textSchema, basis: textSchema.nullable() })

const stepSchema = z.object({
  step: z.enum(residentsSteps),
  label: textSchema,
  /** Locked: what a rule says against it stands in `reasons`. */
  state: z.enum(['done', 'next', 'later', 'locked']),
  on: daySchema.nullable(),
  documentNo: z.string().nullable(),
  reasons: z.array(cited),
})

const contenderSchema = z.object({
  candidacy: z.string(),
  personId: z.string(),
  name: z.string(),
  way: z.enum(['candidate', 'write_in']),
  position: z.number().int().nullable(),
  /** Stands elsewhere than the strokes of the surname put it. */
  movedByHand: z.boolean(),
  nominatedBy: keysOf(nominators).nullable(),
  nominators: z.number().int().nullable(),
  votes: z.number().nullable(),
  outcome: textSchema.nullable(),
  elected: z.boolean(),
})

const ballotSchema = z.object({
  id: z.string(),
  version: z.string(),
  contest: keysOf(residentsContests),
  vote: keysOf(residentsVotes),
  no: z.number().int(),
  seats: z.number().int(),
  on: daySchema.nullable(),
  /** Totals; who holds a proxy is recorded nowhere. */
  figures: z
    .object({
      entitled: z.number(),
      participants: z.number(),
      issued: z.number(),
      returned: z.number(),
      void: z.number(),
      proxies: z.number(),
      mostProxies: z.number(),
      candidateProxies: z.number(),
      unwrittenProxies: z.number(),
      valid: z.number(),
    })
    .nullable(),
  contenders: z.array(contenderSchema),
  withoutStrokes: z.array(z.object({ name: z.string(), characters: z.array(z.string()) })),
  undecided: z.array(z.array(z.string())),
  outcome: z
    .object({
      kind: z.enum(['notJudged', 'contradictory', 'invalid', 'counted']),
      /** The least number of participants and of votes; null where nothing is judged. */
      participantsNeeded: z.number().int().nullable(),
      votesNeeded: z.number().int().nullable(),
      steps: z.array(z.object({ message: textSchema, basis: textSchema })),
    })
    .nullable(),
  findings: z.array(findingSchema),
})

export const residentsViewSchema = z.object({
  id: z.string(),
  version: z.string(),
  code: z.string(),
  community: named,
  kind: keysOf(electionKinds),
  termNo: z.number().int().nullable(),
  seats: z.number().int(),
  mode: keysOf(residentsModes),
  plannedOn: daySchema,
  /** The voter list as a total. */
  voters: z.number().int().nullable(),
  listPublishedOn: daySchema.nullable(),
  objections: z.array(z.object({ on: daySchema, count: z.number().int(), decidedOn: daySchema.nullable() })),
  steps: z.array(stepSchema),
  calendar: z.array(
    z.object({
      id: z.string(),
      name: textSchema,
      from: daySchema.nullable(),
      by: daySchema,
      basis: textSchema,
      materials: z.array(textSchema),
    }),
  ),
  ballots: z.array(ballotSchema),
  officers: z.array(
    z.object({
      id: z.string(),
      personId: z.string(),
      name: z.string(),
      role: keysOf(residentsOfficerRoles),
    }),
  ),
  outcome: z.object({
    posts: z.array(
      z.object({ personId: z.string(), name: z.string(), post: keysOf(communityPosts), on: daySchema }),
    ),
    obstacles: z.array(textSchema),
  }),
  /** Questions on which nothing is judged on its day. */
  absent: z.array(z.object({ subject: textSchema, why: textSchema })),
  ended: z.object({ kind: z.enum(['confirmed', 'cancelled']), on: daySchema }).nullable(),
  may: z.object({ record: z.boolean(), confirm: z.boolean() }),
  /** The asking account recorded the count, so another one confirms it. */
  ownCount: z.boolean(),
  findings: z.array(findingSchema),
})
export type ResidentsView = z.output<typeof residentsViewSchema>
export type ResidentsBallotView = ResidentsView['ballots'][number]
