import { type Text, text } from '../../../platform/text.ts'

/** Figures beside the list of companies, with the words that stand before them there. */
export const enterpriseFigureWords: Readonly<Record<string, Text>> = {
  'enterprise.pairing_coverage': text('挂钩覆盖率', 'Share with somebody paired'),
  'enterprise.people_paired': text('挂钩人员', 'People paired'),
  'enterprise.members_paired': text('其中党员', 'of them Party members'),
  'enterprise.instructors': text('党建指导员', 'Party-building instructors'),
}
