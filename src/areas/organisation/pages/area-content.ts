import { ApartmentOutlined } from '@ant-design/icons'
import { listEntry as list } from '../../../platform/web/list-entry.ts'
import type { AreaContent } from '../../../platform/web/web-area.ts'
import { useLine } from './use-line.ts'
import { usePlaces } from './use-places.ts'
import { menuWords } from './menu-words.ts'
import { lineWords } from './line-words.ts'
import {
  councilSeatType,
  councilType,
  coveredUnitType,
  legalPersonType,
  partyOrganisationType,
  placeType,
  recordTypes,
} from '../records.ts'

/** The sheet that the area's figures declare. */
const balanceId = 'organisation.organisations'

export const organisationContent: AreaContent = {
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
  places: usePlaces,
  line: { words: lineWords, nodes: useLine },
}
