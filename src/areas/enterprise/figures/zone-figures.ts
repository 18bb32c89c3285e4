import { type Figure, stock } from '../../../platform/figures/figure.ts'
import { service } from './company-figures.ts'
import { distinctPeople, people } from './of-people.ts'
import * as rows from './zone-rows.ts'

export const zoneFigures: readonly Figure[] = [
  stock({
    ...service,
    id: 'enterprise.zones',
    label: { zh: '片区', en: 'Zones' },
    unit: { zh: '个', en: 'zones' },
    rows: rows.placesInZones,
    measure: { by: 'distinct', of: { zh: '片区', en: 'zones' } },
    remark: {
      zh: '至少划入一个社区或者楼宇的片区；一个片区跨几个社区的，各社区都计入，全街道只计一次。',
      en: 'Zones with at least one community or building. One that spans several communities counts in each of them, and once in the street.',
    },
  }),
  stock({
    ...service,
    id: 'enterprise.zone_leaders',
    label: { zh: '片区领导', en: 'Leaders of zones' },
    unit: people,
    rows: rows.zoneLeadersInForce,
    measure: distinctPeople,
    remark: {
      zh: '片区领导由街道登记，计在街道。',
      en: 'Leaders of zones are the street’s own list and count there.',
    },
  }),
]
