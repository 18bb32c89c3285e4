import { liesInPlaces, scopesOfPlaces, streetOf } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { wholeOffice } from '../../../platform/records/whole-office.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import { peopleBeside } from '../queries/people-beside.ts'
import { stillThere, type WithPeople } from '../rules/departed-rule.ts'
import { serviceLimitType, zoneLeaderType, zonePlaceType, zoneType } from '../records.ts'

export const zoneBehaviour: RecordBehaviour = { type: zoneType, ...wholeOffice, rules: [] }
export const serviceLimitBehaviour: RecordBehaviour = { type: serviceLimitType, ...wholeOffice, rules: [] }

/** It lies in the place that it puts into a zone. */
export const zonePlaceBehaviour: RecordBehaviour = {
  type: zonePlaceType,
  placeColumn: 'place_id',
  follows: [{ type: 'organisation.place', by: 'place_id' }],
  rules: [],
  hooks: (writer) => ({
    prepare: async (spells) => {
      const scopes = await scopesOfPlaces(
        writer,
        spells.map((spell) => spell.attributes['place_id'] as string),
      )
      return (spell) => scopes(spell, spell.attributes['place_id'] as string)
    },
    eventColumns: (_event, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  }),
}

/** The leaders of zones are the street's own list, whatever their zone holds. */
export const zoneLeaderBehaviour: RecordBehaviour<WithPeople> = {
  type: zoneLeaderType,
  placeColumn: 'place_id',
  rules: [stillThere],
  facts: peopleBeside,
  hooks: (writer) => ({
    prepare: async () => {
      const street = await streetOf(writer)
      const places = await liesInPlaces(writer, [street])
      return (spell) => places(spell, street)
    },
    eventColumns: (_event, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  }),
}
