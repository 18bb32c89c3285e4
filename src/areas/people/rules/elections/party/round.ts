import type { Day } from '../../../../../platform/values/day.ts'
import type { Ballots } from '../ballots.ts'
import type { PartyContest } from './contest.ts'

/** Votes are totals: how one person voted is kept nowhere. */
export type PartyCandidate = {
  readonly id: string
  readonly name: string
  readonly for: number
  readonly against: number
  readonly abstain: number
}

/** Somebody written in by voters (另选他人). */
export type WriteIn = { readonly id: string; readonly name: string; readonly for: number }

/** Which base the majority is taken of: the voters due to attend (应到会), or those present (实到会). */
export type MajorityBase = 'due' | 'present'

/** The higher organisation's written answer where the accounts of the regulations differ. */
export type Ruling = { readonly base: MajorityBase; readonly documentNo: string }

/** First vote; another election for the seats left (另行选举); or a vote among those who were tied for them. */
export type PartyVote = 'first' | 'further' | 'tie'

/** One counted vote on one kind of post. */
export type PartyRound = {
  readonly on: Day
  readonly contest: PartyContest
  readonly vote: PartyVote
  /** How many are to be elected (应选名额); in a further vote, how many are still to be. */
  readonly seats: number
  /** Voters due to attend (应到会): full members with the right to vote, less the approved exclusions. */
  readonly due: number
  /** Voters present (实到会). */
  readonly present: number
  readonly ballots: Ballots
  readonly candidates: readonly PartyCandidate[]
  readonly writeIns: readonly WriteIn[]
  /** Scrutineers and tellers. */
  readonly officials: readonly string[]
  /** Who may be elected; null where the list is not at hand and nobody is held against it. */
  readonly eligible: readonly string[] | null
  readonly ruling: Ruling | null
}

export const contendersOf = ({ candidates, writeIns }: PartyRound) => [...candidates, ...writeIns]
