import {
  CarryOutOutlined,
  IdcardOutlined,
  ScheduleOutlined,
  SolutionOutlined,
  TeamOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import type { RecordType } from '../../platform/records/record-type.ts'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { electionWords } from './pages/election/words.ts'
import { readPaperSearch } from './pages/election/paper-search.ts'
import {
  assignmentType,
  communityPostType,
  electionType,
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

const electionRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/elections/$id',
  component: lazyRouteComponent(() => import('./pages/election/election-page.tsx'), 'ElectionPage'),
})

const paperRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/elections/$id/papers',
  validateSearch: readPaperSearch,
  component: lazyRouteComponent(() => import('./pages/election/paper-page.tsx'), 'PaperPage'),
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
    list(electionType, CarryOutOutlined),
  ],
  recordPages: { [electionType.id]: { to: '/people/elections/$id', label: electionWords.guide } },
  routes: [electionRoute, paperRoute],
}
