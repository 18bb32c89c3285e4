import { type Day, isDay } from '../../values/day.ts'

/** Place and time in the address. Every page obeys them and every link keeps them. */
export type MomentSearch = {
  node?: string | undefined
  asOf?: Day | undefined
  from?: Day | undefined
  through?: Day | undefined
  /** A change number or an ISO 8601 moment. */
  knownAt?: string | undefined
  structure?: 'today' | undefined
}

export const momentKeys = ['node', 'asOf', 'from', 'through', 'knownAt', 'structure'] as const

const knownAtShape = /^(\d+|\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?)$/

/** Reads what an address may hold; anything that is no day, or no period, is left out rather than guessed. */
export function readMomentSearch(search: Record<string, unknown>): MomentSearch {
  const { node, asOf, from, through, knownAt, structure } = search
  const isPeriod = isDay(from) && isDay(through) && from <= through
  return {
    ...(typeof node === 'string' && node !== '' ? { node } : {}),
    ...(isDay(asOf) ? { asOf } : {}),
    ...(isPeriod ? { from, through } : {}),
    ...(typeof knownAt === 'string' && knownAtShape.test(knownAt) ? { knownAt } : {}),
    ...(structure === 'today' ? { structure } : {}),
  }
}
