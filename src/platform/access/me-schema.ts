import * as z from 'zod'
import { textSchema } from '../rpc/procedure.ts'

/** Who is signed in, and what they may do. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  office: z.object({ id: z.number().int(), name: textSchema }),
  /** The topmost places that the account may see; `whole` when it is the office itself. */
  scope: z.object({ whole: z.boolean(), places: z.array(z.object({ id: z.string(), name: z.string() })) }),
  permissions: z.array(z.string()),
  mustChangePassword: z.boolean(),
  /** The office asks the account for one, so that it is not removed. */
  secondFactorAsked: z.boolean(),
  /** It is asked for in this session. */
  secondFactorRequired: z.boolean(),
  secondFactor: z.boolean(),
  demo: z.boolean(),
})

export type Me = z.output<typeof meSchema>
