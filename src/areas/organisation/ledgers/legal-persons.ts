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
    credit_code: { ...creditCodeField, also: ['信用代码', '社会信用代码', '机构代码'] },
    name: { also: ['单位全称', '企业名称', '公司名称'] },
    kind: { also: ['性质', '企业类型', '单位类型'] },
    state: { also: ['状态', '经营状态'] },
    address: { also: ['地址', '注册地址', '经营地址'] },
  },
  also: { begins: ['成立日期', '注册日期'] },
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
