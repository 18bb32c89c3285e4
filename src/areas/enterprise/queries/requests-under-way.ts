import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import { placesBelow } from '../../organisation/index.ts'
import type { RequestKind, RequestStage } from '../terms.ts'

export type RequestHead = {
  readonly id: string
  readonly number: string
  readonly subject: string
  readonly company: string
  readonly kind: RequestKind
  readonly wished_on: Day | null
  readonly stage: RequestStage
}

/** More than anybody reads at once; the rest is told as a number. */
const mostWaiting = 200

/** Requests beneath a path that are open on a day, and those that wait longest for a call-back; `waiting` counts all that wait. */
export async function requestsUnderWay(
  reader: Reader<unknown>,
  path: string,
  on: Day,
): Promise<{ heads: RequestHead[]; waiting: number }> {
  const table = (name: string) => sql.table(`${schemaOf('enterprise', reader.known)}.${name}`)
  const inStage = (
    stage: RequestStage,
  ) => sql`select h.id, h.number, h.subject, s.company_id as company, s.kind, s.wished_on, s.stage, s.valid_from
    from ${table('request_spell')} s join ${table('request')} h on h.office_id = s.office_id and h.id = s.record_id
    where s.office_id = ${reader.scope.office} and s.stage = ${stage} and s.stage <> 'called_back'
      and s.valid_from <= ${on} and (s.valid_to is null or ${on} < s.valid_to) and s.place_id in ${placesBelow(reader, path, on)}`
  const open = await sql<RequestHead>`${inStage('open')} order by h.number collate "C"`.execute(reader.db)
  const closed = await sql<RequestHead & { waiting: number }>`select w.*, count(*) over ()::int as waiting
    from (${inStage('closed')}) w order by w.valid_from, w.number collate "C" limit ${mostWaiting}`.execute(
    reader.db,
  )
  return { heads: [...open.rows, ...closed.rows], waiting: closed.rows[0]?.waiting ?? 0 }
}
