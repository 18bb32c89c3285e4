import { liesInPlaces, seatsOfOrganisations, streetOf } from '../../organisation/index.ts'
import type { RecordBehaviour } from '../../../platform/records/behaviour.ts'
import { Refusal } from '../../../platform/refusal.ts'
import { personType } from '../records.ts'
import { personFacts } from '../queries/person-facts.ts'
import { badBirth, isBirth } from '../rules/birth.ts'
import type { PersonFacts } from '../rules/persons/person-facts.ts'
import { personRules } from '../rules/persons/person-rules.ts'
import { scopeAlone } from '../../../platform/records/scope-alone.ts'

const idsIn = (spells: readonly { attributes: Readonly<Record<string, string | null>> }[], key: string) =>
  spells.flatMap(({ attributes }) => attributes[key] ?? [])

/** A member lies where the organisation affiliated to has its seat; another person in the community that looks after, or in the street. */
export const personBehaviour: RecordBehaviour<PersonFacts> = {
  type: personType,
  placeColumn: 'place_id',
  follows: [
    { type: 'organisation.party_organisation', by: 'branch_id' },
    { type: 'organisation.place', by: 'home_id' },
  ],
  rules: personRules,
  facts: personFacts,
  clean: {
    birth: (value) => {
      if (isBirth(value)) return value
      throw new Refusal('INVALID', badBirth, { field: 'birth', value })
    },
  },
  hooks: (writer) => ({
    prepare: async (spells) => {
      const loose = spells.some(({ attributes }) => !attributes['branch_id'] && !attributes['home_id'])
      const street = loose ? await streetOf(writer) : ''
      const seats = await seatsOfOrganisations(writer, idsIn(spells, 'branch_id'))
      const places = await liesInPlaces(writer, [...idsIn(spells, 'home_id'), ...(loose ? [street] : [])])
      return (spell) => {
        const { branch_id: branch, home_id: home } = spell.attributes
        return branch ? seats(spell, branch) : places(spell, home ?? street)
      }
    },
    eventColumns: (event, segment) => ({
      ...scopeAlone(segment),
      ending: event.sets['ending'] ?? null,
      closing: event.sets['closing'] ?? null,
    }),
    headerColumns: scopeAlone,
  }),
}
