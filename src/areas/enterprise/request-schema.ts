import * as z from 'zod'
import { textSchema } from '../../platform/rpc/procedure.ts'
import { daySchema } from '../../platform/rpc/common-schemas.ts'
import { requestActs } from './rules/requests/request-life.ts'
import { taskActs } from './rules/requests/task-life.ts'
import {
  requestChannels,
  requestKinds,
  requestOutcomes,
  requestStages,
  taskRoles,
  taskStages,
} from './terms.ts'

export const keysOf = <T extends Record<string, unknown>>(words: T) =>
  z.enum(Object.keys(words) as [keyof T & string])

const named = z.object({ id: z.string(), name: z.string() })

/** How a clock stands. A day past the last announced year is expected and no deadline; before the first year it is null. */
export const clockSchema = z.object({
  started: daySchema,
  due: z.object({ day: daySchema, expected: z.boolean() }).nullable(),
  outcome: z.enum(['running', 'met', 'late', 'cancelled']).nullable(),
  pausedSince: daySchema.nullable(),
  /** Working days left, the due day counted and today not; null where nobody knows. */
  remaining: z.number().int().nullable(),
  /** Working days past the due day, 0 on the days off after it; null while it is not overdue or nobody knows. */
  overdue: z.number().int().nullable(),
})

export const partSchema = z.object({
  id: z.string(),
  department: named,
  role: keysOf(taskRoles),
  stage: keysOf(taskStages),
  /** Null where nobody is named, or the person lies outside the caller's places. */
  holder: named.nullable(),
  clock: clockSchema.nullable(),
})

export const requestLineSchema = z.object({
  id: z.string(),
  number: z.string(),
  subject: z.string(),
  company: named,
  kind: keysOf(requestKinds),
  receivedOn: daySchema,
  wishedOn: daySchema.nullable(),
  stage: keysOf(requestStages),
  supervised: z.boolean(),
  /** Departments' parts that stand: those returned are left out. */
  parts: z.array(partSchema),
  /** Of an open request that no department has: by when it has to be assigned. */
  unassigned: clockSchema.nullable(),
  closed: z.object({ on: daySchema, outcome: keysOf(requestOutcomes) }).nullable(),
})

const entrySchema = z.object({
  id: z.string(),
  on: daySchema,
  at: z.string().nullable(),
  /** Null for the request's own events. */
  department: z.string().nullable(),
  label: textSchema,
  details: z.array(z.object({ label: textSchema, value: textSchema })),
  reason: z.string().nullable(),
  documentNo: z.string().nullable(),
  by: z.string(),
})

export const requestViewSchema = requestLineSchema.extend({
  channel: keysOf(requestChannels),
  content: z.string().nullable(),
  /** All of them, with what may be done next. */
  parts: z.array(
    partSchema.extend({
      objection: clockSchema.nullable(),
      settlement: clockSchema.nullable(),
      next: z.array(z.enum(taskActs)),
    }),
  ),
  assignment: clockSchema.nullable(),
  timeline: z.array(entrySchema),
  next: z.array(z.enum(requestActs)),
  mayAssign: z.boolean(),
})

export type ClockView = z.output<typeof clockSchema>
export type PartLine = z.output<typeof partSchema>
export type RequestLine = z.output<typeof requestLineSchema>
export type RequestView = z.output<typeof requestViewSchema>
