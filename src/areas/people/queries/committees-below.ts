import type { Reader } from '../../../platform/db/transaction.ts'
import { addYears, type Day } from '../../../platform/values/day.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import {
  communitiesBelow,
  type Community,
  type CommunityTerm,
  communityTermsBelow,
} from '../../organisation/index.ts'
import type { CommitteesOfPlace } from '../contract.ts'
import { type CommitteeDay, committeeSeats } from './committee-seats.ts'
import { inRankOrder } from './in-rank-order.ts'

/**
 * The committees of the community Party organisations beneath a path: on the day, and that of the term before on the day of its own
 * election. Each stands under its community; one that is seated in none stands last, under its seat.
 */
export async function committeesBelow(
  reader: Reader<unknown>,
  path: string,
  on: Day,
): Promise<CommitteesOfPlace[]> {
  const communities = await communitiesBelow(reader, path, on)
  const terms = await communityTermsBelow(reader, path, on)
  const strokesOf = await loadStrokes()
  const placeOf = ({ seat }: CommunityTerm): Pick<Community, 'id' | 'name'> =>
    communities.find((community) => seat.path.startsWith(community.path)) ?? seat
  const before = terms.filter(({ previousFrom }) => previousFrom !== null)
  const seats = await committeeSeats(reader, [
    ...terms.map((term) => dayOf(term, on, term.termFrom)),
    ...before.map((term) => dayOf(term, term.previousFrom as Day, term.previousFrom)),
  ])
  const seated = (nth: number, day: Day) => inRankOrder(seats[nth] ?? [], day, strokesOf)
  const committees = terms.map((term, nth) => ({
    place: placeOf(term).id,
    id: term.id,
    name: term.name,
    termFrom: term.termFrom,
    termUntil: term.termFrom && term.termYears ? addYears(term.termFrom, term.termYears) : null,
    previousFrom: term.previousFrom,
    now: seated(nth, on),
    before: term.previousFrom ? seated(terms.length + before.indexOf(term), term.previousFrom) : [],
  }))
  const places = new Map([...communities, ...terms.map(placeOf)].map(({ id, name }) => [id, name]))
  return [...places].map(([id, name]) => ({
    place: { id, name },
    committees: committees
      .filter(({ place }) => place === id)
      .map(({ place: _place, ...committee }) => committee),
  }))
}

const dayOf = (term: CommunityTerm, on: Day, began: Day | null): CommitteeDay => ({
  organisation: term.id,
  seat: term.seat.id,
  on,
  began,
})
