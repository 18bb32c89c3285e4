import { defineRecordType } from '../../../platform/records/record-type.ts'
import { closings, educations, memberCategories, membershipEndings, sexes } from '../terms.ts'
import { invented, permissions } from './common-fields.ts'

/**
 * A person of the office's work, apart from the accounts that sign in. An erasure empties the name, the birth and the telephone; number,
 * sex, education and affiliation stay, so that no count moves. No citizen id and no home address is kept (domain S1, C8).
 */
export const personType = defineRecordType({
  id: 'people.person',
  label: { zh: '人员', en: 'Person' },
  plural: { zh: '人员', en: 'People' },
  header: [
    {
      key: 'code',
      kind: 'text',
      label: { zh: '人员编号', en: 'Person number' },
      help: {
        zh: '本街道自编，不重复、不再用；不用身份证号。',
        en: 'The office’s own; unique, never used again and no citizen id.',
      },
      required: true,
      example: 'RY-00001',
    },
    {
      key: 'name',
      kind: 'text',
      identifies: true,
      label: { zh: '姓名', en: 'Name' },
      required: true,
      example: '示例一',
    },
    {
      key: 'sex',
      kind: 'choice',
      choices: sexes,
      label: { zh: '性别', en: 'Sex' },
      required: true,
      example: '女',
    },
    {
      key: 'birth',
      kind: 'text',
      personal: true,
      label: { zh: '出生年月', en: 'Birth' },
      help: {
        zh: '写到月（1980-05）即可，也可写到日（1980-05-17）。写到月的，年龄从当月1日起算。',
        en: 'Year and month (1980-05) or a day (1980-05-17). Of a month, age counts from its first day.',
      },
      required: true,
      example: '1980-05',
    },
    {
      key: 'phone',
      kind: 'text',
      personal: true,
      label: { zh: '联系电话', en: 'Telephone' },
      required: false,
      example: '',
    },
    {
      key: 'joined_on',
      kind: 'day',
      label: { zh: '入党日期', en: 'Joined the Party on' },
      help: { zh: '党员填写。', en: 'For a Party member.' },
      required: false,
      example: '',
    },
    invented,
  ],
  attributes: [
    {
      key: 'education',
      kind: 'choice',
      choices: educations,
      label: { zh: '学历', en: 'Education' },
      help: {
        zh: '填已取得的最高学历；在读的不算，结业、肄业分开填。',
        en: 'The highest level reached; studies that go on are none yet, and what was not completed is said apart.',
      },
      required: true,
      example: '大学专科毕业',
    },
    {
      key: 'branch_id',
      kind: 'reference',
      to: 'organisation.party_organisation',
      hangs: true,
      label: { zh: '组织关系所在党组织', en: 'Affiliated to' },
      heading: { zh: '组织关系所在党组织代码', en: 'Code of the organisation affiliated to' },
      help: {
        zh: '党员填写，同一天只有一个。临时党组织不接组织关系，参加临时党组织另行登记。',
        en: 'For a Party member: one on any day. A temporary organisation keeps no affiliation; taking part in one is recorded apart.',
      },
      required: false,
      example: 'DZZ-0001',
    },
    {
      key: 'category',
      kind: 'choice',
      choices: memberCategories,
      label: { zh: '党员类别', en: 'Membership' },
      help: { zh: '党员填写。', en: 'For a Party member.' },
      required: false,
      example: '正式党员',
    },
    {
      key: 'home_id',
      kind: 'reference',
      to: 'organisation.place',
      hangs: true,
      label: { zh: '管理社区', en: 'Looked after by' },
      heading: { zh: '管理社区代码', en: 'Code of the community that looks after' },
      help: {
        zh: '不是党员的填：由哪个社区管理。党员随组织关系所在党组织，可以不填。不填住址。',
        en: 'The community that looks after a person who is no member; a member goes with the organisation. Not an address.',
      },
      required: false,
      example: '350206005023',
    },
  ],
  acts: [
    {
      kind: 'registered',
      effect: 'begins',
      label: { zh: '登记', en: 'Register' },
      sets: ['education', 'branch_id', 'category', 'home_id'],
    },
    {
      kind: 'admitted',
      effect: 'changes',
      label: { zh: '接收为预备党员', en: 'Admit as a probationary member' },
      help: { zh: '入党日期在“更正”中补填。', en: 'Add the day of joining by a correction.' },
      sets: ['branch_id', 'category'],
    },
    {
      kind: 'became_full',
      effect: 'changes',
      label: { zh: '转正', en: 'Become a full member' },
      sets: ['category'],
    },
    {
      kind: 'transferred',
      effect: 'changes',
      label: { zh: '转接组织关系', en: 'Transfer the affiliation' },
      help: {
        zh: '自转接之日起计入新的党组织，此前各日的数字不变。',
        en: 'From that day the member counts in the new organisation; figures of earlier days stay.',
      },
      sets: ['branch_id'],
    },
    {
      kind: 'transferred_in',
      effect: 'changes',
      label: { zh: '组织关系转入本街道', en: 'Transfer in from elsewhere' },
      sets: ['branch_id', 'category'],
    },
    {
      kind: 'membership_ended',
      effect: 'changes',
      label: { zh: '不再是本街道党员', en: 'Cease to be a member here' },
      help: {
        zh: '组织关系转出本街道、退党、除名等；“组织关系所在党组织”和“党员类别”留空。',
        en: 'The affiliation went elsewhere or the membership ended: leave the organisation and the membership empty.',
      },
      sets: ['branch_id', 'category', 'home_id'],
      details: [
        {
          key: 'ending',
          kind: 'choice',
          choices: membershipEndings,
          label: { zh: '原因', en: 'Why' },
          required: true,
        },
      ],
    },
    {
      kind: 'educated',
      effect: 'changes',
      label: { zh: '学历变更', en: 'Reach another education' },
      sets: ['education'],
    },
    {
      kind: 're_homed',
      effect: 'changes',
      label: { zh: '变更管理社区', en: 'Change who looks after' },
      sets: ['home_id'],
    },
    {
      kind: 'closed',
      effect: 'ends',
      label: { zh: '注销', en: 'Close the file' },
      details: [
        {
          key: 'closing',
          kind: 'choice',
          choices: closings,
          label: { zh: '原因', en: 'Why' },
          required: false,
        },
      ],
      sets: [],
    },
    {
      kind: 'returned',
      effect: 'begins',
      again: true,
      label: { zh: '重新登记', en: 'Register again' },
      sets: ['education', 'branch_id', 'category', 'home_id'],
    },
  ],
  title: 'name',
  naturalKey: ['code'],
  mergeable: { alike: [['name', 'birth'], ['name', 'branch_id'], ['phone']] },
  scoped: true,
  permissions,
})
