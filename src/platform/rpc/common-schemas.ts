import * as z from 'zod'
import { type Day, isDay } from '../values/day.ts'

export const daySchema = z
  .custom<Day>((value) => typeof value === 'string' && isDay(value), 'YYYY-MM-DD')
  .meta({ type: 'string', format: 'date' })

/** A moment of knowledge: a change number, or an ISO 8601 moment that is resolved to one once. Absent: now. */
export const knownAtSchema = z.string().regex(/^(\d+|\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?)$/)

/** The values of a record by field: text whatever the kind, so that a value is asked, kept and answered in one form. */
export const valuesSchema = z.record(z.string(), z.string().nullable()).meta({
  description:
    'Values by field, all of them text: a choice by its code, another record by its id, a day as 2018-06-30, a flag as true or false, a count in decimal digits. Null empties a value.',
})

/** Bounds on what one answer may hold. */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(50),
  cursor: z.string().max(200).optional(),
})

/** Sent with every write: the same key again is answered as the first time and takes effect once. */
export const idempotencyKeySchema = z.string().min(8).max(100)

export const overrideSchema = z.object({
  rule: z.string(),
  reason: z.string().min(2),
  documentNo: z.string().optional(),
  approver: z.string().optional(),
})
