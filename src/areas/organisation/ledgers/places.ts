import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { placeType } from '../records.ts'

export const placesLedger = defineLedger({
  id: 'organisation.places',
  type: placeType,
  sheet: text('地点台账', 'Places'),
  dayColumns: { begins: text('设立日期', 'Established on'), ends: text('撤销日期', 'Dissolved on') },
  columns: ['code', 'name', 'kind', 'parent_id', 'invented'],
  fields: {
    code: {
      fold: 'code',
      also: text('地点代码、地点编码、区划代码、社区代码、小区代码', 'Place code, Area code'),
    },
    name: { also: text('地点名称、社区名称、小区名称、楼栋名称', 'Place name, Place') },
    kind: { also: text('类别、类型、地点类别', 'Kind, Type, Place type') },
    parent_id: {
      also: text('上级、所属上级、上级代码、所属社区、所属街道', 'Parent, Parent code, Belongs to'),
    },
  },
  also: {
    begins: text('成立日期、启用日期', 'Founded on, Founding date, Since'),
    document: text('批准文号、批文、文件编号', 'Document, Approval number'),
  },
  notes: [
    text(
      '层级依次为街道、社区、小区、楼栋、楼道，下级填上级的代码。',
      'The levels are subdistrict, community, compound, building, stairwell; each names the code of the one above.',
    ),
  ],
})
