import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import { coveredUnitType, partyOrganisationType } from '../records.ts'
import { seatsOfOrganisations } from './seats-of-organisations.ts'

/** A covered unit lies where the organisation that covers it has its seat, on each day. */
export const coveredUnitBehaviour: RecordBehaviour = {
  type: coveredUnitType,
  placeColumn: 'place_id',
  follows: [{ type: partyOrganisationType.id, by: 'organisation_id' }],
  rules: [],
  hooks: (writer) => ({
    prepare: async (spells) => {
      const seats = await seatsOfOrganisations(
        writer,
        spells.map((spell) => spell.attributes['organisation_id'] as string),
      )
      return (spell) => seats(spell, spell.attributes['organisation_id'] as string)
    },
    eventColumns: (_event, segment) => scopeAlone(segment),
    headerColumns: scopeAlone,
  }),
}
