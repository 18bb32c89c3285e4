import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { leadTimeType } from '../records.ts'

export const leadTimesLedger = defineLedger({
  id: 'people.lead_times',
  type: leadTimeType,
  sheet: text('换届提前时间', 'Lead times of elections'),
  dayColumns: { begins: text('施行日期', 'In force from'), ends: text('废止日期', 'Repealed on') },
  columns: ['name', 'step', 'months'],
})
