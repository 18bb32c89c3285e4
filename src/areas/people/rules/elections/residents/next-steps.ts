import { type Text, text } from '../../../../../platform/text.ts'
import { type Basis, byPractice, cite } from '../instruments.ts'
import type { CountedResident } from './tally.ts'

/** What is left to do: settle a tie, on which the law at hand is silent, or vote on the seats that nobody won. */
export type ResidentsStep = Basis & {
  readonly step: 'settleTie' | 'runOff'
  /** The seats that the step is to fill. */
  readonly seats: number
  readonly message: Text
}

/** None when every seat is filled. */
export function nextResidentsSteps(counted: readonly CountedResident[], seats: number): ResidentsStep[] {
  const open = seats - counted.filter(({ outcome }) => outcome === 'elected').length
  const tied = counted.filter(({ outcome }) => outcome === 'tied')
  if (tied.length > 0) return [settleTie(tied, open)]
  return open > 0 ? [runOff(open)] : []
}

function settleTie(tied: readonly CountedResident[], seats: number): ResidentsStep {
  const names = tied.map(({ name }) => name)
  return {
    step: 'settleTie',
    seats,
    message: text(
      `${names.join('、')}票数相等，不能确定其中${seats}名当选人；所据法律条文未写明如何处理，请按当地选举办法办理。`,
      `${names.join(', ')} have equal votes, so ${seats} of the seats cannot be given. The law at hand does not say how; follow the local measures.`,
    ),
    ...byPractice(
      text(
        '按票数多少取足名额，票数相等的不代为取舍',
        'Seats go by votes; equal votes are not decided for anybody',
      ),
    ),
  }
}

function runOff(seats: number): ResidentsStep {
  return {
    step: 'runOff',
    seats,
    message: text(
      `尚缺${seats}名，请对不足的名额另行选举：得票多的当选，但不得少于参加投票人数的三分之一。`,
      `${seats} of the seats are left: hold a run-off for them. Most votes win, with at least a third of the participants.`,
    ),
    ...cite(
      'residents2025',
      'statute',
      text(
        '第十九条，当选人数不足的另行选举，得票多的当选，但得票不少于三分之一',
        'art. 19, the seats left are voted on again; most votes win, with at least a third of the votes',
      ),
    ),
  }
}
