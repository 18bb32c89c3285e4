import { type Text, text } from '../../../../../platform/text.ts'
import { type Basis, cite } from '../instruments.ts'
import type { MajorityLines } from './majority.ts'
import type { PartyRegime } from './regime.ts'
import type { ContenderOutcome, CountedContender } from './tally.ts'

/** What the count leaves to do, and on what basis. */
export type PartyStep = Basis & {
  readonly message: Text
  /** The seats that the step is to fill. */
  readonly seats: number
} & (
    | { readonly step: 'voteAmongTied'; readonly contenders: readonly string[] }
    | { readonly step: 'refer'; readonly contenders: readonly string[] }
    | { readonly step: 'fillVacancies'; readonly maySettleForFewer: boolean }
  )

/** In the order in which they are done; none when every seat is filled. */
export function nextSteps(
  counted: readonly CountedContender[],
  seats: number,
  lines: MajorityLines,
  regime: PartyRegime,
): PartyStep[] {
  const of = (wanted: ContenderOutcome) => counted.filter(({ outcome }) => outcome === wanted)
  const elected = of('elected').length
  const open = seats - elected
  const tied = of('tied')
  if (tied.length > 0) return [voteAmongTied(tied, open, regime)]
  const referred = of('referred')
  const vacant = open - Math.min(open, referred.length)
  return [
    ...(referred.length > 0 ? [refer(referred, open - vacant, lines)] : []),
    ...(vacant > 0 ? [fillVacancies(vacant, elected, regime)] : []),
  ]
}

function voteAmongTied(tied: readonly CountedContender[], seats: number, regime: PartyRegime): PartyStep {
  const votes = tied[0]?.votes ?? 0
  return {
    step: 'voteAmongTied',
    contenders: tied.map(({ id }) => id),
    seats,
    message: text(
      `${named(tied, '、')}各得${votes}票，票数相等，不能确定其中${seats}名当选人，请就票数相等的被选举人再次投票，得票多的当选。`,
      `${named(tied, ', ')} have ${votes} votes each, so ${seats} of the seats cannot be given. Vote again among them; most votes win.`,
    ),
    ...cite(
      regime,
      'secondary',
      text(
        '如遇票数相等不能确定当选人时，就票数相等的被选举人再次投票，得票多的当选',
        'where equal votes leave it open who is elected, those with equal votes are voted on again and most votes win',
      ),
    ),
  }
}

function refer(referred: readonly CountedContender[], seats: number, lines: MajorityLines): PartyStep {
  const votes = (join: string) => referred.map((each) => `${each.name}${join}${each.votes}`)
  return {
    step: 'refer',
    contenders: referred.map(({ id }) => id),
    seats,
    message: text(
      `${votes('得票').join('、')}：已过实到会半数（至少${lines.present}票），未过应到会半数（至少${lines.due}票），暂不宣布当选，请报上级党组织裁定并记录文号。`,
      `${votes(': ').join(', ')} votes: over half of those present (at least ${lines.present}), not over half of those due (at least ${lines.due}). Declare nothing; ask the higher Party organisation and record the number of its answer.`,
    ),
    ...majorityBasis,
  }
}

/** The base of the majority since 2020, with its doubt. */
export const majorityBasis = cite(
  'party2020',
  'secondary',
  text(
    '赞成票超过半数始得当选；半数的基数各处说法不一（应到会或实到会），从严以应到会为准，介于两者之间的报上级裁定',
    'over half of the votes elect; accounts differ on whether of those due or of those present, so the stricter is taken and what lies between is referred',
  ),
)

function fillVacancies(seats: number, elected: number, regime: PartyRegime): PartyStep {
  const maySettleForFewer = elected > 0
  const fewer = maySettleForFewer
    ? text(
        '；如接近应选名额，经半数以上选举人同意，也可以减少名额，不再选举',
        '; or, if the number is close to that of the seats and at least half of the voters agree, do with fewer',
      )
    : text('', '')
  return {
    step: 'fillVacancies',
    seats,
    maySettleForFewer,
    message: text(
      `当选人数少于应选名额，尚缺${seats}名，请对不足的名额另行选举${fewer.zh}。`,
      `${seats} of the seats are left: hold another election for them${fewer.en}.`,
    ),
    ...cite(
      regime,
      'secondary',
      text(
        '过半数的被选举人少于应选名额时，对不足的名额另行选举；如果接近应选名额，经同意也可以减少名额',
        'where too few have a majority another election is held for the rest; close to the number of seats, fewer may do with consent',
      ),
    ),
  }
}

const named = (list: readonly CountedContender[], join: string) => list.map(({ name }) => name).join(join)
