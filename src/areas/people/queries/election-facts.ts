import { sql } from 'kysely'
import { livesOfOrganisations } from '../../organisation/index.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { addDays, type Day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'
import type { ElectionFacts, ElectionTerm } from '../rules/elections/steps/election-facts.ts'
import { termKindOf } from '../rules/elections/term-kind-of.ts'
import { leadTimesSet } from './lead-times-set.ts'

type Life = Omit<Judged, 'facts'>
const organisationOf = ({ spells }: Life) => spells.at(-1)?.attributes['organisation_id'] ?? ''

/** The term that an election ends, the days of its counts, and how long ahead the office prepares. */
export async function electionFacts(
  reader: Reader<unknown>,
  judged: readonly Life[],
): Promise<ReadonlyMap<string, ElectionFacts>> {
  const lives = await livesOfOrganisations(reader, judged.map(organisationOf))
  const { rows } = await sql<{ id: string; on: Day }>`
    select distinct s.election_id as id, e.on_date as "on"
    from ${sql.table(`${schemaOf('people', reader.known)}.ballot_spell`)} s
    join ${sql.table(`${schemaOf('people', reader.known)}.ballot_event`)} e
      on e.office_id = s.office_id and e.record_id = s.record_id and e.kind in ('counted', 'recorded')
    where s.office_id = ${reader.scope.office} and s.election_id = any(${judged.map(({ id }) => id)}::uuid[])
    order by 1, 2`.execute(reader.db)
  const leadTimes = await leadTimesSet(reader)
  const counted = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    judged.map((life) => {
      const held = life.events.find(({ kind }) => kind === 'held')?.onDate
      const before = held ? addDays(held, -1) : (life.spells.at(-1)?.from as Day)
      const spells = lives.get(organisationOf(life))?.spells ?? []
      const standing = spells.find((spell) => inForce(spell, before)) ?? spells[0]
      const term: ElectionTerm | null = standing
        ? {
            kind: termKindOf(standing),
            began: standing.termFrom,
            years: standing.termYears === null ? null : Number(standing.termYears),
          }
        : null
      return [life.id, { term, counted: (counted.get(life.id) ?? []).map(({ on }) => on), leadTimes }]
    }),
  )
}
