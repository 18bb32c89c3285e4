import type { Judged } from '../../../../../../platform/records/behaviour.ts'
import { defineRule, type Rule } from '../../../../../../platform/rules/rule.ts'
import { inForce } from '../../../../../../platform/values/spell.ts'
import { always } from '../../instruments.ts'
import { type Proxies, proxyRules } from '../proxy-rules.ts'
import { type RecordedResident, residentsRoundOf } from '../recorded-round.ts'
import { residentsRoundRules } from '../round-rules.ts'
import type { ResidentsMode, ResidentsRound } from '../round.ts'

export type ResidentsBallotFacts = {
  readonly mode: ResidentsMode
  readonly contenders: readonly RecordedResident[]
}
type Ballot = Judged<ResidentsBallotFacts | undefined>

function overRound<Input>(
  rules: readonly Rule<Input>[],
  inputOf: (round: ResidentsRound, ballot: Ballot) => Input,
): Rule<Ballot>[] {
  return rules.map((rule) =>
    defineRule<Ballot>({
      ...rule,
      inForce: always,
      check: (ballot) => {
        const { facts, spells } = ballot
        const round = facts && residentsRoundOf(spells.at(-1)?.attributes ?? {}, facts.mode, facts.contenders)
        return round && inForce(rule.inForce, round.on) ? rule.check(inputOf(round, ballot), round.on) : []
      },
    }),
  )
}

function proxiesOf({ mode, participants }: ResidentsRound, { spells }: Ballot): Proxies {
  const number = (key: string) => Number(spells.at(-1)?.attributes[key] ?? 0)
  return {
    mode,
    participants,
    total: number('proxies'),
    most: number('most_proxies'),
    withCandidates: number('candidate_proxies'),
    unwritten: number('unwritten_proxies'),
  }
}

/** The rules on a counted vote over the record, by the law of the day of the vote. */
export const residentsBallotRules: readonly Rule<Ballot>[] = [
  ...overRound(residentsRoundRules, (round) => round),
  ...overRound(proxyRules, proxiesOf),
]
