import { type Figure, flow } from '../../../platform/figures/figure.ts'
import { companies, distinctCompanies, service } from './company-figures.ts'
import * as rows from './outcome-rows.ts'

const outcome = { ...service, theme: { zh: '服务成效', en: 'Outcomes of service' } }
const ofCompanies = { ...outcome, unit: companies, measure: distinctCompanies }
const yuan = { zh: '元', en: 'yuan' }
const people = { zh: '人', en: 'people' }

/** An official who reads the number alone must not take it for the street's own. */
const assistedAlone = {
  zh: '街道只提供协助；这是企业自身的结果，不作为街道自身的成果。',
  en: 'The street only assisted: it is the companies’ own result, and not the street’s.',
}
const each = {
  zh: '按场相加：同一人参加两场的计两次。人数和人次不相加；没有统计的培训不计入，不等于零。',
  en: 'Added up over trainings: who came to two counts twice. Participants and attendances are never added; a training for which nobody counted is left out, which is not zero.',
}

export const outcomeFigures: readonly Figure[] = [
  flow({
    ...ofCompanies,
    id: 'enterprise.improved_above_scale',
    label: {
      zh: '协助优化党组织的规上（限上）企业',
      en: 'Above-scale companies helped to improve their Party organisation',
    },
    rows: rows.improvedAboveScale,
  }),
  flow({
    ...outcome,
    id: 'enterprise.capital_assisted',
    label: { zh: '协助企业增资额', en: 'Capital increases assisted' },
    unit: yuan,
    decimals: 2,
    rows: rows.capitalIncreased,
    measure: { by: 'sum', of: { zh: '注册资本增加额', en: 'increase of registered capital' }, scale: 2 },
    remark: assistedAlone,
  }),
  flow({
    ...ofCompanies,
    id: 'enterprise.capital_assisted_companies',
    label: { zh: '协助增资的企业', en: 'Companies assisted in an increase of capital' },
    rows: rows.capitalIncreased,
    remark: assistedAlone,
    apart: true,
  }),
  flow({
    ...outcome,
    id: 'enterprise.financing_assisted',
    label: { zh: '协助企业融资额', en: 'Financing assisted' },
    unit: yuan,
    decimals: 2,
    rows: rows.financed,
    measure: { by: 'sum', of: { zh: '融资额', en: 'sum' }, scale: 2 },
    remark: assistedAlone,
    apart: true,
  }),
  flow({
    ...ofCompanies,
    id: 'enterprise.financing_assisted_companies',
    label: { zh: '协助融资的企业', en: 'Companies assisted in financing' },
    rows: rows.financed,
    remark: assistedAlone,
    apart: true,
  }),
  flow({
    ...outcome,
    id: 'enterprise.hiring_assisted',
    label: { zh: '协助企业录用人数', en: 'People hired with assistance' },
    unit: people,
    rows: rows.hired,
    measure: { by: 'sum', of: { zh: '录用人数', en: 'people hired' }, scale: 0 },
    remark: assistedAlone,
    apart: true,
  }),
  flow({
    ...outcome,
    id: 'enterprise.trainings',
    label: { zh: '为企业举办培训', en: 'Trainings for companies' },
    unit: { zh: '场', en: 'trainings' },
    rows: rows.trainingsHeld,
    measure: { by: 'count' },
  }),
  flow({
    ...outcome,
    id: 'enterprise.training_persons',
    label: { zh: '企业培训参训人数', en: 'Participants in trainings for companies' },
    unit: people,
    rows: rows.trainingPersons,
    measure: { by: 'sum', of: { zh: '参训人数', en: 'participants' }, scale: 0 },
    remark: each,
    apart: true,
  }),
  flow({
    ...outcome,
    id: 'enterprise.training_person_times',
    label: { zh: '企业培训参训人次', en: 'Attendances at trainings for companies' },
    unit: { zh: '人次', en: 'person-times' },
    rows: rows.trainingPersonTimes,
    measure: { by: 'sum', of: { zh: '参训人次', en: 'attendances' }, scale: 0 },
    remark: each,
    apart: true,
  }),
]
