import { TeamOutlined } from '@ant-design/icons'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RecordType } from '../../platform/records/record-type.ts'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { readPaperSearch } from './pages/election/paper-search.ts'
import { readResidentsPaperSearch } from './pages/residents/residents-paper-search.ts'
import { menuWords } from './pages/menu-words.ts'
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
} from './records.ts'

const committeeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/committee',
  component: lazyRouteComponent(() => import('./pages/committee-page.tsx'), 'CommitteePage'),
})
const termsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/terms',
  component: lazyRouteComponent(() => import('./pages/terms-page.tsx'), 'TermsPage'),
})
const staffingRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/staffing',
  component: lazyRouteComponent(() => import('./pages/staffing-page.tsx'), 'StaffingPage'),
})

const list = (type: RecordType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
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

const residentsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/residents-elections/$id',
  component: lazyRouteComponent(() => import('./pages/residents/residents-page.tsx'), 'ResidentsPage'),
})

const residentsPaperRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/people/residents-elections/$id/papers',
  validateSearch: readResidentsPaperSearch,
  component: lazyRouteComponent(
    () => import('./pages/residents/residents-paper-page.tsx'),
    'ResidentsPaperPage',
  ),
})

export const peopleWeb: WebArea = {
  name: 'people',
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
  routes: [
    committeeRoute,
    termsRoute,
    staffingRoute,
    electionRoute,
    paperRoute,
    residentsRoute,
    residentsPaperRoute,
  ],
}
