import type { ORPCError } from '@orpc/server'

const soon = 2
const aWhile = 10

/** Seconds to wait before asking again: as long as a refusal says itself, else a moment; null where waiting changes nothing. */
export function retryAfter({ status, data }: ORPCError<string, unknown>): number | null {
  if (status === 503) return soon
  if (status !== 429) return null
  const { details } = (data ?? {}) as { details?: { minutes?: unknown } }
  return typeof details?.minutes === 'number' ? details.minutes * 60 : aWhile
}
