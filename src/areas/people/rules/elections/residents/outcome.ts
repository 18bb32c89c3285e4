import { inForce } from '../../../../../platform/values/spell.ts'
import { type AbsentRule, absentOn } from '../absent-rules.ts'
import { type CountFinding, judgeCount } from '../findings.ts'
import { instruments } from '../instruments.ts'
import { roundFaults } from './faults.ts'
import { nextResidentsSteps, type ResidentsStep } from './next-steps.ts'
import { residentsRoundRules } from './round-rules.ts'
import type { ResidentsRound } from './round.ts'
import { type CountedResident, tallyResidents, type Validity, validityOf, votesNeeded } from './tally.ts'

export type ResidentsResult =
  /** A vote before the revised law: no rule on it is at hand, so nothing is said. */
  | { readonly kind: 'notJudged'; readonly absent: readonly AbsentRule[] }
  | { readonly kind: 'contradictory' }
  | { readonly kind: 'invalid'; readonly validity: Validity }
  | {
      readonly kind: 'counted'
      readonly validity: Validity
      /** The least number of votes that elects in this vote. */
      readonly votesNeeded: number
      /** In the order of the round: candidates, then write-ins. */
      readonly contenders: readonly CountedResident[]
      readonly steps: readonly ResidentsStep[]
    }

export type ResidentsOutcome = {
  readonly result: ResidentsResult
  readonly findings: readonly CountFinding[]
}

/** The outcome of a counted residents' vote by the law in force on its day. No override reaches it. */
export function decideResidentsRound(round: ResidentsRound): ResidentsOutcome {
  return { result: resultOf(round), findings: judgeCount(residentsRoundRules, round, round.on) }
}

function resultOf(round: ResidentsRound): ResidentsResult {
  if (!inForce(instruments.residents2025.inForce, round.on)) {
    return { kind: 'notJudged', absent: absentOn('residents', round.on) }
  }
  if (roundFaults(round).length > 0) return { kind: 'contradictory' }
  const validity = validityOf(round)
  if (!validity.valid) return { kind: 'invalid', validity }
  const contenders = tallyResidents(round)
  const steps = nextResidentsSteps(contenders, round.seats)
  return { kind: 'counted', validity, votesNeeded: votesNeeded(round), contenders, steps }
}
