import { defineRecordType, type RecordAct } from '../../../platform/records/record-type.ts'
import { text } from '../../../platform/text.ts'
import { type RequestAct, requestActWords } from '../rules/requests/request-life.ts'
import { confirmations, requestChannels, requestKinds, requestOutcomes, satisfactions } from '../terms.ts'
import { invented, companyNamed, permissions } from './common-fields.ts'
import { timeOfDay } from './time-of-day.ts'

const act = (kind: RequestAct, more: Omit<RecordAct, 'kind' | 'label' | 'effect'>): RecordAct => ({
  kind,
  effect: kind === 'received' ? 'begins' : 'changes',
  label: requestActWords[kind],
  ...more,
})

/**
 * What a company asks of the office. It is in force from the day on which it was received; closing, calling back and reopening are its
 * events, so that one day can see it received and closed. Departments' parts are tasks.
 */
export const requestType = defineRecordType({
  id: 'enterprise.request',
  label: { zh: '企业诉求', en: 'Request' },
  plural: { zh: '企业诉求台账', en: 'Register of requests' },
  header: [
    {
      key: 'number',
      kind: 'text',
      class: 'internal',
      label: { zh: '受理编号', en: 'Number' },
      help: { zh: '本街道自编，不重复。', en: 'The office’s own; unique.' },
      required: true,
      example: '2018-0001',
    },
    {
      key: 'channel',
      kind: 'choice',
      class: 'internal',
      choices: requestChannels,
      label: { zh: '来源', en: 'Came by' },
      required: true,
      example: '电话',
    },
    {
      key: 'subject',
      kind: 'text',
      class: 'internal',
      label: { zh: '标题', en: 'Subject' },
      required: true,
      example: '流动资金贷款到期续贷',
    },
    {
      key: 'content',
      kind: 'text',
      class: 'internal',
      label: { zh: '诉求内容', en: 'What is asked' },
      help: {
        zh: '写清事情和希望怎样解决；不写个人号码。',
        en: 'What it is about and how the company would have it solved; no personal numbers.',
      },
      required: false,
      example: '',
    },
    {
      key: 'submission_id',
      kind: 'reference',
      class: 'internal',
      to: 'enterprise.submission',
      label: { zh: '网上诉求单', en: 'Online submission' },
      heading: { zh: '网上诉求单编号', en: 'Number of the online submission' },
      required: false,
      example: '',
    },
    {
      key: 'asker_name',
      kind: 'text',
      class: 'personal',
      enciphered: 'not found',
      label: { zh: '反映人', en: 'Who asks' },
      required: false,
      example: '',
    },
    {
      key: 'asker_phone',
      kind: 'text',
      class: 'personal',
      enciphered: 'found',
      mask: 'phone',
      label: { zh: '反映人电话', en: 'Telephone' },
      required: false,
      example: '',
    },
    invented,
  ],
  attributes: [
    companyNamed,
    {
      key: 'kind',
      kind: 'choice',
      class: 'internal',
      choices: requestKinds,
      label: { zh: '诉求类型', en: 'Kind' },
      required: true,
      example: '融资',
    },
    {
      key: 'wished_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '企业期望日期', en: 'Wished for by' },
      help: {
        zh: '企业希望在哪一天以前解决；不是办理时限。',
        en: 'By when the company would have it solved; no deadline of the office.',
      },
      required: false,
      example: '',
    },
  ],
  acts: [
    act('received', {
      help: text('当日填受理单。', 'The form is filled in on the day itself.'),
      sets: ['company_id', 'kind', 'wished_on'],
      details: [timeOfDay],
    }),
    act('amended', { sets: ['kind', 'wished_on'] }),
    act('supervised', {
      help: text('在“事由”中写明为什么督办。', 'Say why as the reason.'),
      sets: [],
      details: [
        {
          key: 'supervisor',
          kind: 'text',
          class: 'internal',
          label: { zh: '督办单位', en: 'Supervised by' },
          required: true,
          example: '街道纪工委',
        },
      ],
    }),
    act('closed', {
      help: text(
        '须已答复企业；“解决”须有企业确认或者凭证。',
        'The company has had its answer; “solved” needs its confirmation or a document.',
      ),
      sets: [],
      details: [
        {
          key: 'outcome',
          kind: 'choice',
          class: 'internal',
          choices: requestOutcomes,
          label: { zh: '办理结果', en: 'Outcome' },
          required: true,
        },
        {
          key: 'answer',
          kind: 'text',
          class: 'internal',
          label: { zh: '给企业的答复', en: 'Answer to the company' },
          help: text(
            '主办部门的答复已经登记的可以不填。',
            'May be empty where the answer of the lead department is recorded.',
          ),
          required: false,
        },
        {
          key: 'confirmation',
          kind: 'choice',
          class: 'internal',
          choices: confirmations,
          label: { zh: '解决的依据', en: 'Known by' },
          required: false,
        },
        {
          key: 'evidence',
          kind: 'text',
          class: 'internal',
          label: { zh: '确认或者凭证的说明', en: 'Confirmation or document' },
          help: text(
            '如谁在哪天确认、凭证的名称和编号。',
            'Who confirmed when, or the name and number of the document.',
          ),
          required: false,
        },
        timeOfDay,
      ],
    }),
    act('called_back', {
      sets: [],
      details: [
        {
          key: 'satisfaction',
          kind: 'choice',
          class: 'internal',
          choices: satisfactions,
          label: { zh: '企业评价', en: 'What the company says' },
          required: true,
        },
        {
          key: 'remark',
          kind: 'text',
          class: 'internal',
          label: { zh: '企业意见', en: 'Remark' },
          required: false,
        },
      ],
    }),
    act('reopened', {
      help: text(
        '在“事由”中写明为什么重新办理。部门各自的时限从重新派单或者重新办理之日起算。',
        'Say why as the reason. The clocks of the departments run from the day on which each is assigned or taken up again.',
      ),
      sets: [],
    }),
  ],
  title: 'subject',
  naturalKey: ['number'],
  scoped: true,
  permissions,
})
