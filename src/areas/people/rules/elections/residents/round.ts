import { voterModes } from '../../../terms.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import type { Ballots } from '../ballots.ts'
import { half, type Share, twoThirds } from '../share.ts'

type Mode = { readonly name: Text; readonly entitled: Text; readonly validOver: Share }

/** By whom a residents' committee is elected, and over which share of them must take part (art. 19). */
export const residentsModes = {
  voters: {
    name: voterModes.voters,
    entitled: text('有选举权的居民', 'residents with the right to vote'),
    validOver: half,
  },
  households: {
    name: voterModes.households,
    entitled: text('户的代表', 'household representatives'),
    validOver: half,
  },
  representatives: {
    name: voterModes.representatives,
    entitled: text('居民代表', 'residents’ representatives'),
    validOver: twoThirds,
  },
} as const satisfies Record<string, Mode>
export type ResidentsMode = keyof typeof residentsModes

/** Votes are totals: how one person voted is kept nowhere. */
export type ResidentsContender = { readonly id: string; readonly name: string; readonly for: number }

/** One counted vote for posts of one kind: chair, deputies or members. */
export type ResidentsRound = {
  readonly on: Day
  readonly mode: ResidentsMode
  readonly vote: 'first' | 'runOff'
  readonly seats: number
  /** Those who may vote in this mode. */
  readonly entitled: number
  /** Those who took part, themselves or by proxy. */
  readonly participants: number
  readonly ballots: Ballots
  readonly candidates: readonly ResidentsContender[]
  readonly writeIns: readonly ResidentsContender[]
}
