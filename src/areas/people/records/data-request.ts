import { defineRecordType } from '../../../platform/records/record-type.ts'
import { dataRequestKinds, dataRequestOutcomes } from '../terms.ts'

const answers = 'people.answer_requests'

/** What a person asks of the office about their own information, and what the office answers (PIPL art. 44 to 50). */
export const dataRequestType = defineRecordType({
  id: 'people.data_request',
  label: { zh: '个人信息请求', en: 'Request about personal data' },
  plural: { zh: '个人信息请求', en: 'Requests about personal data' },
  header: [
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '受理编号', en: 'Request number' },
      help: { zh: '本单位自编，告诉请求人。', en: 'The office’s own; the asker is told it.' },
      required: true,
      example: 'GR-2026-001',
    },
    {
      key: 'asker',
      kind: 'text',
      class: 'internal',
      identifies: true,
      label: { zh: '请求人', en: 'Asker' },
      help: {
        zh: '本人，或者写明关系的代理人、近亲属。',
        en: 'The person, or whoever acts for them or is a close relative: say which.',
      },
      required: true,
      example: '示例一（本人）',
    },
    {
      key: 'person_id',
      kind: 'reference',
      class: 'internal',
      to: 'people.person',
      label: { zh: '涉及的人员', en: 'Person concerned' },
      heading: { zh: '涉及的人员编号', en: 'Number of the person concerned' },
      help: { zh: '系统里没有此人的，留空。', en: 'Empty where no such person is on file.' },
      required: false,
      example: 'RY-00001',
    },
    {
      key: 'request',
      kind: 'choice',
      class: 'internal',
      choices: dataRequestKinds,
      label: { zh: '请求事项', en: 'Asks for' },
      required: true,
      example: '查阅',
    },
  ],
  attributes: [
    {
      key: 'due_on',
      kind: 'day',
      class: 'internal',
      label: { zh: '答复期限', en: 'Answer due on' },
      help: {
        zh: '法律要求及时办理，没有规定天数；一般自收到之日起30日内，由本单位确定。',
        en: 'The law asks for a timely answer and sets no number of days; 30 days from the receipt are usual, and the office decides.',
      },
      required: true,
      example: '2026-12-28',
    },
  ],
  acts: [
    { kind: 'received', effect: 'begins', label: { zh: '收到请求', en: 'Receive' }, sets: ['due_on'] },
    {
      kind: 'extended',
      effect: 'changes',
      label: { zh: '延长期限', en: 'Extend' },
      help: {
        zh: '在“事由”中写明为什么延长、怎样告知了请求人。',
        en: 'Say why, and how the asker was told.',
      },
      sets: ['due_on'],
    },
    {
      kind: 'answered',
      effect: 'ends',
      label: { zh: '答复', en: 'Answer' },
      help: {
        zh: '不予办理的，应当说明理由（个人信息保护法第五十条）。',
        en: 'A refusal has to give its reasons (PIPL art. 50).',
      },
      sets: [],
      details: [
        {
          key: 'outcome',
          kind: 'choice',
          class: 'internal',
          choices: dataRequestOutcomes,
          label: { zh: '办理结果', en: 'Outcome' },
          required: true,
        },
        {
          key: 'reply',
          kind: 'text',
          class: 'internal',
          label: { zh: '答复内容', en: 'Reply' },
          help: {
            zh: '怎样答复、交付了什么；不写个人信息原文。',
            en: 'How it was answered and what was handed over; no personal values.',
          },
          required: true,
        },
      ],
    },
  ],
  title: 'code',
  naturalKey: ['code'],
  scoped: false,
  permissions: { see: answers, record: answers, correct: answers },
})
