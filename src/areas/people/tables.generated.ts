// Generated from the migrated database by tools/generate.ts. Do not edit.
import type { Day } from '../../platform/values/day.ts'

export type Tables = {
  assignment: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  assignment_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  assignment_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    organisation_id: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  ballot: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  ballot_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  ballot_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    election_id: string
    contest: string
    vote: string
    round: number
    seats: number
    due: number | null
    present: number | null
    issued: number | null
    returned: number | null
    void: number | null
    ruling: string | null
    settled: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
    voted_on: Day | null
    valid: number | null
  }
  candidacy: {
    office_id: number
    id: string
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  candidacy_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  candidacy_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    ballot_id: string
    way: string
    list_no: number | null
    votes_for: number | null
    votes_against: number | null
    abstentions: number | null
    place_id: string
    scope_place_id: string
    known_from: bigint
    stated: string | null
  }
  community_post: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  community_post_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    cause: string | null
    scope_place_id: string
    known_from: bigint
  }
  community_post_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    place_id: string
    post: string
    duty: string | null
    gained: string
    won_on: Day | null
    working_time: string
    standing: string | null
    rank: number | null
    contract_until: Day | null
    scope_place_id: string
    known_from: bigint
  }
  data_request: {
    office_id: number
    id: string
    code: string
    asker: string | null
    person_id: string | null
    request: string
    revision: bigint
    known_from: bigint
  }
  data_request_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    outcome: string | null
    known_from: bigint
  }
  data_request_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    due_on: Day
    known_from: bigint
  }
  election: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  election_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  election_officer: {
    office_id: number
    id: string
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  election_officer_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  election_officer_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    election_id: string
    role: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  election_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    organisation_id: string
    kind: string
    term_no: number | null
    seats: number
    secretary_by: string
    planned_on: Day
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  lead_time: {
    office_id: number
    id: string
    name: string
    step: string
    revision: bigint
    known_from: bigint
  }
  lead_time_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    known_from: bigint
  }
  lead_time_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    months: number
    known_from: bigint
  }
  party_post: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  party_post_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    cause: string | null
    scope_place_id: string
    known_from: bigint
  }
  party_post_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    organisation_id: string
    post: string
    duty: string | null
    gained: string
    won_on: Day | null
    working_time: string
    standing: string | null
    rank: number | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  person: {
    office_id: number
    id: string
    code: string
    name: string | null
    sex: string
    birth: string | null
    phone: string | null
    joined_on: Day | null
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  person_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    ending: string | null
    closing: string | null
    scope_place_id: string
    known_from: bigint
  }
  person_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    education: string
    branch_id: string | null
    category: string | null
    home_id: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  residents_ballot: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  residents_ballot_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  residents_ballot_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    election_id: string
    contest: string
    vote: string
    round: number
    seats: number
    voted_on: Day | null
    entitled: number | null
    participants: number | null
    issued: number | null
    returned: number | null
    void: number | null
    proxies: number | null
    most_proxies: number | null
    candidate_proxies: number | null
    unwritten_proxies: number | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  residents_candidacy: {
    office_id: number
    id: string
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  residents_candidacy_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  residents_candidacy_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    ballot_id: string
    way: string
    nominated_by: string | null
    nominators: number | null
    list_no: number | null
    votes_for: number | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  residents_election: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  residents_election_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  residents_election_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    kind: string
    term_no: number | null
    seats: number
    mode: string
    planned_on: Day
    chosen_by: string | null
    voters: number | null
    objections: number | null
    eligibility_by: string | null
    relatives_by: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  residents_officer: {
    office_id: number
    id: string
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  residents_officer_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    scope_place_id: string
    known_from: bigint
  }
  residents_officer_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    person_id: string
    election_id: string
    role: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  staffing_standard: {
    office_id: number
    id: string
    name: string
    post: string
    revision: bigint
    known_from: bigint
  }
  staffing_standard_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    deed_id: string | null
    known_from: bigint
  }
  staffing_standard_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    needed: number
    known_from: bigint
  }
}
