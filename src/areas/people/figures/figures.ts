import {
  type Counted,
  type Figure,
  flow,
  mean,
  percent,
  share,
  stock,
} from '../../../platform/figures/figure.ts'
import type { Text } from '../../../platform/text.ts'
import { committeeRows, type Sitting, type Trait } from './committee-rows.ts'
import * as members from './member-rows.ts'
import { type CommitteeTrait, committeeTraits } from '../terms.ts'
import * as staffing from './staffing-rows.ts'
import { termFigures } from './term-figures.ts'
import { vacantDays } from './vacancy-rows.ts'

const people: Text = { zh: '人', en: 'people' }
const years: Text = { zh: '周岁', en: 'years' }
const persons = { by: 'distinct', of: { zh: '人员', en: 'persons' } } as const
const base = { version: 1, decimals: 0 }
const boards = { ...base, theme: { zh: '社区班子', en: 'Community committees' } }
const party = { ...base, theme: { zh: '党员队伍', en: 'Party members' } }
const staff = { ...base, theme: { zh: '社区力量', en: 'Community staff' } }
const ageMethod: Text = {
  zh: '年龄按周岁计算；只记到月的出生年月从当月1日起算。',
  en: 'Age is in completed years; a birth known to the month counts from its first day.',
}

const sittings: Readonly<Record<Sitting, Text>> = {
  in_office: { zh: '在任社区班子成员', en: 'Committee members in office' },
  elected: { zh: '本届当选社区班子成员', en: 'Committee members elected' },
  previous: { zh: '上届当选社区班子成员', en: 'Committee members elected before' },
}

/** How many sit, how old they are, and what share of them has each trait: the same of every sitting, so that terms stand side by side. */
function committeeFigures(sitting: Sitting): Figure[] {
  const counted = (trait: Trait): Counted =>
    stock({
      ...boards,
      id: `people.committee_${sitting}${trait === 'all' ? '' : `_${trait}`}`,
      label: trait === 'all' ? sittings[sitting] : labelled(sittings[sitting], committeeTraits[trait]),
      unit: people,
      rows: committeeRows(sitting, trait),
      measure: persons,
      ...(trait === 'all' && sitting === 'elected' ? {} : { apart: true }),
    })
  const all = counted('all')
  const shares = (Object.keys(committeeTraits) as CommitteeTrait[]).map((trait) =>
    share({
      ...boards,
      id: `people.committee_${sitting}_${trait}_share`,
      label: labelled(sittings[sitting], {
        zh: `${committeeTraits[trait].zh}占比`,
        en: `share ${committeeTraits[trait].en}`,
      }),
      unit: percent,
      decimals: 1,
      numerator: counted(trait),
      denominator: all,
      ...(trait === 'junior_college' && sitting === 'elected' ? {} : { apart: true }),
    }),
  )
  const age = mean({
    ...boards,
    id: `people.committee_${sitting}_mean_age`,
    label: labelled(sittings[sitting], { zh: '平均年龄', en: 'mean age' }),
    unit: years,
    decimals: 1,
    scale: 0,
    rows: committeeRows(sitting, 'all', true),
    amount: { zh: '年龄', en: 'age' },
    remark: ageMethod,
    ...(sitting === 'elected' ? {} : { apart: true }),
  })
  return [all, age, ...shares, ...shares.map(({ numerator }) => numerator)]
}

/** Those who came by a by-election or were co-opted since are among them. */
const inOffice = stock({
  ...boards,
  id: 'people.committee_in_office',
  label: sittings.in_office,
  unit: people,
  rows: committeeRows('in_office', 'all'),
  measure: persons,
})

const labelled = (of: Text, trait: Text): Text => ({ zh: `${of.zh}${trait.zh}`, en: `${of.en}: ${trait.en}` })

