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

/** In which currency capital is registered. */
export const currencies = {
  cny: { zh: '人民币', en: 'CNY' },
  usd: { zh: '美元', en: 'USD' },
  hkd: { zh: '港元', en: 'HKD' },
  eur: { zh: '欧元', en: 'EUR' },
  jpy: { zh: '日元', en: 'JPY' },
  gbp: { zh: '英镑', en: 'GBP' },
  other: { zh: '其他外币', en: 'Another currency' },
} as const satisfies Record<string, Text>
