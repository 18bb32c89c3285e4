// Generated from the migrated database by tools/generate.ts. Do not edit.
import type { Day } from '../../platform/values/day.ts'

export type Tables = {
  capital_increase: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  capital_increase_event: {
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
  capital_increase_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    old_capital: bigint
    new_capital: bigint
    paid_in: bigint | null
    served: string
    confirmation: string | null
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  company: {
    office_id: number
    id: string
    contact_name: string | null
    contact_phone: string | null
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  company_event: {
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
    leaving: string | null
    scope_place_id: string
    known_from: bigint
  }
  company_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    unit_id: string
    place_id: string
    industry: string
    business: string | null
    employees: number | null
    members_said: number | null
    scope_place_id: string
    known_from: bigint
  }
  drive: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    known_from: bigint
  }
  drive_event: {
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
  drive_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    industry: string
    days: number
    last_day: Day
    census: string
    known_from: bigint
  }
  financing: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  financing_event: {
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
  financing_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    amount: bigint
    lender: string
    served: string
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  hiring: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  hiring_event: {
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
  hiring_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    persons: number
    way: string
    served: string
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  improvement: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  improvement_event: {
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
  improvement_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    organisation_id: string
    act: string
    served: string
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  scale_listing: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  scale_listing_event: {
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
  scale_listing_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    kind: string
    year: number
    source: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  target: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  target_event: {
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
    leaving: string | null
    scope_place_id: string
    known_from: bigint
  }
  target_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    drive_id: string
    company_id: string
    has_place: boolean
    staff: number | null
    active: boolean
    evidence: string | null
    owner_id: string | null
    why_not: string | null
    planned_on: Day | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  training: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  training_event: {
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
  training_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    title: string
    hours: number | null
    venue: string | null
    organiser: string
    persons: number | null
    person_times: number | null
    companies: number | null
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
}
