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
    'drive_spell.industry': terms.industries,
    'drive_spell.census': terms.censusStates,
    'target_event.leaving': terms.targetLeavings,
    'improvement_spell.act': terms.improvementActs,
  },
  derived: {
    scale_listing: ['place_id'],
    target: ['place_id'],
    improvement: ['place_id'],
    capital_increase: ['place_id'],
    financing: ['place_id'],
    hiring: ['place_id'],
  },
})
