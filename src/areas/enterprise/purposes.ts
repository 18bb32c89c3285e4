import type { Purpose } from '../../platform/personal/purpose.ts'
import { text } from '../../platform/text.ts'
import { day } from '../../platform/values/day.ts'
import { companiesLeft } from './queries/keeping.ts'

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
]
