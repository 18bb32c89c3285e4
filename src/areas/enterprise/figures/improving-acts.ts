import { sql } from 'kysely'
import type { Instants, Relations } from '../../../platform/figures/row-set.ts'
import { organisationActs } from '../../organisation/index.ts'
import { secretaryChanges } from '../../people/index.ts'
import type { ImprovementAct } from '../terms.ts'

/** Which act in an organisation's life each improvement is; who becomes secretary stands with the posts. */
const kindsOf: Readonly<Record<Exclude<ImprovementAct, 'secretary_changed'>, readonly string[]>> = {
  founded: ['established', 'jointly_established', 'founded_by_merger', 'founded_by_split'],
  reclassified: ['reclassified'],
  re_elected: ['term_began'],
  raised: ['raised'],
}
const kinds = Object.entries(kindsOf).flatMap(([act, of]) => of.map((kind) => ({ act, kind })))

/** What improved Party organisations in a period, as the areas that keep them have it: which, how and when. */
export const improvingActs = (relations: Relations, at: Instants) =>
  relations<Record<never, never>>('organisation')
    .selectFrom(organisationActs(relations, at).as('a'))
    .innerJoin(
      sql<{ act: string; kind: string }>`(values ${sql.join(
        kinds.map(({ act, kind }) => sql`(${sql.lit(act)}, ${sql.lit(kind)})`),
      )})`.as<'k'>(sql`k (act, kind)`),
      'k.kind',
      'a.kind',
    )
    .select(['a.organisation_id', 'k.act', 'a.on_date'])
    .unionAll(
      relations<Record<never, never>>('people')
        .selectFrom(secretaryChanges(relations, at).as('c'))
        .select(['c.organisation_id', sql<string>`'secretary_changed'`.as('act'), 'c.on_date']),
    )
