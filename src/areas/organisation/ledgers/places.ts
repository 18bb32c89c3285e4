import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { placeType } from '../records.ts'

export const placesLedger = defineLedger({
  id: 'organisation.places',
  type: placeType,
  sheet: text('地点台账', 'Places'),
  dayColumns: { begins: text('设立日期', 'Established on'), ends: text('撤销日期', 'Dissolved on') },
  columns: ['code', 'name', 'kind', 'parent_id', 'invented'],
  fields: { code: { fold: 'code' } },
  notes: [
    text(
      '层级依次为街道、社区、小区、楼栋、楼道，下级填上级的代码。',
      'The levels are subdistrict, community, compound, building, stairwell; each names the code of the one above.',
    ),
  ],
})
