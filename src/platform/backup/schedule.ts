const minute = 60_000
const dayLength = 24 * 60 * minute
/** China has one time and no summer time (国务院, since 1992). */
const chinaOffset = 8 * 60 * minute
/** A start has other things to do first, and a test or a look around ends sooner. */
const graceAfterStart = 10 * minute
const graceAfterFailure = 30 * minute

export type ScheduleState = {
  /** Minutes after midnight in China; null: never by itself. */
  readonly at: number | null
  /** When the newest backup was made, in milliseconds. */
  readonly newest: number | null
  readonly started: number
  readonly failed: number | null
}

/**
 * When the next backup is due, in milliseconds; null: never. What was missed because the machine was off is made up ten minutes
 * after the start, and what failed is tried again half an hour later.
 */
export function nextBackup(now: number, { at, newest, started, failed }: ScheduleState): number | null {
  if (at === null) return null
  const last = lastTime(now, at)
  if (newest !== null && newest >= last) return last + dayLength
  return Math.max(last, started + graceAfterStart, failed === null ? 0 : failed + graceAfterFailure)
}

/** The latest moment, now or before, at which the clock showed this time. */
function lastTime(now: number, at: number): number {
  const midnight = Math.floor((now + chinaOffset) / dayLength) * dayLength - chinaOffset
  const today = midnight + at * minute
  return today <= now ? today : today - dayLength
}
