import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { relationsOf } from '../../../platform/figures/read-relations.ts'
import type { Instants } from '../../../platform/figures/row-set.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Day } from '../../../platform/values/day.ts'
import { organisationUnits } from '../../organisation/index.ts'
import { improvingActs } from '../figures/improving-acts.ts'
import { improvementType } from '../records.ts'
import type { ImprovementFacts, ImprovingAct } from '../rules/outcomes/improvement-rules.ts'
import { assistedBeside } from './claims-beside.ts'

type Found = ImprovingAct & { company: string }

/** Which acts of Party organisations there are for the companies that improvements name, over all time. */
export async function improvementFacts(
  reader: Reader<unknown>,
  judged: readonly Omit<Judged, 'facts'>[],
): Promise<ReadonlyMap<string, ImprovementFacts>> {
  const beside = await assistedBeside(reader, judged, improvementType)
  const named = (key: string) => [
    ...new Set(judged.flatMap(({ spells }) => spells.at(-1)?.attributes[key] ?? [])),
  ]
  const [relations, at] = [relationsOf(reader), allTime(reader)]
  const { rows } =
    await sql<Found>`select distinct a.organisation_id as organisation, a.act, a.on_date as "on",
      greatest(a.on_date, u.valid_from) as since, c.record_id as company
    from (${improvingActs(relations, at)}) a
    join (${organisationUnits(relations, at)}) u on u.organisation_id = a.organisation_id and (u.valid_to is null or a.on_date < u.valid_to)
    join ${sql.table(`${schemaOf('enterprise', reader.known)}.company_spell`)} c
      on c.office_id = ${at.office} and c.unit_id = u.unit_id and c.record_id = any(${named('company_id')}::uuid[])
    where a.organisation_id = any(${named('organisation_id')}::uuid[])`.execute(reader.db)
  const acts = Map.groupBy(rows, ({ company }) => company)
  return new Map(
    judged.map(({ id, spells }) => [
      id,
      {
        claims: beside.get(id)?.claims ?? [],
        served: beside.get(id)?.served ?? null,
        acts: acts.get(spells.at(-1)?.attributes['company_id'] ?? '') ?? [],
      },
    ]),
  )
}

const allTime = ({ scope }: Reader<unknown>): Instants => {
  const [from, through] = [sql<Day>`'0001-01-01'::date`, sql<Day>`'9999-12-31'::date`]
  return { office: sql<number>`${scope.office}::int`, asOf: through, from, through }
}
