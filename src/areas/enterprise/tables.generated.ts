// Generated from the migrated database by tools/generate.ts. Do not edit.
import type { Day } from '../../platform/values/day.ts'

export type Tables = {
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
}
