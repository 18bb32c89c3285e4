import type { Database } from '../../db/database.ts'

export type StoredEvent = {
  readonly event_no: number
  readonly kind: string
  readonly act: string
  readonly actor_id: string
  readonly roles: readonly string[]
  readonly places: string
  readonly subject_type: string | null
  readonly subject_id: string | null
  readonly reason: string | null
  readonly address: string | null
  readonly request_id: string | null
  readonly change_no: number | null
  readonly details: Readonly<Record<string, unknown>> | null
}

/** The chain of an office, oldest first. */
export async function eventsOf(database: Database, office: number): Promise<StoredEvent[]> {
  const { rows } = await database.query(
    { office, places: 'all' },
    {
      name: 'test_events',
      text: 'select to_jsonb(e) from platform.audit_event e where office_id = $1::int order by event_no',
      values: [String(office)],
    },
  )
  return rows.map(([event]) => JSON.parse(event as string) as StoredEvent)
}
