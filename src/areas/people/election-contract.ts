import * as z from 'zod'
import { movedFigureSchema } from '../../platform/figures/contract.ts'
import { findingSchema } from '../../platform/records/contract.ts'
import { undoSchema } from '../../platform/records/undo/undo-schema.ts'
import { daySchema, idempotencyKeySchema, overrideSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure, textSchema } from '../../platform/rpc/procedure.ts'
import { electionViewSchema } from './election-view-schema.ts'
import { ballotVotes, contests } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])

export const total = z.number().int().min(0).max(99_999)
export const write = { idempotencyKey: idempotencyKeySchema, overrides: z.array(overrideSchema).default([]) }
export const reason = z.string().max(500).nullable().default(null)
export const election = z.object({ id: z.uuid() })

export const writtenSchema = z.object({
  id: z.string(),
  version: z.string(),
  findings: z.array(findingSchema),
})

export const confirmationInput = z.object({
  id: z.uuid(),
  version: z.string(),
  onDate: daySchema,
  documentNo: z.string().max(100).nullable().default(null),
  reason,
  fullTime: z.array(z.uuid()).max(99).default([]),
})

/** What a confirmation writes. */
const told = {
  posts: z.array(
    z.object({
      personId: z.string(),
      name: z.string(),
      post: z.string(),
      on: daySchema,
      again: z.boolean(),
      recordedBefore: z.boolean(),
    }),
  ),
  ending: z.array(z.object({ name: z.string(), post: z.string(), on: daySchema })),
  term: z
    .object({
      from: daySchema,
      years: z.number().int().nullable(),
      until: daySchema.nullable(),
      basis: textSchema.nullable(),
    })
    .nullable(),
  findings: z.array(findingSchema),
}
export const confirmedSchema = z.object({ ...told, change: z.string() })
export const previewSchema = z.object({
  ...told,
  stopped: z.array(findingSchema),
  figures: z.array(movedFigureSchema),
})

export const recording = { permission: 'people.record', scope: 'place', audit: 'change' } as const
export const confirming = { permission: 'people.confirm', scope: 'place', audit: 'change' } as const
export const fieldsOf = (schema: { readonly shape: object }) => Object.keys(schema.shape)

export const electionContract = {
  election: procedure({
    permission: 'people.see',
    scope: 'place',
    audit: 'none',
    fields: fieldsOf(electionViewSchema),
  })
    .route({
      method: 'GET',
      path: '/people/elections/{id}',
      summary: 'An election with its steps, ballots and outcome',
    })
    .input(election)
    .output(electionViewSchema),
  prepareBallot: procedure({ ...recording, fields: fieldsOf(writtenSchema) })
    .route({
      method: 'POST',
      path: '/people/elections/{election}/ballots',
      summary: 'Prepare the next round of a contest, candidates by the strokes of their surnames',
    })
    .input(
      z.object({
        ...write,
        election: z.uuid(),
        contest: keysOf(contests),
        vote: keysOf(ballotVotes),
        seats: z.number().int().min(1).max(99),
        onDate: daySchema,
        candidates: z.array(z.uuid()).min(1).max(99),
      }),
    )
    .output(writtenSchema),
  placeCandidates: procedure({ ...recording, fields: ['id', 'moved'] })
    .route({
      method: 'POST',
      path: '/people/ballots/{id}/order',
      summary: 'Put a list of candidates into another order by hand',
    })
    .input(
      z.object({
        id: z.uuid(),
        onDate: daySchema,
        reason,
        order: z.array(z.uuid()).max(99),
        idempotencyKey: idempotencyKeySchema,
      }),
    )
    .output(z.object({ id: z.string(), moved: z.number().int() })),
  recordCount: procedure({ ...recording, fields: fieldsOf(writtenSchema) })
    .route({
      method: 'POST',
      path: '/people/ballots/{id}/count',
      summary: 'Record or correct the count of a round: totals alone, never a voter’s ballot',
    })
    .input(
      z.object({
        ...write,
        id: z.uuid(),
        version: z.string(),
        onDate: daySchema,
        due: total,
        present: total,
        issued: total,
        returned: total,
        void: total,
        candidates: z
          .array(z.object({ personId: z.uuid(), for: total, against: total, abstain: total }))
          .max(99),
        writeIns: z.array(z.object({ personId: z.uuid(), for: total })).max(99),
        correcting: z.boolean().default(false),
        reason,
      }),
    )
    .output(writtenSchema),
  previewConfirmation: procedure({ ...confirming, audit: 'none', fields: fieldsOf(previewSchema) })
    .route({
      method: 'POST',
      path: '/people/elections/{id}/confirmation/preview',
      summary: 'What confirming an election would do; nothing is written',
    })
    .input(confirmationInput)
    .output(previewSchema),
  confirmElection: procedure({ ...confirming, fields: fieldsOf(confirmedSchema) })
    .route({
      method: 'POST',
      path: '/people/elections/{id}/confirmation',
      summary: 'Turn the outcome of the count into posts and a term, by another person than who counted',
    })
    .input(confirmationInput.extend(write))
    .output(confirmedSchema),
  previewUndoConfirmation: procedure({ ...confirming, audit: 'none', fields: fieldsOf(undoSchema) })
    .route({
      method: 'GET',
      path: '/people/elections/{id}/confirmation/undoing',
      summary: 'What undoing a confirmation would do; nothing is written',
    })
    .input(election)
    .output(undoSchema),
  undoConfirmation: procedure({ ...confirming, fields: fieldsOf(undoSchema) })
    .route({
      method: 'POST',
      path: '/people/elections/{id}/confirmation/undoing',
      summary: 'Undo a confirmation: posts, term and election stand as before it',
    })
    .input(
      z.object({
        id: z.uuid(),
        reason: z.string().min(2).max(500),
        idempotencyKey: idempotencyKeySchema,
      }),
    )
    .output(undoSchema),
}

export type ConfirmationPreview = z.output<typeof previewSchema>
export type Confirmed = z.output<typeof confirmedSchema>
