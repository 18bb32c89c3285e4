import { creditCodeField } from '../../organisation/index.ts'
import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { scaleListingType } from '../records.ts'

export const scaleListingsLedger = defineLedger({
  id: 'enterprise.scale_listings',
  type: scaleListingType,
  sheet: text('规上（限上）企业名录', 'Above-scale companies'),
  dayColumns: { begins: text('进入日期', 'Entered on'), ends: text('退出日期', 'Left on') },
  columns: ['company_id', 'kind', 'year', 'source', 'invented'],
  fields: { company_id: creditCodeField },
})
