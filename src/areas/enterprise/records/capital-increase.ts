import { defineRecordType } from '../../../platform/records/record-type.ts'
import { currencies } from '../terms.ts'
import { companyNamed, invented, permissions } from './common-fields.ts'
import { code, evidence, evidenced, request, served } from './outcome-fields.ts'

/**
 * A company's increase of registered capital with which the office assisted: old and new capital as registered, to the yuan. What is
 * subscribed (认缴) and what is paid in (实缴) are two sums; the office claims neither.
 */
export const capitalIncreaseType = defineRecordType({
  id: 'enterprise.capital_increase',
  label: { zh: '协助企业增资', en: 'Assisted capital increase' },
  plural: { zh: '协助企业增资', en: 'Assisted capital increases' },
  header: [code, invented],
  attributes: [
    companyNamed,
    {
      key: 'old_capital',
      kind: 'amount',
      class: 'internal',
      label: { zh: '原注册资本', en: 'Registered capital before' },
      required: true,
      example: '1000000000',
    },
    {
      key: 'new_capital',
      kind: 'amount',
      class: 'internal',
      label: { zh: '新注册资本', en: 'Registered capital after' },
      help: {
        zh: '变更登记载明的认缴数，人民币元。以外币登记的，按同一折算率把新旧两个数折成人民币元。',
        en: 'As subscribed and registered, in yuan. Registered in another currency: both sums converted by one rate.',
      },
      required: true,
      example: '23000000000',
    },
    {
      key: 'currency',
      kind: 'choice',
      class: 'internal',
      choices: currencies,
      label: { zh: '登记币种', en: 'Registered in' },
      help: { zh: '不填即人民币。', en: 'CNY where nothing is said.' },
      required: false,
      example: '',
    },
    {
      key: 'rate',
      kind: 'text',
      class: 'internal',
      label: { zh: '折算率', en: 'Rate' },
      help: {
        zh: '每1单位外币折合人民币多少元；以外币登记的必须填写，否则不计入统计。',
        en: 'Yuan for one unit of the currency. Without it, capital in another currency is not counted.',
      },
      required: false,
      example: '',
    },
    {
      key: 'rate_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '折算率日期', en: 'Day of the rate' },
      required: false,
      example: '',
    },
    {
      key: 'paid_in',
      kind: 'amount',
      class: 'internal',
      label: { zh: '其中已实缴', en: 'Of the increase, paid in' },
      help: {
        zh: '增加部分中已经缴付的数额；不知道的不填，不等于零。',
        en: 'What of the increase has been paid. Left empty where it is not known, which is not zero.',
      },
      required: false,
      example: '',
    },
    request,
    served,
    {
      key: 'confirmation',
      kind: 'text',
      class: 'internal',
      label: { zh: '企业书面确认', en: 'The company’s written confirmation' },
      help: {
        zh: '企业确认街道提供协助的书面材料名称、日期或者文号。没有确认的不计入统计。',
        en: 'The paper in which the company confirms the assistance: its name, day or number. Without it the increase is not counted.',
      },
      required: false,
      example: '',
    },
    { ...evidence, example: '变更登记通知书' },
  ],
  acts: [
    {
      kind: 'recorded',
      effect: 'begins',
      label: { zh: '登记成果', en: 'Record' },
      help: {
        zh: '日期填变更登记的当日。同一次增资只登记一次。',
        en: 'The day is that on which the change was registered. One increase is recorded once.',
      },
      sets: [
        'company_id',
        'old_capital',
        'new_capital',
        'currency',
        'rate',
        'rate_on',
        'paid_in',
        'request_id',
        'served',
        'confirmation',
        'evidence',
      ],
    },
    {
      kind: 'paid',
      effect: 'changes',
      label: { zh: '更新实缴', en: 'Update what is paid in' },
      sets: ['paid_in'],
    },
    {
      kind: 'converted',
      effect: 'changes',
      label: { zh: '补充币种和折算率', en: 'Say currency and rate' },
      sets: ['currency', 'rate', 'rate_on'],
    },
    evidenced('confirmation', 'evidence'),
  ],
  title: 'company_id',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
