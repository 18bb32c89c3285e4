// Generated from the migrated database by tools/generate.ts. Do not edit.
import type { Day } from '../values/day.ts'

export type Tables = {
  audit_event: {
    office_id: number
    event_no: bigint
    happened_at: string
    kind: string
    act: string
    actor_id: string
    actor_name: string
    roles: string[]
    places: string
    subject_type: string | null
    subject_id: string | null
    reason: string | null
    address: string | null
    request_id: string | null
    change_no: bigint | null
    details: unknown | null
    seal: Uint8Array | null
    hash: Uint8Array
  }
  audit_head: {
    office_id: number
    event_no: bigint
    happened_at: string
    hash: Uint8Array
  }
  audit_seal: {
    office_id: number
    change_no: bigint
    source: string
    event_no: bigint
    personal: string[]
    row_count: bigint
    digest: Uint8Array
    personal_digest: Uint8Array
  }
  change: {
    office_id: number
    change_no: bigint
    recorded_at: string
    kind: string
    actor_id: string
    actor_name: string
    reason: string | null
    request_id: string | null
  }
  clear_export: {
    office_id: number
    id: string
    ledger: string
    language: string
    place_id: string | null
    place_name: string | null
    as_of: Day | null
    known_at: bigint
    row_count: number
    fields: string[]
    second_person: boolean
    places: string[] | null
    reason: string
    asked_by: string
    asked_name: string
    asked_at: string
    decision: string | null
    decided_by: string | null
    decided_name: string | null
    decided_at: string | null
    decision_reason: string | null
    taken_at: string | null
  }
  counter: {
    office_id: number
    name: string
    value: bigint
  }
  data_key: {
    key_no: number
    algorithm: string
    wrapped: string
    master_id: string
    made_at: string
  }
  enciphered_column: {
    table_schema: string
    table_name: string
    column_name: string
  }
  erasure: {
    office_id: number
    change_no: bigint
    table_schema: string
    table_name: string
    record_id: string
    touched: bigint[] | null
  }
  import_batch: {
    office_id: number
    id: string
    change_no: bigint
    ledgers: string[]
    rows_read: number
    created: number
    updated: number
    unchanged: number
    findings: unknown
    head_held_ms: number
  }
  import_file: {
    office_id: number
    import_id: string
    position: number
    name: string
    sha256: string
  }
  import_undo: {
    office_id: number
    change_no: bigint
    import_id: string
    removed: number
    restored: number
    kept: unknown
  }
  kept_table: {
    table_schema: string
    table_name: string
    scoped: boolean
    personal: string[]
  }
  ledger_layout: {
    office_id: number
    ledger: string
    signature: string
    columns: unknown
    confirmed_by: string
    confirmed_name: string
    confirmed_at: string
  }
  migration: {
    name: string
    digest: string
    ran_at: string
  }
  office: {
    office_id: number
    name_zh: string
    name_en: string
    head: bigint
  }
  record_apart: {
    office_id: number
    change_no: bigint
    record_type: string
    first_id: string
    second_id: string
  }
  record_apart_end: {
    office_id: number
    change_no: bigint
    apart_change_no: bigint
  }
  record_merge: {
    office_id: number
    change_no: bigint
    record_type: string
    kept_id: string
    given_id: string
  }
  record_unmerge: {
    office_id: number
    change_no: bigint
    merge_change_no: bigint
  }
  reencipherment: {
    office_id: number
    change_no: bigint
    table_schema: string
    table_name: string
    touched: bigint[]
  }
  request: {
    office_id: number
    idempotency_key: string
    actor_id: string
    digest: string
    answer: unknown
    change_no: bigint
  }
  restore_request: {
    office_id: number
    id: string
    backup: string
    target: string | null
    reason: string
    asked_by: string
    asked_name: string
    asked_at: string
    decision: string | null
    decided_by: string | null
    decided_name: string | null
    decided_at: string | null
    decision_reason: string | null
    begun_by: string | null
    begun_name: string | null
    begun_at: string | null
    ended_at: string | null
    failure: unknown | null
  }
  retention_batch: {
    office_id: number
    id: string
    places: string[] | null
    proposed_by: string
    proposed_name: string
    proposed_at: string
    decision: string | null
    decided_by: string | null
    decided_name: string | null
    decided_at: string | null
    decision_reason: string | null
  }
  retention_hold: {
    office_id: number
    id: string
    record_type: string
    record_id: string
    reason: string
    until: Day
    held_by: string
    held_name: string
    held_at: string
    lifted_by: string | null
    lifted_name: string | null
    lifted_at: string | null
  }
  retention_item: {
    office_id: number
    batch_id: string
    record_type: string
    record_id: string
    state: string
    change_no: bigint | null
  }
  retention_period: {
    office_id: number
    purpose: string
    set_no: number
    months: number | null
    basis: string
    set_by: string
    set_name: string
    set_at: string
  }
  sealed_fact: {
    table_name: string
  }
  working_day: {
    day: Day
    worked: boolean
    nth: number
  }
}
