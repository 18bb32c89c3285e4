import { type Text, text } from '../../../../../platform/text.ts'
import { validBallots } from '../ballots.ts'
import { count, countedTwice, largerThan, notWhole, validOf } from '../faults.ts'
import { contendersOf, type PartyCandidate, type PartyRound } from './round.ts'

/** Votes that cannot have come out of the ballots. */
export function voteFaults(round: PartyRound): Text[] {
  const { ballots, candidates, writeIns, seats } = round
  const unreadable = notWhole([...candidates.flatMap(marksOf), ...writeIns.map(votesOf)])
  if (unreadable.length > 0) return unreadable
  const valid = validBallots(ballots)
  const all = contendersOf(round)
  const votes = count(text('赞成票总数', 'votes for, taken together'), total(all.map((each) => each.for)))
  const room = count(text('有效票可选人次', 'choices on the valid ballots'), valid * seats)
  return [
    ...countedTwice(all),
    ...candidates.flatMap((candidate) => unbalanced(candidate, valid)),
    ...writeIns.flatMap((each) => largerThan(votesOf(each), validOf(ballots))),
    ...largerThan(votes, room),
  ]
}

/** Each write-in stands on a ballot that is against some candidate: where there are fewer of those, figures are wrong. */
export function writeInFaults({ candidates, writeIns }: PartyRound): Text[] {
  const against = count(
    text('不赞成票总数', 'votes against, taken together'),
    total(candidates.map((each) => each.against)),
  )
  return writeIns.flatMap((each) => largerThan(votesOf(each), against))
}

function unbalanced(candidate: PartyCandidate, valid: number): Text[] {
  const marks = candidate.for + candidate.against + candidate.abstain
  if (marks === valid) return []
  return [
    text(
      `“${candidate.name}”的赞成${candidate.for}、不赞成${candidate.against}、弃权${candidate.abstain}合计${marks}，与有效票${valid}不符，请核对。`,
      `“${candidate.name}”: ${candidate.for} for, ${candidate.against} against and ${candidate.abstain} abstaining make ${marks}, not the ${valid} valid ballots. Check them.`,
    ),
  ]
}

const marksOf = ({ name, ...marks }: PartyCandidate) => [
  count(text(`“${name}”的赞成票`, `votes for “${name}”`), marks.for),
  count(text(`“${name}”的不赞成票`, `votes against “${name}”`), marks.against),
  count(text(`“${name}”的弃权票`, `abstentions on “${name}”`), marks.abstain),
]
const votesOf = (each: { readonly name: string; readonly for: number }) =>
  count(text(`“${each.name}”的赞成票`, `votes for “${each.name}”`), each.for)
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)
