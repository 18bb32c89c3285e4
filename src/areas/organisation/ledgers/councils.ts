import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { councilType } from '../records.ts'

export const councilsLedger = defineLedger({
  id: 'organisation.councils',
  type: councilType,
  sheet: text('大党委台账', 'Joint councils'),
  dayColumns: { begins: text('成立日期', 'Founded on'), ends: text('撤销日期', 'Dissolved on') },
  columns: ['code', 'name', 'kind', 'place_id', 'lead_id', 'invented'],
  fields: {
    code: { fold: 'code', also: text('大党委代码、编号', 'Council code, Number') },
    name: { also: text('大党委名称', 'Council name') },
    place_id: { also: text('所在地点、所在社区', 'Place, Seat') },
  },
})
