import * as z from 'zod'
import { findingSchema } from '../../platform/records/contract.ts'
import { daySchema } from '../../platform/rpc/common-schemas.ts'
import { textSchema } from '../../platform/rpc/procedure.ts'
import { electionSteps } from './rules/elections/steps/election-steps.ts'
import { ballotVotes, contests, electionKinds, officerRoles, secretaryElectors } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])
const named = z.object({ id: z.string(), name: z.string() })
const cited = z.object({ message: textSchema, basis: textSchema.nullable() })

const stepSchema = z.object({
  step: z.enum(electionSteps),
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
  votes: z.object({ for: z.number(), against: z.number(), abstain: z.number() }).nullable(),
  outcome: textSchema.nullable(),
  elected: z.boolean(),
})

const ballotSchema = z.object({
  id: z.string(),
  version: z.string(),
  code: z.string(),
  contest: keysOf(contests),
  vote: keysOf(ballotVotes),
  no: z.number().int(),
  seats: z.number().int(),
  on: daySchema.nullable(),
  figures: z
    .object({
      due: z.number(),
      present: z.number(),
      issued: z.number(),
      returned: z.number(),
      void: z.number(),
      valid: z.number(),
    })
    .nullable(),
  contenders: z.array(contenderSchema),
  withoutStrokes: z.array(z.object({ name: z.string(), characters: z.array(z.string()) })),
  undecided: z.array(z.array(z.string())),
  outcome: z
    .object({
      kind: z.enum(['contradictory', 'inquorate', 'voteAgain', 'counted']),
      regime: textSchema,
      quorum: z.object({ needed: z.number(), held: z.boolean() }),
      lines: z.object({ due: z.number(), present: z.number() }),
      majority: textSchema,
      steps: z.array(z.object({ message: textSchema, basis: textSchema })),
    })
    .nullable(),
  /** Acts that the count leaves open to be recorded. */
  offers: z.array(z.enum(['ruled', 'settled_for_fewer'])),
  findings: z.array(findingSchema),
})

export const electionViewSchema = z.object({
  id: z.string(),
  version: z.string(),
  code: z.string(),
  organisation: named,
  kind: keysOf(electionKinds),
  termNo: z.number().int().nullable(),
  seats: z.number().int(),
  secretaryBy: keysOf(secretaryElectors),
  plannedOn: daySchema,
  /** Entered from its papers, so that it has no steps here and nothing comes of it. */
  past: z.boolean(),
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
    z.object({ id: z.string(), personId: z.string(), name: z.string(), role: keysOf(officerRoles) }),
  ),
  outcome: z.object({
    posts: z.array(z.object({ personId: z.string(), name: z.string(), post: z.string(), on: daySchema })),
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
export type ElectionView = z.output<typeof electionViewSchema>
export type ElectionBallotView = ElectionView['ballots'][number]
