import type { Text } from '../../../platform/text.ts'

/** By which act of its own a company's Party organisation was improved (domain S9). */
export const improvementActs = {
  founded: { zh: '组建', en: 'Founded' },
  reclassified: { zh: '调整类型', en: 'Re-classified' },
  re_elected: { zh: '换届', en: 'Re-elected' },
  raised: { zh: '升格', en: 'Raised' },
  secretary_changed: { zh: '调整书记', en: 'Secretary changed' },
} as const satisfies Record<string, Text>
export type ImprovementAct = keyof typeof improvementActs
