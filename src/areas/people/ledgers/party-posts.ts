import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { ofHolding } from '../records/common-fields.ts'
import { partyPostType } from '../records.ts'

export const partyPostsLedger = defineLedger({
  id: 'people.party_posts',
  type: partyPostType,
  sheet: text('党内职务台账', 'Party posts'),
  dayColumns: { begins: text('任职日期', 'Took up on'), ends: text('离任日期', 'Left on') },
  documentColumn: text('任职文号', 'Document number'),
  columns: ['person_id', 'organisation_id', 'post', ...ofHolding.map(({ key }) => key), 'invented'],
  fields: {
    person_id: { fold: 'code' },
    organisation_id: { fold: 'code', also: text('党组织、所在党组织', 'Organisation') },
    post: { also: text('党内职务', 'Party post') },
  },
})
