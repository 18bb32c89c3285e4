import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { RequestKind } from '../terms.ts'

export type WaitingSubmission = {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly company: string
  readonly creditCode: string
  readonly kind: RequestKind
  readonly submittedOn: Day
}

/** More than anybody reads at once; the rest is told as a number. */
const mostShown = 200

/** What was sent up to a day and waited on it, the oldest first: neither declined nor made a request of by then. */
export async function waitingSubmissions(
  reader: Reader<unknown>,
  on: Day,
): Promise<{ submissions: WaitingSubmission[]; total: number }> {
  const table = (name: string) => sql.table(`${schemaOf('enterprise', reader.known)}.${name}`)
  const { office } = reader.scope
  const { rows } = await sql<WaitingSubmission & { total: number }>`
    select h.id, h.number, h.subject, h.company_name as company, h.credit_code as "creditCode", h.kind,
      (select min(e.on_date) from ${table('submission_event')} e where e.office_id = h.office_id and e.record_id = h.id
        and e.kind = 'submitted') as "submittedOn",
      count(*) over ()::int as total
    from ${table('submission_spell')} s join ${table('submission')} h on h.office_id = s.office_id and h.id = s.record_id
    where s.office_id = ${office} and s.stage = 'waiting' and s.valid_from <= ${on} and (s.valid_to is null or ${on} < s.valid_to)
      and not exists (select from ${table('request')} r join ${table('request_event')} e
        on e.office_id = r.office_id and e.record_id = r.id and e.kind = 'received'
        where r.office_id = ${office} and r.submission_id = h.id and e.on_date <= ${on})
    order by "submittedOn", h.number collate "C" limit ${mostShown}`.execute(reader.db)
  const total = rows[0]?.total ?? 0
  return { submissions: rows.map(({ total: _total, ...submission }) => submission), total }
}

/** The requests that were made of submissions, by the submission. */
export async function requestsMadeOf(
  reader: Reader<unknown>,
  submissions: readonly string[],
): Promise<Map<string, { id: string; number: string }>> {
  const { rows } = await sql<{ submission: string; id: string; number: string }>`
    select submission_id as submission, id, number from ${sql.table(`${schemaOf('enterprise', reader.known)}.request`)}
    where office_id = ${reader.scope.office} and submission_id = any(${[...submissions]}::uuid[])`.execute(
    reader.db,
  )
  return new Map(rows.map(({ submission, ...request }) => [submission, request]))
}
