import type { TestDatabase } from '../../../platform/testing/database.ts'
import { openTestOffice } from '../../../platform/testing/office.ts'
import { organisationArea } from '../../organisation/index.ts'
import { peopleArea } from '../area.ts'

const types = {
  place: 'organisation.place',
  organisation: 'organisation.party_organisation',
  person: 'people.person',
  partyPost: 'people.party_post',
  communityPost: 'people.community_post',
  assignment: 'people.assignment',
  standard: 'people.staffing_standard',
  leadTime: 'people.lead_time',
  election: 'people.election',
  ballot: 'people.ballot',
  candidacy: 'people.candidacy',
  officer: 'people.election_officer',
  dataRequest: 'people.data_request',
  residentsElection: 'people.residents_election',
  residentsBallot: 'people.residents_ballot',
  residentsCandidacy: 'people.residents_candidacy',
  residentsOfficer: 'people.residents_officer',
} as const

/** An office with its places and organisations on a real database, and who its people are. */
export type PeopleOffice = Awaited<ReturnType<typeof openPeopleOffice>>

export const openPeopleOffice = (office = 1, shared?: TestDatabase) =>
  openTestOffice([organisationArea, peopleArea], types, { office, shared })
