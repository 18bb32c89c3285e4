import { defineRecordType } from '../../../platform/records/record-type.ts'
import { invented, permissions } from './common-fields.ts'
import { code, evidence, evidenced } from './outcome-fields.ts'

/**
 * A training held for companies, by the street or by a community. Participants (人) are distinct persons, person-times (人次) their
 * attendances; both are totals of the office's own, and there is no list of who was there.
 */
export const trainingType = defineRecordType({
  id: 'enterprise.training',
  label: { zh: '企业培训', en: 'Training for companies' },
  plural: { zh: '企业培训', en: 'Trainings for companies' },
  header: [{ ...code, label: { zh: '培训编号', en: 'Number' }, example: 'PX-2018-01' }, invented],
  attributes: [
    {
      key: 'title',
      kind: 'text',
      class: 'internal',
      label: { zh: '培训名称', en: 'Title' },
      required: true,
      example: '非公企业党务工作培训班',
    },
    {
      key: 'place_id',
      kind: 'reference',
      class: 'internal',
      to: 'organisation.place',
      label: { zh: '举办街道（社区）', en: 'Held by which place' },
      heading: { zh: '举办地点代码', en: 'Code of the place' },
      required: true,
      example: '350206005000',
    },
    {
      key: 'organiser',
      kind: 'text',
      class: 'internal',
      label: { zh: '主办单位', en: 'Organiser' },
      required: true,
      example: '街道党建办',
    },
    {
      key: 'venue',
      kind: 'text',
      class: 'internal',
      label: { zh: '地点', en: 'Venue' },
      required: false,
      example: '街道会议室',
    },
    {
      key: 'hours',
      kind: 'count',
      class: 'internal',
      unit: { zh: '学时', en: 'hours' },
      label: { zh: '时长', en: 'Length' },
      required: false,
      example: '4',
    },
    {
      key: 'persons',
      kind: 'count',
      class: 'internal',
      unit: { zh: '人', en: 'people' },
      label: { zh: '参训人数', en: 'Participants' },
      help: {
        zh: '一人参加几节也计一人。没有统计的不填，不等于零。',
        en: 'Who came to several sessions counts once. Left empty where nobody counted, which is not zero.',
      },
      required: false,
      example: '36',
    },
    {
      key: 'person_times',
      kind: 'count',
      class: 'internal',
      unit: { zh: '人次', en: 'person-times' },
      label: { zh: '参训人次', en: 'Attendances' },
      help: {
        zh: '各节到场人数之和，不少于参训人数；不与人数相加。',
        en: 'Who was there at each session, added up: no less than the participants, and never added to them.',
      },
      required: false,
      example: '72',
    },
    {
      key: 'companies',
      kind: 'count',
      class: 'internal',
      unit: { zh: '家', en: 'companies' },
      label: { zh: '参训企业数', en: 'Companies that took part' },
      required: false,
      example: '20',
    },
    evidence,
  ],
  acts: [
    {
      kind: 'held',
      effect: 'begins',
      label: { zh: '登记培训', en: 'Record' },
      help: {
        zh: '日期填开班当日；分几节的仍是一场。',
        en: 'The day is that on which it began; of several sessions it is still one training.',
      },
      sets: [
        'title',
        'place_id',
        'organiser',
        'venue',
        'hours',
        'persons',
        'person_times',
        'companies',
        'evidence',
      ],
    },
    evidenced('persons', 'person_times', 'companies', 'evidence'),
  ],
  title: 'title',
  naturalKey: ['code'],
  scoped: true,
  permissions,
})
