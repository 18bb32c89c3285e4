import {
  IdcardOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'
import type { RecordType } from '../../platform/records/record-type.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import {
  assignmentType,
  communityPostType,
  partyPostType,
  personType,
  recordTypes,
  staffingStandardType,
} from './records.ts'

const list = (type: RecordType, icon: ComponentType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
  icon,
  needs: ['records.see', type.permissions.see],
})

export const peopleWeb: WebArea = {
  name: 'people',
  recordTypes,
  ledgers: {
    [personType.id]: 'people.people',
    [partyPostType.id]: 'people.party_posts',
    [communityPostType.id]: 'people.community_posts',
    [assignmentType.id]: 'people.assignments',
    [staffingStandardType.id]: 'people.staffing_standards',
  },
  menu: [
    list(personType, UserOutlined),
    list(partyPostType, SolutionOutlined),
    list(communityPostType, IdcardOutlined),
    list(assignmentType, TeamOutlined),
    list(staffingStandardType, ScheduleOutlined),
  ],
  routes: [],
}
