// Generated from the migrated database by tools/generate.ts. Do not edit.
import type { Day } from '../../platform/values/day.ts'

export type Tables = {
  council: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  council_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    scope_place_id: string
    known_from: bigint
    deed_id: string | null
  }
  council_seat: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  council_seat_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    scope_place_id: string
    known_from: bigint
    deed_id: string | null
  }
  council_seat_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    council_id: string
    unit_id: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  council_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    kind: string
    place_id: string
    scope_place_id: string
    known_from: bigint
    lead_id: string | null
  }
  covered_unit: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  covered_unit_event: {
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
  covered_unit_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    organisation_id: string
    unit_id: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  legal_person: {
    office_id: number
    id: string
    credit_code: string
    kind: string
    invented: boolean
    revision: bigint
    known_from: bigint
  }
  legal_person_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    known_from: bigint
    deed_id: string | null
  }
  legal_person_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    address: string | null
    state: string
    known_from: bigint
  }
  party_organisation: {
    office_id: number
    id: string
    label: string
    code: string
    contact_name: string | null
    contact_phone: string | null
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  party_organisation_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
    deed_id: string | null
    cause: string | null
    occasion: string | null
  }
  party_organisation_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    kind: string
    founded_in: string
    parent_id: string | null
    seat_id: string
    unit_id: string | null
    path: string
    scope_place_id: string
    known_from: bigint
    purpose: string | null
    expected_end: Day | null
    term_from: Day | null
    term_years: string | null
  }
  place: {
    office_id: number
    id: string
    label: string
    kind: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  place_event: {
    office_id: number
    id: string
    record_id: string
    on_date: Day
    seq: number
    kind: string
    sets: unknown
    document_no: string | null
    reason: string | null
    scope_place_id: string
    known_from: bigint
    deed_id: string | null
  }
  place_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    code: string | null
    kind: string
    parent_id: string | null
    path: string
    scope_place_id: string
    known_from: bigint
  }
}
