import { type Text, text } from '../../../../../platform/text.ts'
import {
  ballotFaults,
  count,
  countedTwice,
  issuedOf,
  largerThan,
  notWhole,
  returnedOf,
  validOf,
  voidOf,
} from '../faults.ts'
import { type ResidentsContender, type ResidentsRound, residentsModes } from './round.ts'

/** Figures that contradict each other: with them nothing can be said of the election. */
export function roundFaults(round: ResidentsRound): Text[] {
  const { ballots } = round
  const all = [...round.candidates, ...round.writeIns]
  const entitled = { what: residentsModes[round.mode].entitled, value: round.entitled }
  const participants = count(text('参加投票人数', 'participants'), round.participants)
  const unreadable = [
    ...notWhole([count(text('应选名额', 'seats'), round.seats), entitled], 1),
    ...notWhole([participants, issuedOf(ballots), returnedOf(ballots), voidOf(ballots), ...all.map(votesOf)]),
  ]
  if (unreadable.length > 0) return unreadable
  return [
    ...largerThan(participants, entitled),
    ...largerThan(returnedOf(ballots), issuedOf(ballots)),
    ...largerThan(returnedOf(ballots), participants),
    ...ballotFaults(ballots),
    ...countedTwice(all),
    ...all.flatMap((each) => largerThan(votesOf(each), validOf(ballots))),
  ]
}

const votesOf = (each: ResidentsContender) =>
  count(text(`“${each.name}”的得票`, `votes for “${each.name}”`), each.for)
