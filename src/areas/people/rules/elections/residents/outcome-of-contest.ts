import { type Text, text } from '../../../../../platform/text.ts'
import { type ResidentsContest, residentsContests } from '../../../terms.ts'
import type { ContestOutcome } from '../confirmation/outcome-of-contest.ts'
import { decideResidentsRound } from './outcome.ts'
import type { RecordedResidentsBallot } from './recorded-round.ts'

/** Follows the rounds of one contest in turn: a first vote, again where it was invalid, then run-offs for the seats that are left. */
export function outcomeOfResidentsContest(
  contest: ResidentsContest,
  ballots: readonly RecordedResidentsBallot[],
): ContestOutcome {
  const rounds = [...ballots].sort((a, b) => a.no - b.no)
  const name = residentsContests[contest]
  const elected: ContestOutcome['elected'][number][] = []
  const obstacles: Text[] = []
  let open = rounds[0]?.seats ?? 0
  let due: RecordedResidentsBallot['vote'] = 'first'
  let left: readonly Text[] = []
  for (const ballot of rounds) {
    const say = ({ zh, en }: Text) =>
      obstacles.push(text(`${name.zh}第${ballot.no}轮：${zh}。`, `${name.en}, round ${ballot.no}: ${en}.`))
    if (open === 0) say(nothingLeft)
    if (ballot.seats !== open) say(otherSeats(ballot.seats, open))
    if (ballot.vote !== due) say(due === 'first' ? isFirst : isRunOff)
    left = []
    if (ballot.round === null) {
      say(notCounted)
      break
    }
    const { result } = decideResidentsRound(ballot.round)
    if (result.kind === 'notJudged') {
      say(beforeTheLaw)
      break
    }
    if (result.kind === 'contradictory') {
      say(contradictory)
      break
    }
    if (result.kind === 'invalid') {
      left = [again]
      continue
    }
    for (const { id, name: who, outcome } of result.contenders) {
      if (outcome !== 'elected') continue
      if (elected.some(({ personId }) => personId === id)) say(electedTwice(who))
      elected.push({ personId: id, name: who, on: ballot.round.on })
      open -= 1
    }
    due = 'run_off'
    left = result.steps.map(({ message }) => message)
  }
  return {
    elected,
    obstacles: [...obstacles, ...left.map(({ zh, en }) => text(`${name.zh}：${zh}`, `${name.en}: ${en}`))],
  }
}

const nothingLeft = text(
  '名额已经选满，不需要这一轮，请核对',
  'every seat was filled already, so there is nothing to vote on. Check it',
)
const otherSeats = (seats: number, open: number) =>
  text(
    `应选${seats}名，此前尚缺${open}名，请核对`,
    `it is for ${seats} seats where ${open} are open. Check them`,
  )
const isFirst = text(
  '此前没有有效的首次投票，应为首次投票',
  'no first vote was valid before it, so it has to be one',
)
const isRunOff = text('应为对不足名额的另行选举', 'it has to be a run-off for the seats left')
const notCounted = text('尚未计票', 'it is not counted yet')
const contradictory = text(
  '计票数字相互矛盾，不能得出结果，请更正',
  'the figures contradict each other and give no outcome: correct them',
)
const beforeTheLaw = text(
  '2026年1月1日前的投票没有取得当时的规定，不能由得票得出结果；任职请在“社区岗位”台账登记',
  'of votes before 1 January 2026 the rules are not at hand, so the count gives no outcome: enter the posts under “Community posts”',
)
const again = text(
  '参加投票人数不足，选举无效，应重新投票。',
  'too few took part, so the election is invalid: the vote is held again.',
)
const electedTwice = (name: string) =>
  text(`“${name}”此前已当选，请核对`, `“${name}” was elected before. Check it`)
