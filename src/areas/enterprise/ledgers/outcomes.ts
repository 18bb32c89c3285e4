import { creditCodeField } from '../../organisation/index.ts'
import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { capitalIncreaseType, financingType, hiringType, improvementType, trainingType } from '../records.ts'

const assisted = text(
  '结果是企业的，街道只登记所提供的协助。没有依据的不计入统计。',
  'The result is the company’s: what is recorded is the street’s assistance. What has no evidence is not counted.',
)
const found = { code: { fold: 'code' }, company_id: creditCodeField, request_id: { fold: 'code' } } as const

export const improvementsLedger = defineLedger({
  id: 'enterprise.improvements',
  type: improvementType,
  sheet: text('协助优化党组织台账', 'Party organisations improved'),
  dayColumns: { begins: text('党组织变动日期', 'Day of the organisation’s act') },
  columns: ['code', 'company_id', 'organisation_id', 'act', 'request_id', 'served', 'evidence', 'invented'],
  fields: { ...found, organisation_id: { fold: 'code' } },
  notes: [assisted],
})

export const capitalIncreasesLedger = defineLedger({
  id: 'enterprise.capital_increases',
  type: capitalIncreaseType,
  sheet: text('协助企业增资台账', 'Assisted capital increases'),
  dayColumns: { begins: text('变更登记日期', 'Change registered on') },
  columns: [
    'code',
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
    'invented',
  ],
  fields: found,
  notes: [assisted],
})

export const financingsLedger = defineLedger({
  id: 'enterprise.financings',
  type: financingType,
  sheet: text('协助企业融资台账', 'Assisted financings'),
  dayColumns: { begins: text('到位日期', 'Received on') },
  columns: ['code', 'company_id', 'amount', 'lender', 'request_id', 'served', 'evidence', 'invented'],
  fields: found,
  notes: [assisted],
})

export const hiringsLedger = defineLedger({
  id: 'enterprise.hirings',
  type: hiringType,
  sheet: text('协助企业用工台账', 'Assisted hirings'),
  dayColumns: { begins: text('录用日期', 'Hired on') },
  columns: ['code', 'company_id', 'persons', 'way', 'request_id', 'served', 'evidence', 'invented'],
  fields: found,
  notes: [assisted],
})

export const trainingsLedger = defineLedger({
  id: 'enterprise.trainings',
  type: trainingType,
  sheet: text('企业培训台账', 'Trainings for companies'),
  dayColumns: { begins: text('培训日期', 'Held on') },
  columns: [
    'code',
    'title',
    'place_id',
    'organiser',
    'venue',
    'hours',
    'persons',
    'person_times',
    'companies',
    'evidence',
    'invented',
  ],
  fields: { code: { fold: 'code' }, place_id: { fold: 'code' } },
  notes: [
    text(
      '人数和人次是两个数，不相加。不登记参训名单。',
      'Participants and attendances are two numbers and are never added. No list of participants is kept.',
    ),
  ],
})
