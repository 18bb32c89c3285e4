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
  fields: {
    code: { fold: 'code', also: text('代码、组织代码、支部编号', 'Code, Number') },
    name: { also: text('党组织名称、支部名称、组织名称', 'Name, Organisation name') },
    kind: { also: text('类型、组织类别、党组织类型', 'Kind, Organisation type') },
    parent_id: { also: text('上级党组织、上级组织、隶属党组织', 'Parent, Parent code') },
    seat_id: { also: text('所在地点、所在社区、所在小区', 'Seat, Place') },
    unit_id: { also: text('信用代码、单位信用代码、依托单位', 'Credit code, Host') },
    contact_name: { also: text('书记、负责人', 'Secretary, Contact person') },
    contact_phone: { also: text('电话、手机', 'Phone, Mobile') },
  },
  also: {
    begins: text('建立日期、成立时间', 'Established on, Founding date'),
    document: text('批准文号、批复文号、文件编号', 'Document, Approval number'),
  },
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
