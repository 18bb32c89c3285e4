import { testAgreement } from '../../platform/testing/agreement.ts'
import { organisationArea } from '../organisation/index.ts'
import { peopleArea } from '../people/index.ts'
import { enterpriseArea } from './area.ts'
import { recordTypes } from './records.ts'
import * as terms from './terms.ts'

// What figures tell apart: no column holds one.
const { coverages: _coverages, ...stored } = terms

testAgreement({
  areas: [organisationArea, peopleArea, enterpriseArea],
  recordTypes,
  terms: stored,
  vocabularies: {
    'company_spell.industry': terms.industries,
    'company_event.leaving': terms.companyLeavings,
    'scale_listing_spell.kind': terms.scaleKinds,
    'zone_leader_spell.role': terms.zoneRoles,
    'posting_spell.kind': terms.postingKinds,
    'service_limit.matter': terms.limitMatters,
    'contact_spell.way': terms.contactWays,
    'drive_spell.industry': terms.industries,
    'drive_spell.census': terms.censusStates,
    'target_event.leaving': terms.targetLeavings,
  },
  derived: {
    scale_listing: ['place_id'],
    target: ['place_id'],
    zone_leader: ['place_id'],
    pairing: ['place_id'],
    posting: ['place_id'],
    contact: ['place_id'],
  },
})
