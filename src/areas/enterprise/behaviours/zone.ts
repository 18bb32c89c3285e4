import { liesInPlaces, scopesOfPlaces, streetOf } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import { peopleBeside } from '../queries/people-beside.ts'
import { stillThere, type WithPeople } from '../rules/departed-rule.ts'
import { serviceLimitType, zoneLeaderType, zonePlaceType, zoneType } from '../records.ts'

/** What is one for the whole office lies in no place. */
const wholeOffice = {
  placeColumn: null,
  rules: [],
  hooks: () => ({
    prepare: async () => (spell) => [{ from: spell.from, to: spell.to, columns: {} }],
    eventColumns: () => ({}),
    headerColumns: () => ({}),
  }),
} satisfies Omit<RecordBehaviour, 'type'>

export const zoneBehaviour: RecordBehaviour = { type: zoneType, ...wholeOffice }
export const serviceLimitBehaviour: RecordBehaviour = { type: serviceLimitType, ...wholeOffice }

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
