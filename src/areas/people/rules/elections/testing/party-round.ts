import { day } from '../../../../../platform/values/day.ts'
import type { PartyOutcome } from '../party/outcome.ts'
import type { PartyCandidate, PartyRound } from '../party/round.ts'

/** Votes for, or votes for, against and abstaining; what is not said is against. */
type Marks = number | readonly [number, number, number]

/** A round as a test writes it: names are ids, and ballots are [issued, returned, void, stated valid?]. */
export type Written = Partial<Omit<PartyRound, 'on' | 'ballots' | 'candidates' | 'writeIns'>> & {
  readonly on?: string
  readonly ballots?: readonly [number, number, number, number?]
  readonly votes?: Readonly<Record<string, Marks>>
  readonly writeIns?: Readonly<Record<string, number>>
}

/** By default three seats, 50 voters due and all present and voting, on a day under the regulations of 2020. */
export function partyRound(written: Written): PartyRound {
  const { on, ballots, votes, writeIns, ...plain } = written
  const due = plain.due ?? 50
  const present = plain.present ?? due
  const [issued, returned, spoilt, statedValid] = ballots ?? [present, present, 0]
  return {
    contest: 'members',
    vote: 'first',
    seats: 3,
    officials: [],
    eligible: null,
    ruling: null,
    ...plain,
    due,
    present,
    on: day(on ?? '2021-06-18'),
    ballots: { issued, returned, void: spoilt, statedValid: statedValid ?? null },
    candidates: Object.entries(votes ?? {}).map(([name, marks]) => candidate(name, marks, returned - spoilt)),
    writeIns: Object.entries(writeIns ?? {}).map(([name, votesFor]) => ({ id: name, name, for: votesFor })),
  }
}

function candidate(name: string, marks: Marks, valid: number): PartyCandidate {
  const [yes, no, abstain] = typeof marks === 'number' ? [marks, valid - marks, 0] : marks
  return { id: name, name, for: yes, against: no, abstain }
}

/** An outcome in one line: who is what, and what is left to do. */
export function inShort({ result }: PartyOutcome): string {
  if (result.kind !== 'counted') return result.kind
  const who = result.contenders.map(({ name, outcome }) => `${name} ${outcome}`)
  const left = result.steps.map(({ step, seats }) => `${step} ${seats}`)
  return [who.join(', '), ...left].join('; ')
}

export const rulesFound = ({ findings }: PartyOutcome) => findings.map(({ rule }) => rule)
