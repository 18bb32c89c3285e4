import { testAgreement } from '../../platform/testing/agreement.ts'
import { organisationArea } from '../organisation/index.ts'
import { peopleArea } from './area.ts'
import { recordTypes } from './records.ts'
import * as terms from './terms.ts'

// What figures tell apart: no column holds one.
const { committeeTraits: _traits, termOutcomes: _outcomes, ageBands: _bands, ...stored } = terms

testAgreement({
  areas: [organisationArea, peopleArea],
  recordTypes,
  terms: stored,
  vocabularies: {
    'person.sex': terms.sexes,
    'person_spell.education': terms.educations,
    'person_spell.category': terms.memberCategories,
    'person_event.ending': terms.membershipEndings,
    'person_event.closing': terms.closings,
    'party_post_spell.post': terms.partyPosts,
    'party_post_spell.gained': terms.gainings,
    'party_post_spell.working_time': terms.workingTimes,
    'party_post_spell.standing': terms.standings,
    'party_post_event.cause': terms.leavings,
    'community_post_spell.post': terms.communityPosts,
    'community_post_spell.gained': terms.gainings,
    'community_post_spell.working_time': terms.workingTimes,
    'community_post_spell.standing': terms.standings,
    'community_post_event.cause': terms.leavings,
    'staffing_standard.post': terms.communityPosts,
    'lead_time.step': terms.leadSteps,
    'election_spell.kind': terms.electionKinds,
    'election_spell.secretary_by': terms.secretaryElectors,
    'ballot_spell.contest': terms.contests,
    'ballot_spell.vote': terms.ballotVotes,
    'ballot_spell.ruling': terms.rulings,
    'ballot_spell.settled': terms.settlements,
    'candidacy_spell.way': terms.candidacyWays,
    'candidacy_spell.stated': terms.statedResults,
    'election_officer_spell.role': terms.officerRoles,
    'residents_election_spell.kind': terms.electionKinds,
    'residents_election_spell.mode': terms.voterModes,
    'residents_election_spell.chosen_by': terms.committeeChoosers,
    'residents_ballot_spell.contest': terms.residentsContests,
    'residents_ballot_spell.vote': terms.residentsVotes,
    'residents_candidacy_spell.way': terms.candidacyWays,
    'residents_candidacy_spell.nominated_by': terms.nominators,
    'residents_officer_spell.role': terms.residentsOfficerRoles,
    'data_request.request': terms.dataRequestKinds,
    'data_request_event.outcome': terms.dataRequestOutcomes,
  },
  derived: {
    person: ['place_id'],
    party_post: ['place_id'],
    assignment: ['place_id'],
    election: ['place_id'],
    ballot: ['place_id'],
    candidacy: ['place_id'],
    election_officer: ['place_id'],
    residents_ballot: ['place_id'],
    residents_candidacy: ['place_id'],
    residents_officer: ['place_id'],
  },
})
