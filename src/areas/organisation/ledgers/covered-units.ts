import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { coveredUnitType } from '../records.ts'

export const coveredUnitsLedger = defineLedger({
  id: 'organisation.covered_units',
  type: coveredUnitType,
  sheet: text('联合覆盖单位台账', 'Covered units'),
  dayColumns: { begins: text('纳入日期', 'Covered from'), ends: text('退出日期', 'Covered until') },
  columns: ['organisation_id', 'unit_id', 'invented'],
  notes: [
    text(
      '联合党组织覆盖的每个单位填一行；单独组建的不填。',
      'One line for each unit that a joint organisation covers; none for a unit with an organisation of its own.',
    ),
  ],
})
