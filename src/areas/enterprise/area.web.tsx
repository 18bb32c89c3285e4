import { ShopOutlined } from '@ant-design/icons'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RecordType } from '../../platform/records/record-type.ts'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { readDriveSearch } from './pages/drive-search.ts'
import { menuWords } from './pages/menu-words.ts'
import {
  capitalIncreaseType,
  companyType,
  driveType,
  financingType,
  hiringType,
  improvementType,
  outcomeTypes,
  recordTypes,
  scaleListingType,
  targetType,
  trainingType,
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
    [improvementType.id]: 'enterprise.improvements',
    [capitalIncreaseType.id]: 'enterprise.capital_increases',
    [financingType.id]: 'enterprise.financings',
    [hiringType.id]: 'enterprise.hirings',
    [trainingType.id]: 'enterprise.trainings',
  },
  menu: [
    { to: '/enterprise/drive', label: menuWords.drive, needs: ['enterprise.see'] },
    list(companyType),
    list(scaleListingType),
    list(driveType),
    list(targetType),
    ...outcomeTypes.map(list),
  ],
  routes: [driveRoute],
}
