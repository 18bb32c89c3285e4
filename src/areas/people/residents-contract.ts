import * as z from 'zod'
import { undoSchema } from '../../platform/records/undo/undo-schema.ts'
import { daySchema, idempotencyKeySchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import {
  confirmationInput,
  confirmedSchema,
  confirming,
  election,
  fieldsOf,
  previewSchema,
  reason,
  recording,
  total,
  write,
  writtenSchema,
} from './election-contract.ts'
import { residentsViewSchema } from './residents-view-schema.ts'
import { nominators, residentsContests, residentsVotes } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])
const votes = z.array(z.object({ personId: z.uuid(), for: total })).max(99)

/** Elections of residents’ committees. */
export const residentsContract = {
  residentsElection: procedure({
    permission: 'people.see',
    scope: 'place',
    audit: 'none',
    fields: fieldsOf(residentsViewSchema),
  })
    .route({
      method: 'GET',
      path: '/people/residents-elections/{id}',
      summary: 'An election of a residents’ committee with its steps, ballots and outcome',
    })
    .input(election)
    .output(residentsViewSchema),
  prepareResidentsBallot: procedure({ ...recording, fields: fieldsOf(writtenSchema) })
    .route({
      method: 'POST',
      path: '/people/residents-elections/{election}/ballots',
      summary: 'Prepare the next round of a contest of a residents’ election, with who nominated whom',
    })
    .input(
      z.object({
        ...write,
        election: z.uuid(),
        contest: keysOf(residentsContests),
        vote: keysOf(residentsVotes),
        seats: z.number().int().min(1).max(99),
        onDate: daySchema,
        candidates: z
          .array(
            z.object({
              personId: z.uuid(),
              nominatedBy: keysOf(nominators),
              nominators: z.number().int().min(1).max(99_999).nullable().default(null),
            }),
          )
          .min(1)
          .max(99),
      }),
    )
    .output(writtenSchema),
  placeResidentsCandidates: procedure({ ...recording, fields: ['id', 'moved'] })
    .route({
      method: 'POST',
      path: '/people/residents-ballots/{id}/order',
      summary: 'Put a list of candidates of a residents’ election into another order by hand',
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
  recordResidentsCount: procedure({ ...recording, fields: fieldsOf(writtenSchema) })
    .route({
      method: 'POST',
      path: '/people/residents-ballots/{id}/count',
      summary:
        'Record or correct the count of a round of a residents’ election in totals, proxies among them',
    })
    .input(
      z.object({
        ...write,
        id: z.uuid(),
        version: z.string(),
        onDate: daySchema,
        entitled: total.min(1),
        participants: total,
        issued: total,
        returned: total,
        void: total,
        proxies: total,
        mostProxies: total,
        candidateProxies: total,
        unwrittenProxies: total,
        candidates: votes,
        writeIns: votes,
        correcting: z.boolean().default(false),
        reason,
      }),
    )
    .output(writtenSchema),
  previewResidentsConfirmation: procedure({ ...confirming, audit: 'none', fields: fieldsOf(previewSchema) })
    .route({
      method: 'POST',
      path: '/people/residents-elections/{id}/confirmation/preview',
      summary: 'What confirming a residents’ election would do; nothing is written',
    })
    .input(confirmationInput)
    .output(previewSchema),
  confirmResidentsElection: procedure({ ...confirming, fields: fieldsOf(confirmedSchema) })
    .route({
      method: 'POST',
      path: '/people/residents-elections/{id}/confirmation',
      summary:
        'Turn the outcome of the count into posts of the community, by another person than who counted',
    })
    .input(confirmationInput.extend(write))
    .output(confirmedSchema),
  previewUndoResidents: procedure({ ...confirming, audit: 'none', fields: fieldsOf(undoSchema) })
    .route({
      method: 'GET',
      path: '/people/residents-elections/{id}/confirmation/undoing',
      summary: 'What undoing the confirmation of a residents’ election would do; nothing is written',
    })
    .input(election)
    .output(undoSchema),
  undoResidents: procedure({ ...confirming, fields: fieldsOf(undoSchema) })
    .route({
      method: 'POST',
      path: '/people/residents-elections/{id}/confirmation/undoing',
      summary: 'Undo the confirmation of a residents’ election: posts and election stand as before it',
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
