import { ApartmentOutlined } from '@ant-design/icons'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { RecordType } from '../../platform/records/record-type.ts'
import { workRoute } from '../../platform/web/shell/work-route.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { readTreeSearch } from './pages/tree-search.ts'
import { useLine } from './pages/use-line.ts'
import { usePlaces } from './pages/use-places.ts'
import { menuWords } from './pages/menu-words.ts'
import { lineWords } from './pages/line-words.ts'
import {
  councilSeatType,
  councilType,
  coveredUnitType,
  legalPersonType,
  partyOrganisationType,
  placeType,
  recordTypes,
} from './records.ts'

const treeRoute = createRoute({
  getParentRoute: () => workRoute,
  path: '/organisation/tree',
  staticData: { alongLine: true },
  validateSearch: readTreeSearch,
  component: lazyRouteComponent(() => import('./pages/tree-page.tsx'), 'TreePage'),
})

const list = (type: RecordType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
  needs: ['records.see', type.permissions.see],
})

/** The sheet that the area's figures declare. */
const balanceId = 'organisation.organisations'

export const organisationWeb: WebArea = {
  name: 'organisation',
  label: menuWords.area,
  icon: ApartmentOutlined,
  recordTypes,
  ledgers: {
    [placeType.id]: 'organisation.places',
    [legalPersonType.id]: 'organisation.legal_persons',
    [partyOrganisationType.id]: 'organisation.party_organisations',
    [councilType.id]: 'organisation.councils',
    [councilSeatType.id]: 'organisation.member_seats',
    [coveredUnitType.id]: 'organisation.covered_units',
  },
  menu: [
    { to: '/organisation/tree', label: menuWords.tree, needs: ['organisation.see'] },
    {
      to: '/balances/$balance',
      params: { balance: balanceId },
      label: menuWords.balance,
      needs: ['figures.see_value', 'organisation.see'],
    },
    list(partyOrganisationType),
    list(placeType),
    list(legalPersonType),
    list(councilType),
    list(councilSeatType),
    list(coveredUnitType),
  ],
  routes: [treeRoute],
  places: usePlaces,
  line: { words: lineWords, nodes: useLine },
}
