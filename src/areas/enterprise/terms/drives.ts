import type { Text } from '../../../platform/text.ts'

/** Whether the census of a drive still takes in companies. Full coverage may be said only of a closed one (domain S3). */
export const censusStates = {
  open: { zh: '摸底中', en: 'Open' },
  closed: { zh: '摸底已结束', en: 'Closed' },
} as const satisfies Record<string, Text>

/** Why a company is taken off the list of a drive. */
export const targetLeavings = {
  not_operating: { zh: '注销、吊销、停业', en: 'Cancelled, revoked or no longer in business' },
  moved_out: { zh: '迁出本街道', en: 'Moved out of the subdistrict' },
  other_industry: { zh: '不属于本次攻坚范围', en: 'Outside the scope of the drive' },
  listed_wrongly: { zh: '一企多照等重复列入', en: 'Listed twice, as under several licences' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Text>
