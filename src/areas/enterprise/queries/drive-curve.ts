import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { onDay, relationsOf } from '../../../platform/figures/read-relations.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'
import { divideHalfUp, writeDecimal } from '../../../platform/values/exact-decimal.ts'
import { unitsCovered } from '../../organisation/index.ts'
import type { Coverage, CoverageDay } from '../drive-contract.ts'
import { companiesSentTo, type DriveList, qualifying } from '../figures/drive-rows.ts'

type Row = { day: Day; list: DriveList; qualifying: string; organised: string; worked: string }

/** The coverage of a drive beneath a path of places, on each day from the first to the last: each as its figure says for that day. */
export async function driveCurve(
  reader: Reader<unknown>,
  path: string,
  drive: string,
  { first, last }: { readonly first: Day; readonly last: Day },
): Promise<CoverageDay[]> {
  const { lo, hi } = subtree(path)
  const relations = relationsOf(reader)
  const at = { ...onDay(reader, last), asOf: sql.ref<Day>('d.day') }
  const places = sql.table(`${schemaOf('organisation', reader.known)}.place_spell`)
  const listed = (list: DriveList) => sql`
    select ${sql.lit(list)} as list, q.company_id, exists (select from (${unitsCovered(relations, at)}) v where v.unit_id = q.unit_id) as organised,
      exists (select from (${companiesSentTo(relations, at)}) w where w.company_id = q.company_id) as sent
    from (${qualifying(relations, at, list).where('t.drive_id', '=', drive).select(['t.company_id', 't.place_id', 'c.unit_id'])}) q
    join ${places} p on p.office_id = ${at.office} and p.record_id = q.place_id and p.valid_from <= d.day and (p.valid_to is null or d.day < p.valid_to)
      and p.path >= ${lo} and p.path < ${hi}`
  const { rows } = await sql<Row>`select d.day, l.list, count(distinct q.company_id) as qualifying,
      count(distinct q.company_id) filter (where q.organised) as organised,
      count(distinct q.company_id) filter (where q.organised or q.sent) as worked
    from (select generate_series(${first}::date, ${last}::date, interval '1 day')::date as day) d
    cross join (values ('today'), ('opening')) l (list)
    left join lateral (${listed('today')} union all ${listed('opening')}) q on q.list = l.list
    group by d.day, l.list order by d.day`.execute(reader.db)
  const days = Map.groupBy(rows, ({ day }) => day)
  return [...days].map(([day, both]) => ({ day, today: of(both, 'today'), opening: of(both, 'opening') }))
}

function of(rows: readonly Row[], list: DriveList): Coverage {
  const row = rows.find((one) => one.list === list)
  const [every, organised, worked] = [
    BigInt(row?.qualifying ?? 0),
    BigInt(row?.organised ?? 0),
    BigInt(row?.worked ?? 0),
  ]
  const rate = (part: bigint) =>
    every === 0n ? null : writeDecimal(divideHalfUp(part * 1000n, every), 1, 1, false)
  return {
    qualifying: Number(every),
    organised: Number(organised),
    worked: Number(worked),
    rate: rate(organised),
    workRate: rate(worked),
  }
}
