import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { WebArea } from '../../platform/web/web-area.ts'
import { readPaperSearch } from './pages/election/paper-search.ts'
import { readResidentsPaperSearch } from './pages/residents/residents-paper-search.ts'

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
  routes: [
    committeeRoute,
    termsRoute,
    staffingRoute,
    electionRoute,
    paperRoute,
    residentsRoute,
    residentsPaperRoute,
  ],
  content: async () => (await import('./pages/area-content.ts')).peopleContent,
}
