import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { personType } from '../records.ts'
import { badBirth, isBirth } from '../rules/birth.ts'
import { foldBirth } from './fold-birth.ts'

/** The members' register and everybody else whom the office's work names. */
export const peopleLedger = defineLedger({
  id: 'people.people',
  type: personType,
  sheet: text('人员和党员名册', 'People and members'),
  dayColumns: { begins: text('登记日期', 'Registered on'), ends: text('注销日期', 'Closed on') },
  columns: [
    'code',
    'name',
    'sex',
    'birth',
    'education',
    'branch_id',
    'category',
    'joined_on',
    'home_id',
    'phone',
    'invented',
  ],
  fields: {
    code: { fold: 'code', also: text('编号、党员编号', 'Number, Member number') },
    name: { also: text('党员姓名', 'Full name') },
    birth: {
      fold: foldBirth,
      check: (value) => (isBirth(value) ? null : badBirth),
      also: text('出生日期、出生年月日', 'Date of birth, Born'),
    },
    education: { also: text('文化程度、最高学历', 'Highest education, Level of education') },
    branch_id: { also: text('所在党支部、所属党支部、党支部', 'Branch, Party branch') },
    category: { also: text('人员类别', 'Category, Kind of member') },
    joined_on: { also: text('加入党组织日期、入党时间', 'Joined on, Joining date') },
    phone: { also: text('电话、手机、手机号码', 'Phone, Mobile') },
  },
  notes: [
    text(
      '不收集身份证号和家庭住址。不是党员的，党组织、党员类别、入党日期都不填。',
      'No citizen id and no home address. Of a person who is no member, leave the organisation, the membership and the joining date empty.',
    ),
    text(
      '组织关系同一天只有一个。以后的转接、转正在系统里逐项登记，不在表中改写。',
      'There is one affiliation on any day. A later transfer is recorded as what happened, and not written over in the sheet.',
    ),
  ],
})
