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
    'clock.step': terms.clockSteps,
    'clock_spell.unit': terms.clockUnits,
    'request.channel': terms.requestChannels,
    'request_spell.kind': terms.requestKinds,
    'request_spell.stage': terms.requestStages,
    'request_event.outcome': terms.requestOutcomes,
    'request_event.confirmation': terms.confirmations,
    'request_event.satisfaction': terms.satisfactions,
    'task_spell.role': terms.taskRoles,
    'task_spell.stage': terms.taskStages,
  },
  derived: {
    scale_listing: ['place_id'],
    target: ['place_id'],
    request: ['place_id', 'stage'],
    task: ['place_id', 'stage'],
  },
})
