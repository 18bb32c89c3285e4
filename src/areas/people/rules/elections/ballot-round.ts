import type { Judged } from '../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../platform/rules/rule.ts'
import type { TimelineEvent } from '../../../../platform/timeline/timeline.ts'
import type { Day } from '../../../../platform/values/day.ts'
import { inForce } from '../../../../platform/values/spell.ts'
import type { Contest, SecretaryElector, statedResults } from '../../terms.ts'
import { always } from './instruments.ts'
import type { PartyContest } from './party/contest.ts'
import type { PartyRound, PartyVote, Ruling } from './party/round.ts'
import { partyRoundRules } from './party/rules.ts'

/** Somebody who stands in a ballot, as recorded; votes are null before the count. */
export type Contender = {
  readonly personId: string
  readonly name: string
  readonly way: 'candidate' | 'write_in'
  readonly position: number | null
  readonly votes: { readonly for: number; readonly against: number; readonly abstain: number } | null
  /** What the paper of a past election says. */
  readonly stated: keyof typeof statedResults | null
}

export type BallotFacts = {
  readonly secretaryBy: SecretaryElector
  readonly contenders: readonly Contender[]
  /** Scrutineers and tellers of the election. */
  readonly officials: readonly string[]
  /** Those of the contenders and write-ins who may be elected. */
  readonly eligible: readonly string[]
}
export type BallotLife = Pick<Judged<BallotFacts | undefined>, 'events' | 'spells' | 'facts'>

/** Which contest of the regulations a ballot is: the secretary where there is no committee is elected by the meeting. */
function partyContestOf(contest: Contest, secretaryBy: SecretaryElector): PartyContest {
  if (contest === 'committee') return 'members'
  return secretaryBy === 'committee' ? 'officers' : 'officersWithoutCommittee'
}

/** The day of the vote; null before the count. */
export function countedOn({ events, spells }: Pick<BallotLife, 'events' | 'spells'>): Day | null {
  const { due = null, voted_on: votedOn = null } = spells.at(-1)?.attributes ?? {}
  if (due === null) return null
  const counted = events.findLast(({ kind }) => kind === 'counted') ?? events[0]
  return (votedOn as Day | null) ?? counted?.onDate ?? null
}

/** Transcribed from a paper: what it says really was, so that nothing of it is refused. */
export const isPast = ({ events }: { readonly events: readonly TimelineEvent[] }): boolean =>
  events.some(({ kind }) => kind === 'recorded')

/** A recorded ballot as the arithmetic takes it; null while it is not counted. Candidates stand in the order of the list. */
export function roundOf({ events, spells, facts }: BallotLife): PartyRound | null {
  const on = countedOn({ events, spells })
  const ballot = spells.at(-1)?.attributes
  if (!on || !ballot || !facts) return null
  const number = (key: string) => Number(ballot[key] ?? 0)
  const listed = [...facts.contenders].sort((a, b) => (a.position ?? 100) - (b.position ?? 100))
  const votesOf = ({ votes }: Contender) => votes ?? { for: 0, against: 0, abstain: 0 }
  return {
    on,
    contest: partyContestOf(ballot['contest'] as Contest, facts.secretaryBy),
    vote: ballot['vote'] as PartyVote,
    seats: number('seats'),
    due: number('due'),
    present: number('present'),
    ballots: {
      issued: number('issued'),
      returned: number('returned'),
      void: number('void'),
      statedValid: ballot['valid'] ? number('valid') : null,
    },
    candidates: listed
      .filter(({ way }) => way === 'candidate')
      .map((each) => ({ id: each.personId, name: each.name, ...votesOf(each) })),
    writeIns: listed
      .filter(({ way }) => way === 'write_in')
      .map((each) => ({ id: each.personId, name: each.name, for: votesOf(each).for })),
    officials: facts.officials,
    eligible: facts.eligible,
    ruling: rulingOf(events),
  }
}

function rulingOf(events: readonly TimelineEvent[]): Ruling | null {
  const ruled = events.findLast(({ kind }) => kind === 'ruled')
  const base = ruled?.sets['ruling']
  if (!ruled || !base) return null
  return { base: base as Ruling['base'], documentNo: ruled.documentNo ?? '' }
}

/** The rules on a counted vote over the record: the day of the vote chooses the version, whatever was recorded after it. */
export const ballotRules: readonly Rule<Judged<BallotFacts | undefined>>[] = partyRoundRules.map((rule) =>
  defineRule<Judged<BallotFacts | undefined>>({
    ...rule,
    inForce: always,
    check: (life) => {
      const round = isPast(life) ? null : roundOf(life)
      return round && inForce(rule.inForce, round.on) ? rule.check(round, round.on) : []
    },
  }),
)
