import * as z from 'zod'
import { textSchema } from '../../rpc/procedure.ts'
import { keptReasons } from './kept-reason.ts'

const namedSchema = z.object({ type: z.string(), id: z.string(), title: z.string() })

/** What undoing a change would do, or did: the first records of each kind, and how many there are in all. */
export const undoSchema = z.object({
  counts: z.object({ removed: z.number().int(), restored: z.number().int(), kept: z.number().int() }),
  removed: z.array(namedSchema),
  restored: z.array(namedSchema),
  kept: z.array(
    namedSchema.extend({
      why: z.enum(keptReasons),
      message: textSchema.nullable(),
      others: z.array(namedSchema),
      /** The newest change of the record, or of what names it. */
      edit: z
        .object({
          change: z.string(),
          recordedAt: z.string(),
          actor: z.string(),
          reason: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
  /** Sent back with the undoing, so that what is done is what was seen. */
  digest: z.string(),
  change: z.string().nullable(),
})

export type UndoAnswer = z.output<typeof undoSchema>
