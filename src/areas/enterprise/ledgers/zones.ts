import { defineLedger } from '../../../platform/ledgers/ledger.ts'
import { text } from '../../../platform/text.ts'
import { zoneLeaderType, zonePlaceType, zoneType } from '../records.ts'

export const zonesLedger = defineLedger({
  id: 'enterprise.zones',
  type: zoneType,
  sheet: text('片区', 'Zones'),
  dayColumns: { begins: text('划分日期', 'Set up on'), ends: text('撤销日期', 'Dissolved on') },
  columns: ['code', 'name', 'invented'],
  fields: { name: { also: text('片区', 'Zone') } },
})

export const zonePlacesLedger = defineLedger({
  id: 'enterprise.zone_places',
  type: zonePlaceType,
  sheet: text('片区范围', 'Places in zones'),
  dayColumns: { begins: text('划入日期', 'Put in on'), ends: text('划出日期', 'Taken out on') },
  columns: ['place_id', 'zone_id', 'invented'],
  fields: {
    place_id: { fold: 'code', also: text('社区、楼宇', 'Community, Building') },
    zone_id: { fold: 'code' },
  },
})

export const zoneLeadersLedger = defineLedger({
  id: 'enterprise.zone_leaders',
  type: zoneLeaderType,
  sheet: text('片区领导', 'Leaders of zones'),
  dayColumns: { begins: text('明确日期', 'Appointed on'), ends: text('结束日期', 'Stepped down on') },
  columns: ['person_id', 'zone_id', 'role', 'invented'],
  fields: {
    person_id: { fold: 'code' },
    zone_id: { fold: 'code' },
    role: { also: text('职务分工', 'Duty') },
  },
})
