import { defineRecordType } from '../../../platform/records/record-type.ts'
import { text } from '../../../platform/text.ts'
import { submissionActWords } from '../rules/requests/submission-life.ts'
import { requestKinds } from '../terms.ts'
import { permissions } from './common-fields.ts'

/**
 * What somebody sent through the public form in a company's name. Nothing of it is verified, so it is no request and counts nowhere until
 * the office makes a request of it, which names it.
 */
export const submissionType = defineRecordType({
  id: 'enterprise.submission',
  label: { zh: '网上诉求单', en: 'Online submission' },
  plural: { zh: '网上诉求单', en: 'Online submissions' },
  header: [
    {
      key: 'number',
      kind: 'text',
      class: 'internal',
      label: { zh: '提交编号', en: 'Number' },
      required: true,
    },
    {
      key: 'credit_code',
      kind: 'text',
      class: 'internal',
      label: { zh: '统一社会信用代码', en: 'Credit code' },
      required: true,
    },
    {
      key: 'company_name',
      kind: 'text',
      class: 'internal',
      label: { zh: '企业名称（自填）', en: 'Company, as it wrote' },
      required: true,
    },
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: requestKinds,
      label: { zh: '诉求类型', en: 'Kind' },
      required: true,
    },
    { key: 'subject', kind: 'text', class: 'internal', label: { zh: '标题', en: 'Subject' }, required: true },
    {
      key: 'content',
      kind: 'text',
      class: 'internal',
      label: { zh: '诉求内容', en: 'What is asked' },
      required: true,
    },
    {
      key: 'wished_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '企业期望日期', en: 'Wished for by' },
      required: false,
    },
    {
      key: 'asker_name',
      kind: 'text',
      class: 'personal',
      enciphered: 'not found',
      label: { zh: '联系人', en: 'Who asks' },
      required: false,
    },
    {
      key: 'asker_phone',
      kind: 'text',
      class: 'personal',
      enciphered: 'found',
      mask: 'phone',
      label: { zh: '联系电话', en: 'Telephone' },
      required: false,
    },
  ],
  attributes: [],
  acts: [
    {
      kind: 'submitted',
      effect: 'begins',
      label: submissionActWords.submitted,
      sets: [],
      onlyByProgram: true,
    },
    {
      kind: 'declined',
      effect: 'changes',
      label: submissionActWords.declined,
      help: text('企业凭查询码能看到这段说明。', 'The company reads this with its look-up code.'),
      sets: [],
      details: [
        {
          key: 'why',
          kind: 'text',
          class: 'internal',
          label: { zh: '给企业的说明', en: 'What the company is told' },
          required: true,
        },
      ],
    },
    { kind: 'reconsidered', effect: 'changes', label: submissionActWords.reconsidered, sets: [] },
  ],
  title: 'subject',
  naturalKey: ['number'],
  scoped: true,
  permissions,
})
