import type { Text } from '../../../platform/text.ts'

/** As what somebody is sent to a company. */
export const postingKinds = {
  instructor: { zh: '党建指导员', en: 'Party-building instructor' },
  liaison: { zh: '联络员', en: 'Liaison' },
} as const satisfies Record<string, Text>
export type PostingKind = keyof typeof postingKinds

/** How a company was contacted. */
export const contactWays = {
  phone: { zh: '电话', en: 'Telephone' },
  visit: { zh: '走访', en: 'Visit' },
  meeting: { zh: '会议', en: 'Meeting' },
  online: { zh: '网络', en: 'Online' },
} as const satisfies Record<string, Text>
export type ContactWay = keyof typeof contactWays

/** What the office sets a limit to. */
export const limitMatters = {
  instructor_companies: {
    zh: '一名党建指导员负责的企业数',
    en: 'Companies that one Party-building instructor answers for',
  },
  shell_members: {
    zh: '疑似空壳党支部：正式党员最多几名',
    en: 'A branch that may be a shell: full members',
  },
  shell_months: {
    zh: '疑似空壳党支部：持续几个月',
    en: 'A branch that may be a shell: months',
  },
} as const satisfies Record<string, Text>
export type LimitMatter = keyof typeof limitMatters
