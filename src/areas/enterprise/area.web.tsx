import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { WebArea } from '../../platform/web/web-area.ts'
import { readDriveSearch } from './pages/drive-search.ts'
import { readPairingSearch } from './pages/pairing-search.ts'
import { readListSearch } from './pages/requests/list-search.ts'

const zonesRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/zones',
  component: lazyRouteComponent(() => import('./pages/zones-page.tsx'), 'ZonesPage'),
})
const pairingRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/pairing',
  validateSearch: readPairingSearch,
  component: lazyRouteComponent(() => import('./pages/pairing-page.tsx'), 'PairingPage'),
})
const companyRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/companies/$id',
  component: lazyRouteComponent(() => import('./pages/company-page.tsx'), 'CompanyPage'),
})

const boardRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/board',
  component: lazyRouteComponent(() => import('./pages/board-page.tsx'), 'BoardPage'),
})

const driveRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/drive',
  validateSearch: readDriveSearch,
  component: lazyRouteComponent(() => import('./pages/drive-page.tsx'), 'DrivePage'),
})

const requestsRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/requests',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./pages/requests/requests-page.tsx'), 'RequestsPage'),
})

const requestRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/requests/$id',
  component: lazyRouteComponent(() => import('./pages/requests/request-page.tsx'), 'RequestPage'),
})

const submissionRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/submissions/$id',
  component: lazyRouteComponent(() => import('./pages/requests/submission-page.tsx'), 'SubmissionPage'),
})

const remindersRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/reminders',
  component: lazyRouteComponent(() => import('./pages/requests/reminders-page.tsx'), 'RemindersPage'),
})

export const enterpriseWeb: WebArea = {
  name: 'enterprise',
  routes: [
    boardRoute,
    driveRoute,
    zonesRoute,
    pairingRoute,
    companyRoute,
    requestsRoute,
    requestRoute,
    submissionRoute,
    remindersRoute,
  ],
  content: async () => (await import('./pages/area-content.ts')).enterpriseContent,
}
