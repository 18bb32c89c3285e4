import { defineRecordType } from '../../../platform/records/record-type.ts'
import { contactWays } from '../terms.ts'
import { companyNamed, invented, permissions, personNamed } from './common-fields.ts'

/**
 * A contact with a company: who, when, how, about what and what comes next. Where the caller was, for how long and how often is asked of
 * nobody, and no picture is kept (domain C13).
 */
export const contactType = defineRecordType({
  id: 'enterprise.contact',
  label: { zh: '联系记录', en: 'Contact' },
  plural: { zh: '联系记录', en: 'Contacts' },
  header: [invented],
  attributes: [
    companyNamed,
    personNamed,
    {
      key: 'way',
      kind: 'choice',
      class: 'internal',
      choices: contactWays,
      label: { zh: '方式', en: 'Way' },
      required: true,
      example: '走访',
    },
    {
      key: 'topic',
      kind: 'text',
      class: 'internal',
      label: { zh: '事项', en: 'Topic' },
      help: { zh: '谈了什么事；不写个人信息。', en: 'What it was about; no personal values.' },
      required: true,
      example: '了解用工需求',
    },
    {
      key: 'next_step',
      kind: 'text',
      class: 'internal',
      label: { zh: '下一步', en: 'Next step' },
      required: false,
      example: '转就业服务窗口',
    },
    {
      key: 'code',
      kind: 'text',
      class: 'internal',
      label: { zh: '联系编号', en: 'Number' },
      help: {
        zh: '本单位自编，例如企业信用代码加顺序号。',
        en: 'The office’s own, such as the company’s credit code and a running number.',
      },
      required: true,
      example: '91350206MA00000000-1',
    },
  ],
  acts: [
    {
      kind: 'made',
      effect: 'begins',
      label: { zh: '登记联系', en: 'Record a contact' },
      help: {
        zh: '日期填联系的那一天。填错的，在记录里更正或者标为从未发生。',
        en: 'The day is that of the contact. What was entered wrongly is corrected, or said never to have been.',
      },
      sets: ['company_id', 'person_id', 'way', 'topic', 'next_step', 'code'],
    },
  ],
  title: 'topic',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
