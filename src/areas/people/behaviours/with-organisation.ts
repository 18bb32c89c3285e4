import { seatsOfOrganisations } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'

/** What stands with a Party organisation lies where that has its seat, on each day. */
export const withOrganisation: Pick<RecordBehaviour, 'placeColumn' | 'follows'> = {
  placeColumn: 'place_id',
  follows: [{ type: 'organisation.party_organisation', by: 'organisation_id' }],
}

type Hooks = ReturnType<RecordBehaviour['hooks']>

export const hooksWithOrganisation = (
  writer: Parameters<RecordBehaviour['hooks']>[0],
  eventColumns: (event: Parameters<Hooks['eventColumns']>[0]) => Record<string, string | null> = () => ({}),
): Hooks => ({
  prepare: async (spells) => {
    const seats = await seatsOfOrganisations(
      writer,
      spells.map((spell) => spell.attributes['organisation_id'] as string),
    )
    return (spell) => seats(spell, spell.attributes['organisation_id'] as string)
  },
  eventColumns: (event, segment) => ({ ...scopeAlone(segment), ...eventColumns(event) }),
  headerColumns: scopeAlone,
})
