import * as z from 'zod'
import { textSchema } from '../rpc/procedure.ts'

export const proofSchema = z.object({
  /** Every file read back, or restored in full and compared. */
  kind: z.enum(['check', 'drill']),
  backup: z.string(),
  /** When it ended, ISO 8601. */
  at: z.string(),
  /** Why the backup proved to be of no use; null where it is sound. */
  failure: textSchema.nullable(),
  /** Tables that had the same count and hash as when the backup was made; null where they were not counted. */
  tables: z.number().int().nullable(),
  /** Events and changes of the chain that was verified in it. */
  events: z.number().int().nullable(),
  changes: z.number().int().nullable(),
})
/** That a backup was tried, and how it stood it. */
export type Proof = z.output<typeof proofSchema>
