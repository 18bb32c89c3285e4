import { testAgreement } from '../../platform/testing/agreement.ts'
import { organisationArea } from './area.ts'
import { recordTypes } from './records.ts'
import * as terms from './terms.ts'

testAgreement({
  areas: [organisationArea],
  recordTypes,
  terms,
  vocabularies: {
    'place.kind': terms.placeKinds,
    'place_spell.kind': terms.placeKinds,
    'legal_person.kind': terms.legalPersonKinds,
    'legal_person_spell.state': terms.legalPersonStates,
    'party_organisation_spell.kind': terms.organisationKinds,
    'party_organisation_spell.founded_in': terms.foundedIn,
    'party_organisation_spell.term_years': terms.termLengths,
    'party_organisation_event.cause': terms.dissolutionCauses,
    'party_organisation_event.occasion': terms.occasions,
    'council_spell.kind': terms.councilKinds,
  },
  derived: { place: ['kind'], council_seat: ['place_id'], covered_unit: ['place_id'] },
})
