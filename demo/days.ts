import { addDays, type Day, day, daysBetween } from '../src/platform/values/day.ts'
import type { Random } from './random.ts'

/** A day of the span, both ends included. */
export function dayBetween(random: Random, first: string, last: string): Day {
  const from = day(first)
  return addDays(from, random.between(0, Math.max(0, daysBetween(from, day(last)))))
}
