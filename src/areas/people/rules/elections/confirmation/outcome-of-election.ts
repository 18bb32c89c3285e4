import { type Text, text } from '../../../../../platform/text.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import { type Contest, contests, type ElectionKind, type SecretaryElector } from '../../../terms.ts'
import { outcomeOfContest } from './outcome-of-contest.ts'
import type { RecordedBallot } from './recorded-ballot.ts'

export type RecordedElection = {
  readonly kind: ElectionKind
  readonly secretaryBy: SecretaryElector
  readonly seats: number
  readonly ballots: readonly RecordedBallot[]
}

export type ElectedPost = {
  readonly personId: string
  readonly name: string
  readonly post: 'secretary' | 'deputy_secretary' | 'member'
  /** The day of the vote that elected to it. */
  readonly on: Day
}

/** What may be confirmed: the posts that follow from the count, or what stands in the way of it. Never both. */
export type ElectionOutcome = { readonly posts: readonly ElectedPost[]; readonly obstacles: readonly Text[] }

const order = Object.keys(contests) as Contest[]

/**
 * What an election comes to by the arithmetic of its ballots. A secretary or deputy holds that post alone: the seat in the committee is in it.
 * Nobody can choose another outcome: where the count does not decide, there is none.
 */
export function outcomeOfElection(election: RecordedElection): ElectionOutcome {
  const byContest = Map.groupBy(election.ballots, ({ contest }) => contest)
  const held = order.filter((contest) => byContest.has(contest))
  const outcomes = new Map(
    held.map((contest) => [contest, outcomeOfContest(contest, byContest.get(contest) ?? [])]),
  )
  const electedIn = (contest: Contest) => outcomes.get(contest)?.elected ?? []
  const obstacles = [
    ...missing(election, held),
    ...seatsOff(election),
    ...[...outcomes.values()].flatMap((outcome) => outcome.obstacles),
  ]
  const members = electedIn('committee')
  const officers = (['secretary', 'deputy_secretary'] as const).flatMap((post) =>
    electedIn(post).map((each) => ({ ...each, post })),
  )
  obstacles.push(...twoOffices(officers))
  if (election.secretaryBy === 'committee' && held.includes('committee') && election.kind === 'term')
    obstacles.push(...outsideCommittee(officers, members))
  if (obstacles.length > 0) return { posts: [], obstacles }
  const plain = members.filter(({ personId }) => officers.every((each) => each.personId !== personId))
  return {
    posts: [...officers, ...plain.map((each) => ({ ...each, post: 'member' as const }))],
    obstacles: [],
  }
}

function missing({ kind, secretaryBy }: RecordedElection, held: readonly Contest[]): Text[] {
  const needed: Contest[] =
    kind === 'by_election' ? [] : secretaryBy === 'committee' ? ['committee', 'secretary'] : ['secretary']
  if (held.length === 0) return [text('还没有登记投票。', 'No ballot is recorded yet.')]
  return needed
    .filter((contest) => !held.includes(contest))
    .map((contest) =>
      text(
        `还没有登记${contests[contest].zh}的投票，换届选举须选出${contests[contest].zh}。`,
        `No ballot is recorded for: ${contests[contest].en}. A term-end election fills it.`,
      ),
    )
}

function seatsOff({ kind, secretaryBy, seats, ballots }: RecordedElection): Text[] {
  const first = ballots.find(({ contest, no }) => contest === 'committee' && no === 1)
  if (kind !== 'term' || secretaryBy !== 'committee' || !first || first.seats === seats) return []
  return [
    text(
      `委员首轮应选${first.seats}名，与本次选举的应选名额${seats}名不符，请核对。`,
      `The first ballot on the committee is for ${first.seats} seats and the election for ${seats}. Check them.`,
    ),
  ]
}

const twoOffices = (officers: readonly { personId: string; name: string }[]): Text[] =>
  officers
    .filter(({ personId }, at) => officers.findIndex((each) => each.personId === personId) < at)
    .map(({ name }) =>
      text(
        `“${name}”同时当选书记和副书记，请核对计票。`,
        `“${name}” was elected secretary and deputy secretary. Check the count.`,
      ),
    )

const outsideCommittee = (
  officers: readonly { personId: string; name: string }[],
  members: readonly { personId: string }[],
): Text[] =>
  officers
    .filter(({ personId }) => members.every((each) => each.personId !== personId))
    .map(({ name }) =>
      text(
        `“${name}”没有当选委员，不能由委员会选为书记或副书记，请核对计票。`,
        `“${name}” was not elected to the committee, which elects its secretary and deputies from among itself. Check the count.`,
      ),
    )
