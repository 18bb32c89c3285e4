import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { type RecordType, timelineOf } from '../../../platform/records/record-type.ts'
import type { Day } from '../../../platform/values/day.ts'
import { fenFromYuan } from '../../../platform/values/money.ts'
import type { AssistedFacts, Claim, ClaimFacts } from '../rules/outcomes/claim.ts'
import { firstServed } from './first-served.ts'

type Drafts = readonly Omit<Judged, 'facts'>[]
type Row = { record: string; on: Day; values: Readonly<Record<string, string | null>> }

/**
 * What is claimed beside each record by others of its type that share its `by`, as it stands now and as the same write would leave it:
 * one parameter, however many are judged.
 */
export async function claimsBeside(
  reader: Reader<unknown>,
  judged: Drafts,
  type: RecordType,
  by: 'company_id' | 'title',
): Promise<ReadonlyMap<string, ClaimFacts>> {
  const { schema, name, attributes, amounts = [] } = timelineOf(type)
  const drafted = judged.flatMap((draft) => claimed(draft, amounts))
  const shared = [...new Set(drafted.flatMap(({ values }) => values[by] ?? []))]
  const table = sql.table(`${schemaOf(schema, reader.known)}.${name}_spell`)
  const columns = attributes.map((key) => sql`${sql.lit(key)}, l.${sql.ref(key)}::text`)
  const { rows } = await sql<Row>`select l.record_id as record, (select min(f.valid_from) from ${table} f
      where f.office_id = l.office_id and f.record_id = l.record_id) as "on", jsonb_build_object(${sql.join(columns)}) as "values"
    from ${table} l where l.office_id = ${reader.scope.office} and l.valid_to is null
      and l.${sql.ref(by)}::text = any(${shared}::text[])`.execute(reader.db)
  const own = new Set(judged.map(({ id }) => id))
  const claims = Map.groupBy(
    [...rows.filter(({ record }) => !own.has(record)), ...drafted],
    ({ values }) => values[by],
  )
  const byId = new Map(drafted.map((claim) => [claim.record, claim]))
  return new Map(judged.map(({ id }) => [id, { claims: claims.get(byId.get(id)?.values[by]) ?? [] }]))
}

/** As {@link claimsBeside}, of companies, with the day on which the office was first in touch with each. */
export async function assistedBeside(
  reader: Reader<unknown>,
  judged: Drafts,
  type: RecordType,
): Promise<ReadonlyMap<string, AssistedFacts>> {
  const beside = await claimsBeside(reader, judged, type, 'company_id')
  const company = ({ spells }: Drafts[number]) => spells.at(-1)?.attributes['company_id'] ?? ''
  const served = await firstServed(reader, [...new Set(judged.map(company))].filter(Boolean))
  return new Map(
    judged.map((one) => [
      one.id,
      { claims: beside.get(one.id)?.claims ?? [], served: served.get(company(one)) ?? null },
    ]),
  )
}

function claimed({ id, spells }: Drafts[number], amounts: readonly string[]): Claim[] {
  const [first, last] = [spells[0], spells.at(-1)]
  if (!first || !last) return []
  const values = Object.fromEntries(
    Object.entries(last.attributes).map(([key, value]) => [
      key,
      value !== null && amounts.includes(key) ? String(fenFromYuan(value)) : value,
    ]),
  )
  return [{ record: id, on: first.from, values }]
}
