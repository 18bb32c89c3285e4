import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { staffingStandardType } from '../records.ts'

export const staffingStandardsLedger = defineLedger({
  id: 'people.staffing_standards',
  type: staffingStandardType,
  sheet: text('配备标准', 'Staffing standards'),
  dayColumns: { begins: text('施行日期', 'In force from'), ends: text('废止日期', 'Repealed on') },
  columns: ['name', 'post', 'needed'],
})
