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
    'contact_name',
    'contact_phone',
    'invented',
  ],
  fields: {
    code: { fold: 'code', also: ['代码', '组织代码', '支部编号'] },
    name: { also: ['党组织名称', '支部名称', '组织名称'] },
    kind: { also: ['类型', '组织类别', '党组织类型'] },
    parent_id: { also: ['上级党组织', '上级组织', '隶属党组织'] },
    seat_id: { also: ['所在地点', '所在社区', '所在小区'] },
    unit_id: { also: ['信用代码', '单位信用代码', '依托单位'] },
    contact_name: { also: ['书记', '负责人'] },
    contact_phone: { also: ['电话', '手机'] },
  },
  also: { begins: ['建立日期', '成立时间'], document: ['批准文号', '批复文号', '文件编号'] },
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
