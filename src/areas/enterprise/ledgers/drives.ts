import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { driveType } from '../records.ts'

export const drivesLedger = defineLedger({
  id: 'enterprise.drives',
  type: driveType,
  sheet: text('攻坚行动', 'Drives'),
  dayColumns: { begins: text('启动日期', 'Launched on'), ends: text('决定结束日期', 'Ended on') },
  columns: ['code', 'name', 'industry', 'days', 'last_day', 'census', 'invented'],
  fields: { code: { fold: 'code' } },
})
