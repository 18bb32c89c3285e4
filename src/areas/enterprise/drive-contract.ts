import * as z from 'zod'
import type { Day } from '../../platform/values/day.ts'
import { daySchema, knownAtSchema } from '../../platform/rpc/common-schemas.ts'
import { procedure } from '../../platform/rpc/procedure.ts'
import { censusStates, industries } from './terms.ts'

const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])

const coverageSchema = z.object({
  /** Companies that meet the three haves, each once. */
  qualifying: z.number().int(),
  organised: z.number().int(),
  /** By an organisation, or by an instructor or liaison. */
  worked: z.number().int(),
  /** Of a hundred, one decimal, half up; null where none qualifies. */
  rate: z.string().nullable(),
  workRate: z.string().nullable(),
})

const driveSchema = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  industry: keysOf(industries),
  launched: daySchema,
  days: z.number().int(),
  /** The launch plus the days less one. */
  lastDay: daySchema,
  announcedLastDay: daySchema,
  census: keysOf(censusStates),
  /** The day of the decision by which it ended; null while it runs. */
  ended: daySchema.nullable(),
})

const moment = z.object({
  node: z.string().optional(),
  asOf: daySchema.optional(),
  knownAt: knownAtSchema.optional(),
})
const answered = { asOf: daySchema, knownAt: z.string() }

export const driveContract = {
  drive: procedure({
    permission: 'enterprise.see',
    scope: 'place',
    audit: 'none',
    fields: ['asOf', 'knownAt', 'drives', 'chosen', 'curve'],
  })
    .route({
      method: 'GET',
      path: '/enterprise/drive',
      summary: 'A drive with the coverage of its lists on each of its days up to the one asked for',
    })
    .input(moment.extend({ drive: z.string().optional() }))
    .output(
      z.object({
        ...answered,
        /** Those launched by the day, the newest first. */
        drives: z.array(driveSchema),
        /** The one that the curve is of: as asked, else the newest; null where there is none. */
        chosen: z.string().nullable(),
        curve: z.array(z.object({ day: daySchema, today: coverageSchema, opening: coverageSchema })),
      }),
    ),
}

export type Drive = z.output<typeof driveSchema>
export type Coverage = z.output<typeof coverageSchema>
export type CoverageDay = { readonly day: Day; readonly today: Coverage; readonly opening: Coverage }
