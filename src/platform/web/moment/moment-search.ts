import { type Day, isDay } from '../../values/day.ts'

/** Place and time in the address. Every page obeys them and every link keeps them. */
export type MomentSearch = {
  /** A place; every page keeps it. */
  node?: string | undefined
  /** Along the other tree, for the pages that can be asked so. */
  along?: 'line' | undefined
  /** A node of the other tree; absent: its topmost. */
  line?: string | undefined
  asOf?: Day | undefined
  from?: Day | undefined
  through?: Day | undefined
  /** A change number or an ISO 8601 moment. */
  knownAt?: string | undefined
  structure?: 'today' | undefined
}

export const momentKeys = [
  'node',
  'along',
  'line',
  'asOf',
  'from',
  'through',
  'knownAt',
  'structure',
] as const

const knownAtShape = /^(\d+|\d{4}-\d{2}-\d{2}(T[0-9:.]+(Z|[+-]\d{2}:\d{2})?)?)$/

/** Reads what an address may hold; anything that is no day, or no period, is left out rather than guessed. */
export function readMomentSearch(search: Record<string, unknown>): MomentSearch {
  const { node, along, line, asOf, from, through, knownAt, structure } = search
  const isPeriod = isDay(from) && isDay(through) && from <= through
  return {
    ...(typeof node === 'string' && node !== '' ? { node } : {}),
    ...(along === 'line' ? { along } : {}),
    ...(typeof line === 'string' && line !== '' ? { line } : {}),
    ...(isDay(asOf) ? { asOf } : {}),
    ...(isPeriod ? { from, through } : {}),
    ...(typeof knownAt === 'string' && knownAtShape.test(knownAt) ? { knownAt } : {}),
    ...(structure === 'today' ? { structure } : {}),
  }
}
