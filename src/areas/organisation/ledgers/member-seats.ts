import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { councilSeatType } from '../records.ts'

export const memberSeatsLedger = defineLedger({
  id: 'organisation.member_seats',
  type: councilSeatType,
  sheet: text('成员单位台账', 'Member seats'),
  dayColumns: { begins: text('加入日期', 'Joined on'), ends: text('退出日期', 'Left on') },
  columns: ['council_id', 'unit_id', 'invented'],
  fields: {
    council_id: { also: text('大党委、所属大党委', 'Council, Joint council') },
    unit_id: { also: text('信用代码、统一社会信用代码、成员单位代码', 'Credit code, Unit code') },
  },
  notes: [
    text(
      '一个单位加入两个大党委的填两行；统计成员单位时只算一个。',
      'A unit with seats in two councils takes two lines; as a member unit it counts once.',
    ),
  ],
})
