import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { SetClock } from '../rules/requests/clock-set-on.ts'

/** The clocks that the office has recorded, each with the time for which it holds. */
export async function setClocks(reader: Reader<unknown>): Promise<SetClock[]> {
  const table = (name: string) => sql.table(`${schemaOf('enterprise', reader.known)}.${name}`)
  const { rows } = await sql<SetClock>`
    select h.step, s.length, s.unit, s.valid_from as "from", s.valid_to as "to"
    from ${table('clock_spell')} s join ${table('clock')} h on h.office_id = s.office_id and h.id = s.record_id
    where s.office_id = ${reader.scope.office} order by h.step, s.valid_from`.execute(reader.db)
  return rows
}