const membersCounted = stock({
  ...party,
  id: 'people.members',
  label: { zh: '党员', en: 'Party members' },
  unit: people,
  rows: members.membersInForce,
  measure: { by: 'count' },
})
const membersEducated = stock({
  ...party,
  id: 'people.members_junior_college',
  label: { zh: '大专及以上学历党员', en: 'Members with junior college or above' },
  unit: people,
  rows: members.membersByEducation,
  measure: { by: 'count' },
})
const memberFigures: readonly Figure[] = [
  membersCounted,
  membersEducated,
  share({
    ...party,
    id: 'people.members_junior_college_share',
    label: { zh: '党员大专及以上学历占比', en: 'Share of members with junior college or above' },
    unit: percent,
    decimals: 1,
    numerator: membersEducated,
    denominator: membersCounted,
  }),
  mean({
    ...party,
    id: 'people.members_mean_age',
    label: { zh: '党员平均年龄', en: 'Mean age of members' },
    unit: years,
    decimals: 1,
    scale: 0,
    rows: members.membersWithAge,
    amount: { zh: '年龄', en: 'age' },
    remark: ageMethod,
  }),
  stock({
    ...party,
    id: 'people.members_by_age',
    label: { zh: '党员年龄构成', en: 'Members by age' },
    unit: people,
    rows: members.membersByAge,
    measure: { by: 'count' },
    remark: ageMethod,
    apart: true,
  }),
  stock({
    ...party,
    id: 'people.temporary_members',
    label: { zh: '临时党组织党员', en: 'Members in temporary organisations' },
    unit: people,
    rows: members.temporaryMembers,
    measure: persons,
    remark: { zh: '不计入党员总数。', en: 'Never added to the total of members.' },
  }),
]

const filled = stock({
  ...staff,
  id: 'people.posts_filled',
  label: { zh: '社区党建专职人员', en: 'Party-work staff in communities' },
  unit: { zh: '岗', en: 'posts' },
  rows: staffing.postsFilled,
  measure: { by: 'count' },
})
const needed = stock({
  ...staff,
  id: 'people.posts_needed',
  label: { zh: '应配备岗位', en: 'Posts needed' },
  unit: { zh: '岗', en: 'posts' },
  rows: staffing.postsNeeded,
  measure: { by: 'sum', of: { zh: '应配人数', en: 'posts needed' }, scale: 0 },
  apart: true,
})
const staffed = stock({
  ...staff,
  id: 'people.communities_staffed',
  label: { zh: '配备达标社区', en: 'Communities that meet the standard' },
  unit: { zh: '个', en: 'communities' },
  rows: staffing.communitiesStaffed,
  measure: { by: 'count' },
})
const communities = stock({
  ...staff,
  id: 'people.communities',
  label: { zh: '社区', en: 'Communities' },
  unit: { zh: '个', en: 'communities' },
  rows: staffing.communitiesInForce,
  measure: { by: 'count' },
  apart: true,
})
const staffFigures: readonly Figure[] = [
  filled,
  needed,
  stock({
    ...staff,
    id: 'people.staff',
    label: { zh: '社区党建专职人员人数', en: 'Persons in Party-work posts' },
    unit: people,
    rows: staffing.postsFilled,
    measure: persons,
    remark: { zh: '一人兼几个岗位的计一人。', en: 'A person in several posts counts once.' },
    apart: true,
  }),
  stock({
    ...staff,
    id: 'people.posts_vacant',
    label: { zh: '社区岗位空缺', en: 'Vacant posts in communities' },
    unit: { zh: '岗', en: 'posts' },
    rows: staffing.postsVacant,
    measure: { by: 'sum', of: { zh: '缺额', en: 'vacancies' }, scale: 0 },
  }),
  flow({
    ...staff,
    id: 'people.vacant_days',
    label: { zh: '岗位空缺天数', en: 'Days of vacancy' },
    unit: { zh: '岗·天', en: 'post-days' },
    rows: vacantDays,
    measure: { by: 'sum', of: { zh: '空缺天数', en: 'days of vacancy' }, scale: 0 },
    remark: { zh: '缺两名的一天计两个岗·天。', en: 'A day on which two are missing counts as two.' },
  }),
  staffed,
  communities,
  share({
    ...staff,
    id: 'people.communities_staffed_share',
    label: { zh: '社区配备达标率', en: 'Share of communities that meet the standard' },
    unit: percent,
    decimals: 1,
    numerator: staffed,
    denominator: communities,
  }),
]

export const peopleFigures: readonly Figure[] = [
  ...committeeFigures('elected'),
  ...committeeFigures('previous'),
  inOffice,
  ...memberFigures,
  ...staffFigures,
  ...termFigures,
]
