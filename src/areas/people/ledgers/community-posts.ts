import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { ofHolding } from '../records/common-fields.ts'
import { communityPostType } from '../records.ts'

export const communityPostsLedger = defineLedger({
  id: 'people.community_posts',
  type: communityPostType,
  sheet: text('社区岗位台账', 'Community posts'),
  dayColumns: { begins: text('到岗日期', 'Took up on'), ends: text('离岗日期', 'Left on') },
  columns: [
    'person_id',
    'place_id',
    'post',
    ...ofHolding.map(({ key }) => key),
    'contract_until',
    'invented',
  ],
  fields: {
    person_id: { fold: 'code' },
    place_id: { fold: 'code', also: text('所在社区、社区', 'Community, Place') },
    post: { also: text('岗位类型', 'Kind of post') },
    contract_until: { also: text('合同到期日、合同截止日期', 'Contract end') },
  },
})
