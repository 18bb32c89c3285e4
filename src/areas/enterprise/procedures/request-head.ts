import type { StoredRecord } from '../../../platform/records/records-engine.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { RequestHead } from '../queries/requests-under-way.ts'
import { upTo } from '../rules/requests/loop.ts'
import { requestStageBy } from '../rules/requests/request-life.ts'
import type { RequestKind } from '../terms.ts'

/** A request as a line of a list begins, by its newest values and where it stood on a day; null before it was received. */
export function requestHead({ id, header, events, spells }: StoredRecord, on: Day): RequestHead | null {
  const stage = requestStageBy(upTo(events, on))
  if (stage === 'none') return null
  const attributes = spells.at(-1)?.attributes ?? {}
  return {
    id,
    number: String(header['number']),
    subject: String(header['subject']),
    company: attributes['company_id'] as string,
    kind: attributes['kind'] as RequestKind,
    wished_on: (attributes['wished_on'] ?? null) as Day | null,
    stage,
  }
}
