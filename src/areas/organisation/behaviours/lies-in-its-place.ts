import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'
import { streetOf } from '../queries/street.ts'
import { liesInPlaces } from './lies-in-places.ts'
import { scopesOfPlaces } from './scope-of-places.ts'

type Lying = Pick<RecordBehaviour, 'placeColumn' | 'follows' | 'hooks'>

/** A record that lies in the place that it names, on each day; `details` are those of its events that are kept in columns. */
export const liesInItsPlace = (details: readonly string[] = []): Lying => ({
  placeColumn: 'place_id',
  follows: [{ type: 'organisation.place', by: 'place_id' }],
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
      ...Object.fromEntries(details.map((key) => [key, event.sets[key] ?? null])),
    }),
    headerColumns: scopeAlone,
  }),
})

/** The street's own: no community sees it. */
export const liesInTheStreet: Pick<Lying, 'placeColumn' | 'hooks'> = {
  placeColumn: 'place_id',
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
