import { creditCodeField } from '../../organisation/index.ts'
import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { contactType, pairingType, postingType, serviceLimitType } from '../records.ts'

const person = { fold: 'code', also: text('人员编号、干部编号', 'Person, Number') } as const

export const pairingsLedger = defineLedger({
  id: 'enterprise.pairings',
  type: pairingType,
  sheet: text('挂钩台账', 'Pairings'),
  dayColumns: { begins: text('挂钩日期', 'Paired on'), ends: text('结束日期', 'Ended on') },
  columns: ['company_id', 'person_id', 'invented'],
  fields: { company_id: creditCodeField, person_id: person },
})

export const postingsLedger = defineLedger({
  id: 'enterprise.postings',
  type: postingType,
  sheet: text('指导员、联络员台账', 'Instructors and liaisons'),
  dayColumns: { begins: text('选派日期', 'Sent on'), ends: text('结束日期', 'Ended on') },
  columns: ['company_id', 'person_id', 'kind', 'invented'],
  fields: {
    company_id: creditCodeField,
    person_id: person,
    kind: { also: text('类别、身份', 'Kind') },
  },
})

export const serviceLimitsLedger = defineLedger({
  id: 'enterprise.service_limits',
  type: serviceLimitType,
  sheet: text('工作上限', 'Limits of work'),
  dayColumns: { begins: text('施行日期', 'In force from'), ends: text('废止日期', 'Repealed on') },
  columns: ['name', 'matter', 'most'],
})

export const contactsLedger = defineLedger({
  id: 'enterprise.contacts',
  type: contactType,
  sheet: text('企业联系记录', 'Contacts with companies'),
  dayColumns: { begins: text('联系日期', 'Contacted on') },
  columns: ['code', 'company_id', 'person_id', 'way', 'topic', 'next_step', 'invented'],
  fields: {
    code: { fold: 'code' },
    company_id: creditCodeField,
    person_id: person,
    way: { also: text('联系方式、形式', 'Kind') },
    topic: { also: text('联系事项、内容', 'Subject') },
  },
})
