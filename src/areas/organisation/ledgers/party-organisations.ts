import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { partyOrganisationType } from '../records.ts'

export const partyOrganisationsLedger = defineLedger({
  id: 'organisation.party_organisations',
  type: partyOrganisationType,
  sheet: text('党组织台账', 'Party organisations'),
  dayColumns: { begins: text('成立日期', 'Founded on'), ends: text('撤销日期', 'Dissolved on') },
  documentColumn: text('文号', 'Document number'),
  columns: [
    'code',
    'name',
    'kind',
    'founded_in',
    'parent_id',
    'seat_id',
    'unit_id',
    'purpose',
    'expected_end',
    'term_from',
    'term_years',
    'contact_name',
    'contact_phone',
    'invented',
  ],
  fields: { code: { fold: 'code' } },
  notes: [
    text(
      '街道大党工委、社区大党委不填在这里：它们不是上级组织，另有台账。',
      'Joint councils do not stand here: they are nobody’s parent and have a ledger of their own.',
    ),
    text(
      '楼道党小组也填在这里，但不是一级党组织，不计入党组织数。',
      'Stairwell groups stand here too, but are no level of Party organisation and are counted apart.',
    ),
  ],
})
