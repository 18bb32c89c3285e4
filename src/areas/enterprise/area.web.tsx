import { ShopOutlined } from '@ant-design/icons'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RecordType } from '../../platform/records/record-type.ts'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { readDriveSearch } from './pages/drive-search.ts'
import { menuWords } from './pages/menu-words.ts'
import { readPairingSearch } from './pages/pairing-search.ts'
import { readListSearch } from './pages/requests/list-search.ts'
import {
  capitalIncreaseType,
  clockType,
  companyType,
  contactType,
  departmentType,
  driveType,
  financingType,
  hiringType,
  improvementType,
  outcomeTypes,
  pairingType,
  postingType,
  recordTypes,
  requestType,
  scaleListingType,
  serviceLimitType,
  targetType,
  taskType,
  trainingType,
  zoneLeaderType,
  zonePlaceType,
  zoneType,
} from './records.ts'

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

const driveRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/drive',
  validateSearch: readDriveSearch,
  component: lazyRouteComponent(() => import('./pages/drive-page.tsx'), 'DrivePage'),
})

const list = (type: RecordType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
  needs: ['records.see', type.permissions.see],
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

const remindersRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/enterprise/reminders',
  component: lazyRouteComponent(() => import('./pages/requests/reminders-page.tsx'), 'RemindersPage'),
})

export const enterpriseWeb: WebArea = {
  name: 'enterprise',
  label: menuWords.area,
  icon: ShopOutlined,
  recordTypes,
  ledgers: {
    [companyType.id]: 'enterprise.companies',
    [scaleListingType.id]: 'enterprise.scale_listings',
    [driveType.id]: 'enterprise.drives',
    [targetType.id]: 'enterprise.targets',
    [zoneType.id]: 'enterprise.zones',
    [zonePlaceType.id]: 'enterprise.zone_places',
    [zoneLeaderType.id]: 'enterprise.zone_leaders',
    [pairingType.id]: 'enterprise.pairings',
    [postingType.id]: 'enterprise.postings',
    [serviceLimitType.id]: 'enterprise.service_limits',
    [contactType.id]: 'enterprise.contacts',
    [departmentType.id]: 'enterprise.departments',
    [clockType.id]: 'enterprise.clocks',
    [requestType.id]: 'enterprise.requests',
    [taskType.id]: 'enterprise.tasks',
    [improvementType.id]: 'enterprise.improvements',
    [capitalIncreaseType.id]: 'enterprise.capital_increases',
    [financingType.id]: 'enterprise.financings',
    [hiringType.id]: 'enterprise.hirings',
    [trainingType.id]: 'enterprise.trainings',
  },
  menu: [
    { to: '/enterprise/requests', label: menuWords.requests, needs: ['enterprise.see'] },
    { to: '/enterprise/reminders', label: menuWords.reminders, needs: ['enterprise.see'] },
    { to: '/enterprise/zones', label: menuWords.zones, needs: ['enterprise.see'] },
    { to: '/enterprise/pairing', label: menuWords.pairing, needs: ['enterprise.see'] },
    { to: '/enterprise/drive', label: menuWords.drive, needs: ['enterprise.see'] },
    list(companyType),
    list(scaleListingType),
    list(requestType),
    list(taskType),
    list(contactType),
    list(pairingType),
    list(postingType),
    list(zoneType),
    list(zonePlaceType),
    list(zoneLeaderType),
    list(driveType),
    list(targetType),
    ...outcomeTypes.map(list),
    list(departmentType),
    list(clockType),
    list(serviceLimitType),
  ],
  recordPages: {
    [companyType.id]: { to: '/enterprise/companies/$id', label: menuWords.card },
    [requestType.id]: { to: '/enterprise/requests/$id', label: menuWords.guide },
  },
  routes: [driveRoute, zonesRoute, pairingRoute, companyRoute, requestsRoute, requestRoute, remindersRoute],
}
