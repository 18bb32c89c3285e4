import type { Purpose } from '../../platform/personal/purpose.ts'
import { text } from '../../platform/text.ts'
import { day } from '../../platform/values/day.ts'
import { companiesLeft, requestsClosed, submissionsDone } from './queries/keeping.ts'

const since = day('2026-11-30')

export const enterprisePurposes: readonly Purpose[] = [
  {
    id: 'enterprise.contacts',
    name: text('联系服务企业', 'To reach a company that is served'),
    basis: 'duty',
    ground: text(
      '街道联系服务辖区企业、受理和答复企业反映的问题。',
      'The street keeps in touch with the companies in its area and answers what they ask for.',
    ),
    fields: { 'enterprise.company': ['contact_name', 'contact_phone'] },
    retention: text(
      '在担任企业联系人期间；换人时更正，企业移出服务名录后依法删除。',
      'While somebody is the contact: corrected when another takes over, erased after the company has left the list.',
    ),
    keeping: {
      'enterprise.company': {
        from: text('企业移出服务名录之日', 'The day on which the company left the list'),
        rows: companiesLeft,
      },
    },
    recipients: text('不提供给其他单位。', 'Nobody else.'),
    notice: {
      version: 1,
      since,
      text: text(
        '您的姓名和电话由街道用于同您所在的企业联系、答复企业反映的问题。您可以随时要求更正或者删除。',
        'Your name and telephone serve the street to reach your company and to answer what it asks for. You may ask at any time to have them corrected or erased.',
      ),
    },
  },
  {
    id: 'enterprise.requests',
    name: text('受理、答复企业诉求', 'To receive and answer what a company asks'),
    basis: 'duty',
    ground: text(
      '街道受理、答复企业反映的问题，办结后回访。',
      'The street receives and answers what companies ask for, and calls back when it is done.',
    ),
    fields: {
      'enterprise.request': ['asker_name', 'asker_phone'],
      'enterprise.submission': ['asker_name', 'asker_phone'],
    },
    retention: text(
      '在诉求办理和回访期间；办结后按本单位规定的期限保存，到期删除姓名和电话，诉求和统计数字不变。',
      'While the request is handled and called back; after closing for the period that the office sets. Then name and telephone are erased, and the request and its figures stay.',
    ),
    keeping: {
      'enterprise.request': {
        from: text('诉求办结之日', 'The day on which the request was closed'),
        rows: requestsClosed,
      },
      'enterprise.submission': {
        from: text('不予受理或者诉求办结之日', 'The day on which it was declined, or its request closed'),
        rows: submissionsDone,
      },
    },
    recipients: text('只提供给办理该诉求的部门。', 'The departments that answer the request alone.'),
    notice: {
      version: 1,
      since,
      text: text(
        '您的姓名和电话由街道用于核实、答复和回访您反映的企业诉求。您可以随时要求更正或者删除。',
        'Your name and telephone serve the street to look into your company’s request, to answer it and to call back. You may ask at any time to have them corrected or erased.',
      ),
    },
  },
]
