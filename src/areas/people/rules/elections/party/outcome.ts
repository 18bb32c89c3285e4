import { ballotsInOrder, validBallots } from '../ballots.ts'
import { type CountFinding, judgeCount } from '../findings.ts'
import { linesOf, type MajorityLines } from './majority.ts'
import { nextSteps, type PartyStep } from './next-steps.ts'
import { type Quorum, quorumOf } from './quorum.ts'
import { type PartyRegime, regimeOn } from './regime.ts'
import type { PartyRound } from './round.ts'
import { partyRoundRules } from './rules.ts'
import { stageOf } from './stage.ts'
import { type CountedContender, tally } from './tally.ts'

/** Only a counted round elects anybody. The other three say what stands in the way; the findings say where. */
export type PartyResult =
  | { readonly kind: 'contradictory' }
  | { readonly kind: 'inquorate' }
  | { readonly kind: 'voteAgain' }
  | {
      readonly kind: 'counted'
      /** In the order of the round: candidates, then write-ins. */
      readonly contenders: readonly CountedContender[]
      readonly steps: readonly PartyStep[]
    }

export type PartyOutcome = {
  readonly regime: PartyRegime
  readonly quorum: Quorum
  readonly ballots: { readonly valid: number; readonly inOrder: boolean }
  readonly lines: MajorityLines
  readonly result: PartyResult
  readonly findings: readonly CountFinding[]
}

/**
 * The outcome of a counted vote by the regulations of its day. No override reaches it: where the figures contradict
 * each other, the meeting was too small or too many ballots came back, nobody is elected.
 * Throws Refusal INVALID for a vote before 1990.
 */
export function decidePartyRound(round: PartyRound): PartyOutcome {
  return {
    regime: regimeOn(round.on),
    quorum: quorumOf(round),
    ballots: { valid: validBallots(round.ballots), inOrder: ballotsInOrder(round.ballots) },
    lines: linesOf(round),
    result: resultOf(round),
    findings: judgeCount(partyRoundRules, round, round.on),
  }
}

function resultOf(round: PartyRound): PartyResult {
  const kind = stageOf(round)
  if (kind !== 'counted') return { kind }
  const contenders = tally(round)
  return { kind, contenders, steps: nextSteps(contenders, round.seats, linesOf(round), regimeOn(round.on)) }
}
