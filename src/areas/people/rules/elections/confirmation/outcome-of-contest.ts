import { type Text, text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import { type Contest, contests } from '../../../terms.ts'
import type { PartyStep } from '../party/next-steps.ts'
import { decidePartyRound } from '../party/outcome.ts'
import type { RecordedBallot } from './recorded-ballot.ts'

type Elected = { readonly personId: string; readonly name: string; readonly on: Day }
export type ContestOutcome = { readonly elected: readonly Elected[]; readonly obstacles: readonly Text[] }

/** What the rounds so far leave to do: nothing, the same vote once more, or the steps that the count asks for. */
type Left = { readonly again: Text | null; readonly steps: readonly PartyStep[] }

const again = {
  inquorate: text(
    '到会人数不足应到会的五分之四，选举无效，须另行召开会议',
    'fewer than four fifths of the voters attended: the meeting has to be called again',
  ),
  voteAgain: text(
    '收回的选票多于发出的选票，选举无效，须重新投票',
    'more ballots came back than were issued: the vote is held again',
  ),
} as const

/** Follows the rounds of one contest in turn: each has to fill what the one before left open. */
export function outcomeOfContest(contest: Contest, ballots: readonly RecordedBallot[]): ContestOutcome {
  const rounds = [...ballots].sort((a, b) => a.no - b.no)
  const name = contests[contest]
  const elected: Elected[] = []
  const obstacles: Text[] = []
  const say = (ballot: RecordedBallot, { zh, en }: Text) =>
    obstacles.push(text(`${name.zh}第${ballot.no}轮：${zh}。`, `${name.en}, round ${ballot.no}: ${en}.`))
  let open = rounds[0]?.seats ?? 0
  let left: Left = { again: null, steps: [] }
  let last: RecordedBallot | null = null
  for (const ballot of rounds) {
    if (last && left.again === null && left.steps.length === 0) say(ballot, nothingLeft)
    if (ballot.seats !== open) say(ballot, otherSeats(ballot.seats, open))
    for (const words of unfit(ballot, last, left)) say(ballot, words)
    last = ballot
    if (ballot.round === null) {
      say(ballot, notCounted)
      return { elected, obstacles }
    }
    const { result } = decidePartyRound(ballot.round)
    if (result.kind === 'contradictory') {
      say(ballot, contradictory)
      return { elected, obstacles }
    }
    if (result.kind !== 'counted') {
      left = { ...left, again: again[result.kind] }
      continue
    }
    const chosen = result.contenders.filter(({ outcome }) => outcome === 'elected')
    for (const { id, name: who } of chosen) {
      if (elected.some(({ personId }) => personId === id)) say(ballot, electedTwice(who))
      elected.push({ personId: id, name: who, on: ballot.round.on })
    }
    open -= chosen.length
    left = { again: null, steps: result.steps.filter((step) => !settles(ballot, step, elected.length)) }
  }
  if (last && left.again) say(last, left.again)
  obstacles.push(
    ...left.steps.map((step) => text(`${name.zh}：${step.message.zh}`, `${name.en}: ${step.message.en}`)),
  )
  return { elected, obstacles }
}

const settles = ({ settled }: RecordedBallot, step: PartyStep, elected: number) =>
  settled && step.step === 'fillVacancies' && elected > 0

/** A round that is not the one that the count before asked for. */
function unfit(ballot: RecordedBallot, last: RecordedBallot | null, { again: repeat, steps }: Left): Text[] {
  if (last === null) return ballot.vote === 'first' ? [] : [firstIsFirst]
  if (repeat !== null) return ballot.vote === last.vote ? [] : [sameVote]
  const tied = steps.find((step) => step.step === 'voteAmongTied')
  if (!tied) return ballot.vote === 'tie' || ballot.vote === 'first' ? [isFurther] : []
  if (ballot.vote !== 'tie') return [isTie]
  const standing = ballot.round?.candidates.map(({ id }) => id)
  const same =
    standing?.length === tied.contenders.length && standing.every((id) => tied.contenders.includes(id))
  return standing === undefined || same ? [] : [othersStand]
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
const notCounted = text('尚未计票', 'it is not counted yet')
const contradictory = text(
  '计票数字相互矛盾，不能得出结果，请更正',
  'the figures contradict each other and give no outcome: correct them',
)
const electedTwice = (name: string) =>
  text(`“${name}”此前已当选，请核对`, `“${name}” was elected before. Check it`)
const firstIsFirst = text('第一轮应为首次投票', 'the first round is a first vote')
const sameVote = text(
  '上一轮无效，应按原来的性质重新投票',
  'the round before was invalid, so the same vote is held again',
)
const isFurther = text('应为对不足名额的另行选举', 'it has to be another election for the seats left')
const isTie = text('应就票数相等的人再次投票', 'it has to be a vote among those who were tied')
const othersStand = text(
  '候选人应当正是上一轮票数相等的人',
  'those who stand have to be those who were tied, and no others',
)
