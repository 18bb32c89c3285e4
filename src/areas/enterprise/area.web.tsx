import { ShopOutlined } from '@ant-design/icons'
import type { RecordType } from '../../platform/records/record-type.ts'
import type { MenuEntry, WebArea } from '../../platform/web/web-area.ts'
import { menuWords } from './pages/menu-words.ts'
import { companyType, recordTypes, scaleListingType } from './records.ts'

const list = (type: RecordType): MenuEntry => ({
  to: '/records/$type',
  params: { type: type.id },
  label: type.plural,
  needs: ['records.see', type.permissions.see],
})

export const enterpriseWeb: WebArea = {
  name: 'enterprise',
  label: menuWords.area,
  icon: ShopOutlined,
  recordTypes,
  ledgers: {
    [companyType.id]: 'enterprise.companies',
    [scaleListingType.id]: 'enterprise.scale_listings',
  },
  menu: [list(companyType), list(scaleListingType)],
  routes: [],
}
