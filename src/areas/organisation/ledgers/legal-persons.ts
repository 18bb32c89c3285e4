import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { legalPersonType } from '../records.ts'
import { creditCodeField } from './credit-code-field.ts'

export const legalPersonsLedger = defineLedger({
  id: 'organisation.legal_persons',
  type: legalPersonType,
  sheet: text('法人单位台账', 'Legal persons'),
  dayColumns: { begins: text('登记日期', 'Registered on') },
  columns: ['credit_code', 'name', 'kind', 'state', 'address', 'invented'],
  fields: {
    credit_code: { ...creditCodeField, also: text('信用代码、社会信用代码、机构代码', 'Credit code, USCC') },
    name: { also: text('单位全称、企业名称、公司名称', 'Company name, Full name') },
    kind: { also: text('性质、企业类型、单位类型', 'Type, Company type') },
    state: { also: text('状态、经营状态', 'Status') },
    address: { also: text('地址、注册地址、经营地址', 'Registered address') },
  },
  also: { begins: text('成立日期、注册日期', 'Founded on, Registration date') },
  notes: [
    text(
      '全街道共用一本法人单位名册，按统一社会信用代码识别，不重复登记。',
      'One register of legal persons serves the whole office; the unified social credit code tells them apart.',
    ),
    text(
      '演示数据的信用代码都是虚构的：校验位正确，但不对应任何真实登记。',
      'The credit codes of a demonstration are invented: they check, and belong to nobody.',
    ),
  ],
})
