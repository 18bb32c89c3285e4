import { TeamOutlined } from '@ant-design/icons'
import { listEntry as list } from '../../../platform/web/list-entry.ts'
import type { AreaContent } from '../../../platform/web/web-area.ts'
import { menuWords } from './menu-words.ts'
import {
  assignmentType,
  ballotType,
  candidacyType,
  communityPostType,
  dataRequestType,
  electionType,
  leadTimeType,
  partyPostType,
  personType,
  recordTypes,
  residentsElectionType,
  staffingStandardType,
} from '../records.ts'

export const peopleContent: AreaContent = {
  label: menuWords.area,
  icon: TeamOutlined,
  recordTypes,
  ledgers: {
    [personType.id]: 'people.people',
    [partyPostType.id]: 'people.party_posts',
    [communityPostType.id]: 'people.community_posts',
    [assignmentType.id]: 'people.assignments',
    [staffingStandardType.id]: 'people.staffing_standards',
    [leadTimeType.id]: 'people.lead_times',
    [electionType.id]: 'people.elections',
    [ballotType.id]: 'people.ballots',
    [candidacyType.id]: 'people.candidacies',
  },
  menu: [
    { to: '/people/committee', label: menuWords.committee, needs: ['people.see'] },
    { to: '/people/terms', label: menuWords.terms, needs: ['people.see'] },
    { to: '/people/staffing', label: menuWords.staffing, needs: ['people.see'] },
    list(personType),
    list(partyPostType),
    list(communityPostType),
    list(assignmentType),
    list(staffingStandardType),
    list(electionType),
    list(residentsElectionType),
    list(leadTimeType),
    list(dataRequestType),
  ],
  recordPages: {
    [electionType.id]: { to: '/people/elections/$id', label: menuWords.guide },
    [residentsElectionType.id]: { to: '/people/residents-elections/$id', label: menuWords.guide },
  },
}
