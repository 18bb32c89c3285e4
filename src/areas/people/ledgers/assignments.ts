import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { assignmentType } from '../records.ts'

export const assignmentsLedger = defineLedger({
  id: 'people.assignments',
  type: assignmentType,
  sheet: text('临时党组织党员名册', 'Members of temporary organisations'),
  dayColumns: { begins: text('编入日期', 'Assigned on'), ends: text('退出日期', 'Left on') },
  columns: ['person_id', 'organisation_id', 'invented'],
  fields: { person_id: { fold: 'code' }, organisation_id: { fold: 'code' } },
  notes: [
    text(
      '组织关系不转接：编入临时党组织的党员仍计入原党组织，不重复计算。',
      'The affiliation stays where it is: the member goes on counting in the own organisation, and once.',
    ),
  ],
})
