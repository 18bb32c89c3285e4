import { testAgreement } from '../../platform/testing/agreement.ts'
import { organisationArea } from '../organisation/index.ts'
import { peopleArea } from '../people/index.ts'
import { enterpriseArea } from './area.ts'
import { recordTypes } from './records.ts'
import * as terms from './terms.ts'

testAgreement({
  areas: [organisationArea, peopleArea, enterpriseArea],
  recordTypes,
  terms,
  vocabularies: {
    'company_spell.industry': terms.industries,
    'company_event.leaving': terms.companyLeavings,
    'scale_listing_spell.kind': terms.scaleKinds,
    'drive_spell.industry': terms.industries,
    'drive_spell.census': terms.censusStates,
    'target_event.leaving': terms.targetLeavings,
    'zone_leader_spell.role': terms.zoneRoles,
    'posting_spell.kind': terms.postingKinds,
    'service_limit.matter': terms.limitMatters,
    'contact_spell.way': terms.contactWays,
    'clock.step': terms.clockSteps,
    'clock_spell.unit': terms.clockUnits,
    'submission.kind': terms.requestKinds,
    'submission_spell.stage': terms.submissionStages,
    'request.channel': terms.requestChannels,
    'request_spell.kind': terms.requestKinds,
    'request_spell.stage': terms.requestStages,
    'request_event.outcome': terms.requestOutcomes,
    'request_event.confirmation': terms.confirmations,
    'request_event.satisfaction': terms.satisfactions,
    'task_spell.role': terms.taskRoles,
    'task_spell.stage': terms.taskStages,
    'improvement_spell.act': terms.improvementActs,
    'capital_increase_spell.currency': terms.currencies,
  },
  derived: {
    scale_listing: ['place_id'],
    target: ['place_id'],
    zone_leader: ['place_id'],
    pairing: ['place_id'],
    posting: ['place_id'],
    contact: ['place_id'],
    submission: ['place_id', 'stage'],
    request: ['place_id', 'stage'],
    task: ['place_id', 'stage'],
    improvement: ['place_id'],
    capital_increase: ['place_id'],
    financing: ['place_id'],
    hiring: ['place_id'],
  },
})
