import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { partyOrganisationType, placeType } from '../records.ts'
import { organisationFacts } from '../queries/organisation-facts.ts'
import type { OrganisationFacts } from '../rules/organisation-facts.ts'
import { organisationRules } from '../rules/organisation-rules.ts'
import { scopesOfPlaces } from './scope-of-places.ts'

/** An organisation lies where its seat lies, on each day. */
export const partyOrganisationBehaviour: RecordBehaviour<OrganisationFacts> = {
  type: partyOrganisationType,
  placeColumn: 'seat_id',
  rules: organisationRules,
  facts: organisationFacts,
  follows: [{ type: placeType.id, by: 'seat_id' }],
  hooks: (writer) => ({
    prepare: async (spells) => {
      const scopes = await scopesOfPlaces(
        writer,
        spells.map((spell) => spell.attributes['seat_id'] as string),
      )
      return (spell) => scopes(spell, spell.attributes['seat_id'] as string)
    },
    eventColumns: (event, segment) => ({
      ...segment.derived,
      place_id: segment.attributes['seat_id'] as string,
      cause: event.sets['cause'] ?? null,
      occasion: event.sets['occasion'] ?? null,
    }),
    headerColumns: (last) => ({ ...last.derived }),
  }),
}
