import { type Figure, flow, percent, share, stock } from '../../../platform/figures/figure.ts'
import { companies, companiesServed, distinctCompanies, service } from './company-figures.ts'
import { distinctPeople, people } from './of-people.ts'
import * as contacts from './contact-rows.ts'
import * as rows from './pairing-rows.ts'

const paired = stock({
  ...service,
  id: 'enterprise.companies_paired',
  label: { zh: '有人挂钩的企业', en: 'Companies with somebody paired' },
  unit: companies,
  rows: rows.companiesPaired,
  measure: { by: 'count' },
  apart: true,
})

export const pairingFigures: readonly Figure[] = [
  stock({
    ...service,
    id: 'enterprise.people_paired',
    label: { zh: '挂钩人员', en: 'People paired with companies' },
    unit: people,
    rows: rows.pairingsInForce,
    measure: distinctPeople,
    apart: true,
  }),
  stock({
    ...service,
    id: 'enterprise.members_paired',
    label: { zh: '挂钩党员', en: 'Party members paired with companies' },
    unit: people,
    rows: rows.memberPairingsInForce,
    measure: distinctPeople,
    remark: {
      zh: '一人挂钩几家企业只计一次。是否党员按查看人能看到的党员名册，名册在别处的人不计入。',
      en: 'Who is paired with several companies counts once. Membership is read from the register as far as the reader sees it: who is on file elsewhere is not counted.',
    },
  }),
  paired,
  stock({
    ...service,
    id: 'enterprise.companies_with_nobody',
    label: { zh: '没有人挂钩的企业', en: 'Companies with nobody paired' },
    unit: companies,
    rows: rows.companiesWithNobody,
    measure: { by: 'count' },
    apart: true,
  }),
  share({
    ...service,
    decimals: 1,
    id: 'enterprise.pairing_coverage',
    label: { zh: '挂钩覆盖率', en: 'Share of companies with somebody paired' },
    unit: percent,
    numerator: paired,
    denominator: companiesServed,
  }),
  stock({
    ...service,
    id: 'enterprise.instructors',
    label: { zh: '党建指导员', en: 'Party-building instructors' },
    unit: people,
    rows: rows.instructorsInForce,
    measure: distinctPeople,
    remark: {
      zh: '一人负责几家企业只计一次。',
      en: 'Who answers for several companies counts once.',
    },
  }),
  stock({
    ...service,
    id: 'enterprise.postings',
    label: { zh: '指导员、联络员选派', en: 'Postings of instructors and liaisons' },
    unit: { zh: '项', en: 'postings' },
    rows: rows.postingsInForce,
    measure: { by: 'count' },
    apart: true,
  }),
  flow({
    ...service,
    id: 'enterprise.companies_contacted',
    label: { zh: '联系过的企业', en: 'Companies contacted' },
    unit: companies,
    rows: contacts.companiesContacted,
    measure: distinctCompanies,
    remark: {
      zh: '期间内联系过几次都只计一家。',
      en: 'A company counts once in the period, however often it was contacted.',
    },
  }),
  flow({
    ...service,
    id: 'enterprise.contacts',
    label: { zh: '与企业的联系', en: 'Contacts with companies' },
    unit: { zh: '次', en: 'contacts' },
    rows: contacts.contactsMade,
    measure: { by: 'count' },
    apart: true,
  }),
]
