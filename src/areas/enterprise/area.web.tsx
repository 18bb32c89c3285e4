import { ShopOutlined } from '@ant-design/icons'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RecordType } from '../../platform/records/record-type.ts'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { readDriveSearch } from './pages/drive-search.ts'
import { menuWords } from './pages/menu-words.ts'
import { readListSearch } from './pages/requests/list-search.ts'
import {
  clockType,
  companyType,
  departmentType,
  driveType,
  recordTypes,
  requestType,
  scaleListingType,
  targetType,
  taskType,
} from './records.ts'

const list = (type: RecordType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
  needs: ['records.see', type.permissions.see],
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
    [departmentType.id]: 'enterprise.departments',
    [clockType.id]: 'enterprise.clocks',
    [requestType.id]: 'enterprise.requests',
    [taskType.id]: 'enterprise.tasks',
  },
  menu: [
    { to: '/enterprise/requests', label: menuWords.requests, needs: ['enterprise.see'] },
    { to: '/enterprise/reminders', label: menuWords.reminders, needs: ['enterprise.see'] },
    { to: '/enterprise/drive', label: menuWords.drive, needs: ['enterprise.see'] },
    list(companyType),
    list(scaleListingType),
    list(driveType),
    list(targetType),
    list(requestType),
    list(taskType),
    list(departmentType),
    list(clockType),
  ],
  recordPages: {
    [requestType.id]: { to: '/enterprise/requests/$id', label: menuWords.guide },
  },
  routes: [driveRoute, requestsRoute, requestRoute, remindersRoute],
}
