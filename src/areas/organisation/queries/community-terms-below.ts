import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { onDay, relationsOf } from '../../../platform/figures/read-relations.ts'
import { inForce } from '../../../platform/figures/row-columns.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'
import { communityTerms } from '../figures/published.ts'
import type { Tables } from '../tables.generated.ts'

type Seen = Pick<Tables, 'party_organisation_spell' | 'place_spell'>

export type CommunityTerm = {
  readonly id: string
  readonly name: string
  readonly seat: { readonly id: string; readonly name: string; readonly path: string }
  readonly termFrom: Day | null
  readonly termYears: number | null
  /** The day on which the term before began; null where none is recorded. */
  readonly previousFrom: Day | null
}

/** The community Party organisations seated beneath a path on a day, with the term that each is in. */
export async function communityTermsBelow(
  reader: Reader<unknown>,
  path: string,
  on: Day,
): Promise<CommunityTerm[]> {
  const { lo, hi } = subtree(path)
  const [relations, at] = [relationsOf(reader), onDay(reader, on)]
  const rows = await (relations<Seen>('organisation') as Kysely<Seen>)
    .selectFrom(communityTerms(relations, at).as('t'))
    .innerJoin('party_organisation_spell as o', (join) =>
      join.onRef('o.record_id', '=', 't.organisation_id').on(inForce('o', at.asOf)),
    )
    .innerJoin('place_spell as p', (join) =>
      join
        .onRef('p.office_id', '=', 'o.office_id')
        .onRef('p.record_id', '=', 't.seat_id')
        .on(inForce('p', at.asOf)),
    )
    .where('o.office_id', '=', at.office)
    .where('p.path', '>=', lo)
    .where('p.path', '<', hi)
    .orderBy(sql`p.code collate "C"`)
    .orderBy('o.kind')
    .orderBy('o.path')
    .select([
      't.organisation_id',
      'o.name',
      't.seat_id',
      'p.name as seat_name',
      'p.path as seat_path',
      't.term_from',
      'o.term_years',
      't.previous_from',
    ])
    .execute()
  return rows.map((row) => ({
    id: row.organisation_id,
    name: row.name,
    seat: { id: row.seat_id, name: row.seat_name, path: row.seat_path },
    termFrom: row.term_from,
    termYears: row.term_years === null ? null : Number(row.term_years),
    previousFrom: row.previous_from,
  }))
}
