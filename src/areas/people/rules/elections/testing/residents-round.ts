import { day } from '../../../../../platform/values/day.ts'
import type { ResidentsOutcome } from '../residents/outcome.ts'
import type { ResidentsRound } from '../residents/round.ts'

/** A round as a test writes it: names are ids, and ballots are [issued, returned, void, stated valid?]. */
export type WrittenResidents = Partial<Omit<ResidentsRound, 'on' | 'ballots' | 'candidates' | 'writeIns'>> & {
  readonly on?: string
  readonly ballots?: readonly [number, number, number, number?]
  readonly votes?: Readonly<Record<string, number>>
  readonly writeIns?: Readonly<Record<string, number>>
}

const contenders = (votes: Readonly<Record<string, number>> = {}) =>
  Object.entries(votes).map(([name, votesFor]) => ({ id: name, name, for: votesFor }))

/** By default five seats, 1,000 voters of whom 800 vote, under the revised law. */
export function residentsRound(written: WrittenResidents): ResidentsRound {
  const { on, ballots, votes, writeIns, ...plain } = written
  const participants = plain.participants ?? 800
  const [issued, returned, spoilt, statedValid] = ballots ?? [participants, participants, 0]
  return {
    mode: 'voters',
    vote: 'first',
    seats: 5,
    entitled: 1000,
    ...plain,
    participants,
    on: day(on ?? '2026-03-15'),
    ballots: { issued, returned, void: spoilt, statedValid: statedValid ?? null },
    candidates: contenders(votes),
    writeIns: contenders(writeIns),
  }
}

/** An outcome in one line: who is what, and what is left to do. */
export function residentsInShort({ result }: ResidentsOutcome): string {
  if (result.kind !== 'counted') return result.kind
  const who = result.contenders.map(({ name, outcome }) => `${name} ${outcome}`)
  const left = result.steps.map(({ step, seats }) => `${step} ${seats}`)
  return [who.join(', '), ...left].join('; ')
}
