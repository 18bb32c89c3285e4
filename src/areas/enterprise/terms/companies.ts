import type { Text } from '../../../platform/text.ts'

/** What a company does, as far as the office’s work tells companies apart; a drive has one of these as its scope. */
export const industries = {
  internet: { zh: '互联网', en: 'Internet' },
  technology: { zh: '科技服务', en: 'Technology services' },
  manufacturing: { zh: '制造业', en: 'Manufacturing' },
  construction: { zh: '建筑业', en: 'Construction' },
  trade: { zh: '批发零售', en: 'Wholesale and retail' },
  hospitality: { zh: '住宿餐饮', en: 'Hotels and catering' },
  logistics: { zh: '交通物流', en: 'Transport and logistics' },
  real_estate: { zh: '房地产', en: 'Real estate' },
  finance: { zh: '金融', en: 'Finance' },
  culture: { zh: '文化创意', en: 'Culture' },
  health_education: { zh: '医疗教育', en: 'Health and education' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
export type Industry = keyof typeof industries

/** Why a company left the list of those that the office serves. */
export const companyLeavings = {
  moved_out: { zh: '迁出本街道', en: 'Moved out of the subdistrict' },
  closed: { zh: '注销、吊销', en: 'Cancelled or licence revoked' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>

/** Kinds of status in the statistics register: 规上 for industry and services, 限上 for trade and catering, 资质内 for building. */
export const scaleKinds = {
  industry: { zh: '规模以上工业', en: 'Industry above scale' },
  services: { zh: '规模以上服务业', en: 'Services above scale' },
  trade: { zh: '限额以上批发零售住宿餐饮', en: 'Trade and catering above quota' },
  construction: { zh: '资质内建筑业', en: 'Construction with qualification' },
  real_estate: { zh: '房地产开发', en: 'Real estate development' },
} as const satisfies Record<string, Text>
