import { half, isOver, leastOver } from '../share.ts'
import { type PartyRegime, regimeOn } from './regime.ts'
import type { MajorityBase, PartyRound } from './round.ts'

/**
 * `referred` lies between the two lines: over half of those present, not over half of those due. Accounts of the
 * regulations of 2020 differ on the base, so nothing is declared and the higher organisation is asked.
 */
export type Standing = 'passes' | 'between' | 'below'

/** The least number of votes that is over half, of either base. */
export type MajorityLines = Readonly<Record<MajorityBase, number>>

export function linesOf({ due, present }: Pick<PartyRound, 'due' | 'present'>): MajorityLines {
  return { due: leastOver(due, half), present: leastOver(present, half) }
}

const usualBase = { party1990: 'present', party2020: 'due' } as const satisfies Record<
  PartyRegime,
  MajorityBase
>

/** The base by which a vote is counted: a ruling without its document number is none. */
function baseOf({ on, ruling }: PartyRound): { readonly base: MajorityBase; readonly settled: boolean } {
  const regime = regimeOn(on)
  if (regime === 'party1990') return { base: usualBase[regime], settled: true }
  if (ruling !== null && ruling.documentNo.trim() !== '') return { base: ruling.base, settled: true }
  return { base: usualBase[regime], settled: false }
}

/** How a number of votes stands to the majority. Those who are tied have passed before: among them, any vote counts. */
export function standingOf(votes: number, round: PartyRound): Standing {
  if (round.vote === 'tie') return votes > 0 ? 'passes' : 'below'
  const { base, settled } = baseOf(round)
  if (isOver(votes, round[base], half)) return 'passes'
  return !settled && isOver(votes, round.present, half) ? 'between' : 'below'
}
