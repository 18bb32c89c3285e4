import type { Purpose } from '../../platform/personal/purpose.ts'
import { text } from '../../platform/text.ts'
import { day } from '../../platform/values/day.ts'
import { endedOrganisations } from './queries/ended-organisations.ts'

export const organisationPurposes: readonly Purpose[] = [
  {
    id: 'organisation.contacts',
    name: text('联系党组织', 'To reach a Party organisation'),
    basis: 'duty',
    ground: text(
      '街道党工委指导和联系下级党组织的日常工作。',
      'The working committee of the street guides the organisations below it and keeps in touch with them.',
    ),
    fields: { 'organisation.party_organisation': ['contact_name', 'contact_phone'] },
    retention: text(
      '在担任联系人期间；换人时更正，党组织撤销后依法删除。',
      'While somebody is the contact: corrected when another takes over, erased after the organisation is dissolved.',
    ),
    keeping: {
      'organisation.party_organisation': {
        from: text('党组织撤销之日', 'The day on which the organisation was dissolved'),
        rows: endedOrganisations,
      },
    },
    recipients: text('不提供给其他单位。', 'Nobody else.'),
    notice: {
      version: 1,
      since: day('2026-11-28'),
      text: text(
        '您的姓名和电话由街道用于同您所在的党组织联系。您可以随时要求更正或者删除。',
        'Your name and telephone serve the street to reach your Party organisation. You may ask at any time to have them corrected or erased.',
      ),
    },
  },
]
