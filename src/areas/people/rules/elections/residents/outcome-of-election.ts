import { type Text, text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import {
  type CommunityPost,
  type ElectionKind,
  type ResidentsContest,
  residentsContests,
} from '../../../terms.ts'
import { outcomeOfResidentsContest } from './outcome-of-contest.ts'
import type { RecordedResidentsBallot } from './recorded-round.ts'

const postOfContest = {
  director: 'committee_director',
  deputy: 'committee_deputy',
  member: 'committee_member',
} as const satisfies Record<ResidentsContest, CommunityPost>

/** The posts of a residents' committee, which an election fills. */
export const committeePosts: readonly CommunityPost[] = Object.values(postOfContest)

export type ElectedResident = {
  readonly personId: string
  readonly name: string
  readonly post: CommunityPost
  readonly on: Day
}
export type RecordedResidentsElection = {
  readonly kind: ElectionKind
  readonly seats: number
  readonly ballots: readonly RecordedResidentsBallot[]
}
/** The posts that follow from the count, or what stands in the way. Never both. */
export type ResidentsElectionOutcome = {
  readonly posts: readonly ElectedResident[]
  readonly obstacles: readonly Text[]
}

const order = Object.keys(residentsContests) as ResidentsContest[]

/** What a residents' election comes to by the arithmetic of its ballots; there is no other way to be elected. */
export function outcomeOfResidentsElection(election: RecordedResidentsElection): ResidentsElectionOutcome {
  const { ballots } = election
  const byContest = Map.groupBy(ballots, ({ contest }) => contest)
  const outcomes = order.map((contest) => ({
    contest,
    ...outcomeOfResidentsContest(contest, byContest.get(contest) ?? []),
  }))
  const posts = outcomes.flatMap(({ contest, elected }) =>
    elected.map((each) => ({ ...each, post: postOfContest[contest] })),
  )
  const obstacles = [
    ...missing(election),
    ...outcomes.flatMap((outcome) => outcome.obstacles),
    ...twice(posts),
  ]
  return obstacles.length > 0 ? { posts: [], obstacles } : { posts, obstacles }
}

function missing({ kind, seats, ballots }: RecordedResidentsElection): Text[] {
  if (ballots.length === 0) return [text('还没有登记投票。', 'No ballot is recorded yet.')]
  const first = ballots.filter(({ no }) => no === 1)
  const voted = first.reduce((sum, ballot) => sum + ballot.seats, 0)
  return [
    ...(kind === 'term' && !first.some(({ contest }) => contest === 'director')
      ? [
          text(
            '还没有登记主任的投票，换届选举须选出主任。',
            'No ballot is recorded on the director, whom a term-end election elects.',
          ),
        ]
      : []),
    ...(voted === seats
      ? []
      : [
          text(
            `各职务首轮应选合计${voted}名，与本次选举的应选名额${seats}名不符，请核对。`,
            `The first rounds are for ${voted} seats together and the election for ${seats}. Check them.`,
          ),
        ]),
  ]
}

/** Elected to two posts of one committee: which of them is held the law at hand does not say. */
const twice = (posts: readonly ElectedResident[]): Text[] =>
  posts
    .filter(({ personId, post }, at) =>
      posts.slice(0, at).some((other) => other.personId === personId && other.post !== post),
    )
    .map(({ name }) =>
      text(
        `“${name}”同时当选两个职务，请按选举办法核对计票。`,
        `“${name}” was elected to two posts. Check the count by the local measures.`,
      ),
    )
