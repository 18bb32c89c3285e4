import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import { addDays, type Day } from '../../../platform/values/day.ts'
import type { Drive } from '../drive-contract.ts'

type Row = {
  id: string
  code: string
  name: string
  industry: Drive['industry']
  launched: Day
  days: number
  last_day: Day
  census: Drive['census']
  ended: Day | null
}

/** The drives launched by a day, the newest first, as they stood on it. */
export async function drivesOn(reader: Reader<unknown>, on: Day): Promise<Drive[]> {
  const table = (name: string) => sql.table(`${schemaOf('enterprise', reader.known)}.${name}`)
  const { rows } =
    await sql<Row>`select h.id, h.code, s.name, s.industry, f.launched, s.days, s.last_day, s.census,
      case when s.valid_to <= ${on}::date then s.valid_to end as ended
    from ${table('drive')} h
    cross join lateral (select min(valid_from) as launched from ${table('drive_spell')} where office_id = h.office_id and record_id = h.id) f
    cross join lateral (select * from ${table('drive_spell')} where office_id = h.office_id and record_id = h.id and valid_from <= ${on}::date
      order by valid_from desc limit 1) s
    where h.office_id = ${reader.scope.office} order by f.launched desc, h.code`.execute(reader.db)
  return rows.map(({ last_day: announcedLastDay, ...row }) => ({
    ...row,
    lastDay: addDays(row.launched, row.days - 1),
    announcedLastDay,
  }))
}
