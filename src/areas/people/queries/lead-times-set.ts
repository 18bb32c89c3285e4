import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { SetLeadTime } from '../rules/elections/calendar/lead-times.ts'
import type { LeadStep } from '../terms.ts'
import { peopleTables } from './people-tables.ts'

/** The lead times that the office has recorded, each with the time for which it holds. */
export async function leadTimesSet(reader: Reader<unknown>): Promise<SetLeadTime[]> {
  const rows = await peopleTables(reader)
    .selectFrom('lead_time_spell as s')
    .innerJoin('lead_time as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .orderBy('h.step')
    .orderBy('s.valid_from')
    .select(['h.step', 's.months', 's.valid_from as from', 's.valid_to as to'])
    .execute()
  return rows.map((row) => ({ ...row, step: row.step as LeadStep }))
}

/** They are the same for whatever is judged. */
export async function leadTimesBeside(
  reader: Reader<unknown>,
  judged: readonly Pick<Judged, 'id'>[],
): Promise<ReadonlyMap<string, readonly SetLeadTime[]>> {
  const set = await leadTimesSet(reader)
  return new Map(judged.map(({ id }) => [id, set]))
}
