import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { unitsNotOperating } from '../../organisation/index.ts'
import type { TargetFacts } from '../rules/target-rules.ts'

type OfUnit = { company_id: string; unit_id: string }

/** When the legal persons of companies on a list are not operating, as known at the reader's moment. */
export async function targetFacts(
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
): Promise<ReadonlyMap<string, TargetFacts>> {
  const companyOf = (target: Omit<Judged, 'facts'>) =>
    target.spells.at(-1)?.attributes['company_id'] as string | undefined
  const companies = [...new Set(judged.flatMap((target) => companyOf(target) ?? []))]
  const { rows } = await sql<OfUnit>`select distinct record_id as company_id, unit_id
    from ${sql.table(`${schemaOf('enterprise', reader.known)}.company_spell`)}
    where office_id = ${reader.scope.office} and record_id = any(${companies}::uuid[])`.execute(reader.db)
  const states = await unitsNotOperating(
    reader,
    rows.map(({ unit_id: unit }) => unit),
  )
  const units = Map.groupBy(rows, ({ company_id: company }) => company)
  return new Map(
    judged.map((target) => [
      target.id,
      {
        notOperating: (units.get(companyOf(target) ?? '') ?? []).flatMap(
          ({ unit_id: unit }) => states.get(unit) ?? [],
        ),
      },
    ]),
  )
}
