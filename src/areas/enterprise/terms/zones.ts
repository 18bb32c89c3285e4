import type { Text } from '../../../platform/text.ts'

/** As what somebody answers for a zone of the service to companies. */
export const zoneRoles = {
  group_leader: { zh: '组长', en: 'Leader of the group' },
  deputy_leader: { zh: '副组长', en: 'Deputy leader of the group' },
  leader_in_charge: { zh: '责任领导', en: 'Leader in charge' },
  community_head: { zh: '社区主官', en: 'Community head' },
  member: { zh: '成员', en: 'Member' },
} as const satisfies Record<string, Text>
export type ZoneRole = keyof typeof zoneRoles
