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
    request_id: string | null
    served: string
    confirmation: string | null
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
    currency: string | null
    rate: string | null
    rate_on: Day | null
  }
  clock: {
    office_id: number
    id: string
    name: string
    step: string
    revision: bigint
    known_from: bigint
  }
  clock_event: {
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
  clock_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    length: number
    unit: string
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
  contact: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  contact_event: {
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
  contact_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    code: string
    company_id: string
    person_id: string
    way: string
    topic: string
    next_step: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  department: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    known_from: bigint
  }
  department_event: {
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
  department_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    joint: boolean
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
    request_id: string | null
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
    request_id: string | null
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
    request_id: string | null
    served: string
    evidence: string | null
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  pairing: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  pairing_event: {
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
  pairing_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    person_id: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  posting: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  posting_event: {
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
  posting_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    person_id: string
    kind: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  request: {
    office_id: number
    id: string
    number: string
    channel: string
    subject: string
    content: string | null
    asker_name: string | null
    asker_phone: string | null
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
    submission_id: string | null
  }
  request_event: {
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
    confirmation: string | null
    satisfaction: string | null
    scope_place_id: string
    known_from: bigint
  }
  request_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    company_id: string
    kind: string
    wished_on: Day | null
    stage: string
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
  service_limit: {
    office_id: number
    id: string
    name: string
    matter: string
    revision: bigint
    known_from: bigint
  }
  service_limit_event: {
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
  service_limit_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    most: number
    known_from: bigint
  }
  submission: {
    office_id: number
    id: string
    number: string
    credit_code: string
    company_name: string
    kind: string
    subject: string
    content: string
    wished_on: Day | null
    asker_name: string | null
    asker_phone: string | null
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  submission_event: {
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
  submission_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    stage: string
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
  task: {
    office_id: number
    id: string
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  task_event: {
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
    new_due: Day | null
    scope_place_id: string
    known_from: bigint
  }
  task_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    request_id: string
    department_id: string
    role: string
    holder_id: string | null
    stage: string
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
  zone: {
    office_id: number
    id: string
    code: string
    invented: boolean
    revision: bigint
    known_from: bigint
  }
  zone_event: {
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
  zone_leader: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  zone_leader_event: {
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
  zone_leader_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    zone_id: string
    person_id: string
    role: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  zone_place: {
    office_id: number
    id: string
    invented: boolean
    revision: bigint
    scope_place_id: string
    known_from: bigint
  }
  zone_place_event: {
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
  zone_place_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    zone_id: string
    place_id: string
    scope_place_id: string
    known_from: bigint
  }
  zone_spell: {
    office_id: number
    record_id: string
    valid_from: Day
    valid_to: Day | null
    name: string
    known_from: bigint
  }
}
