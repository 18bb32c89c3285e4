import { creditCodeField } from '../../organisation/index.ts'
import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { companyType } from '../records.ts'

/** The list of companies that the office serves, as the market-supervision extract and the survey give it. */
export const companiesLedger = defineLedger({
  id: 'enterprise.companies',
  type: companyType,
  sheet: text('企业服务名录', 'Companies'),
  dayColumns: { begins: text('列入日期', 'Listed on'), ends: text('移出日期', 'Left on') },
  columns: [
    'unit_id',
    'place_id',
    'industry',
    'business',
    'employees',
    'members_said',
    'contact_name',
    'contact_phone',
    'invented',
  ],
  fields: {
    unit_id: { ...creditCodeField, also: text('信用代码、社会信用代码', 'Credit code') },
    place_id: { fold: 'code', also: text('所在社区、地点代码', 'Community, Place') },
    industry: { also: text('行业类别、所属行业', 'Kind of industry') },
    business: { also: text('经营范围、主营', 'Scope of business') },
    employees: { also: text('职工人数、员工人数、总人数', 'Staff, Number of employees') },
    members_said: { also: text('党员人数、党员数', 'Party members') },
    contact_phone: { also: text('电话、手机', 'Phone, Mobile') },
  },
  notes: [
    text(
      '单位名称、住所、登记状态登记在法人单位台账中，本表只填信用代码。',
      'Name, address and state of registration belong in the register of legal persons; this sheet has the credit code alone.',
    ),
  ],
})
