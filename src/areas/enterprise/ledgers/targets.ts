import { creditCodeField } from '../../organisation/index.ts'
import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { targetType } from '../records.ts'

/** The census sheet of a drive, a line a company (一企一表). */
export const targetsLedger = defineLedger({
  id: 'enterprise.targets',
  type: targetType,
  sheet: text('两个覆盖摸底表', 'Companies on the lists of drives'),
  dayColumns: { begins: text('列入名单日期', 'Listed on'), ends: text('移出名单日期', 'Left the list on') },
  columns: [
    'drive_id',
    'company_id',
    'has_place',
    'staff',
    'active',
    'evidence',
    'owner_id',
    'why_not',
    'planned_on',
    'invented',
  ],
  fields: {
    drive_id: { fold: 'code' },
    company_id: creditCodeField,
    staff: { also: text('员工数、职工人数', 'Staff') },
    owner_id: { fold: 'code' },
  },
  notes: [
    text(
      '启动之日列入的为启动名单。党组织是否覆盖不在本表填写，由党组织和联合覆盖单位台账统计。',
      'What is listed on the day of the launch is the opening list. Coverage is not entered here: it is counted from organisations and covered units.',
    ),
  ],
})
