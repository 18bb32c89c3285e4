import type { Day } from '../../../platform/values/day.ts'
import type { StrokesOf } from '../../../platform/values/strokes.ts'
import type { Seat } from '../contract.ts'
import { ageOn } from '../rules/birth.ts'
import { communityPosts, partyPosts } from '../terms.ts'
import type { HeldSeat } from './committee-seats.ts'
import { byRank, byStrokes } from './official-order.ts'

const posts = Object.keys(partyPosts)
const alsoPosts = Object.keys(communityPosts)

/**
 * Lists of leaders go by official rank (domain C5): the rank that was given, then the post, then the strokes of the surname. A person with
 * several posts stands once, at the highest.
 */
export function inRankOrder(held: readonly HeldSeat[], on: Day, strokesOf: StrokesOf): Seat[] {
  const ordered = held
    .toSorted(byStrokes(strokesOf))
    .toSorted((a, b) => byRank(a, b) || posts.indexOf(a.post) - posts.indexOf(b.post))
  return [...Map.groupBy(ordered, ({ person }) => person).values()].map((of) => seatOf(of, on))
}

function seatOf(held: readonly HeldSeat[], on: Day): Seat {
  const [first] = held as [HeldSeat]
  const elected = held.find((seat) => seat.elected)
  const { gained, wonOn } = elected ?? first
  return {
    person: personOf(first, on),
    posts: held.map(({ id, post, duty }) => ({ id, post, duty })),
    alsoPosts: first.alsoPosts.toSorted((a, b) => alsoPosts.indexOf(a) - alsoPosts.indexOf(b)),
    workingTime: first.workingTime,
    gained,
    wonOn,
    again: elected ? elected.again : null,
  }
}

function personOf({ person, name, sex, birth, education }: HeldSeat, on: Day): Seat['person'] {
  if (name === null || sex === null) return null
  return { id: person, name, sex, age: ageOn(birth, on), education }
}
