import { scopesOfPlaces } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { liesWith } from '../../../platform/records/lies-with.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import { companyType, scaleListingType } from '../records.ts'

/** A company lies in its place. */
export const companyBehaviour: RecordBehaviour = {
  type: companyType,
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
    eventColumns: (event, segment) => ({
      ...scopeAlone(segment),
      leaving: event.sets['leaving'] ?? null,
    }),
    headerColumns: scopeAlone,
  }),
}

/** What lies where its company lies, on each day. */
export const withCompany = liesWith(companyType.id, 'company_id')

export const scaleListingBehaviour: RecordBehaviour = { type: scaleListingType, ...withCompany, rules: [] }
