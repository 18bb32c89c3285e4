import { type Text, text } from '../../../../../platform/text.ts'

type Contest = {
  readonly name: Text
  /** Who votes: the voters of the meeting, or the members of the committee. */
  readonly electedBy: 'meeting' | 'committee'
  readonly electorate: Text
  /** More candidates than seats (差额), or as many (等额). */
  readonly candidates: 'surplus' | 'equal'
  /** What the higher organisation does with the result: approve it, or take it on file (the filing is by practice). */
  readonly afterwards: Text
}

const approve = text('报上级党组织批准', 'Reported to the higher Party organisation for approval')

/** What a round elects. The secretary and the deputies are a round each. */
export const partyContests = {
  members: {
    name: text('委员', 'Committee members'),
    electedBy: 'meeting',
    electorate: text('党员大会', 'The meeting of Party members'),
    candidates: 'surplus',
    afterwards: text('报上级党组织备案', 'Reported to the higher Party organisation for filing'),
  },
  officers: {
    name: text('书记、副书记', 'Secretary or deputy secretaries'),
    electedBy: 'committee',
    electorate: text('委员会第一次会议', 'The first meeting of the committee'),
    candidates: 'equal',
    afterwards: approve,
  },
  officersWithoutCommittee: {
    name: text('不设委员会的书记、副书记', 'Secretary or deputy secretary where there is no committee'),
    electedBy: 'meeting',
    electorate: text('党员大会', 'The meeting of Party members'),
    candidates: 'equal',
    afterwards: approve,
  },
} as const satisfies Record<string, Contest>
export type PartyContest = keyof typeof partyContests

/** The committee elects its secretary at its first meeting; where there is none, the meeting of members does. */
export function officersContest(hasCommittee: boolean): PartyContest {
  return hasCommittee ? 'officers' : 'officersWithoutCommittee'
}
