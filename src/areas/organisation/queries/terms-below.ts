import type { Kysely } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { onDay, relationsOf } from '../../../platform/figures/read-relations.ts'
import { inForce } from '../../../platform/figures/row-columns.ts'
import { subtree } from '../../../platform/timeline/tree.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Tables } from '../tables.generated.ts'
import type { FoundedIn, OrganisationKind } from '../terms.ts'

type Seen = Pick<Tables, 'party_organisation_spell' | 'place_spell'>

export type OrganisationTerm = {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly foundedIn: FoundedIn
  readonly seat: { readonly id: string; readonly name: string }
  /** Null where no term is recorded. */
  readonly termFrom: Day | null
  readonly termYears: string | null
}

/** The Party organisations seated beneath a path of places on a day, with the term that each is in as far as one is recorded. */
export async function termsBelow(
  reader: Reader<unknown>,
  path: string,
  on: Day,
): Promise<OrganisationTerm[]> {
  const { lo, hi } = subtree(path)
  const [relations, at] = [relationsOf(reader), onDay(reader, on)]
  const rows = await (relations<Seen>('organisation') as Kysely<Seen>)
    .selectFrom('party_organisation_spell as o')
    .innerJoin('place_spell as p', (join) =>
      join
        .onRef('p.office_id', '=', 'o.office_id')
        .onRef('p.record_id', '=', 'o.seat_id')
        .on(inForce('p', at.asOf)),
    )
    .where('o.office_id', '=', at.office)
    .where(inForce('o', at.asOf))
    .where('p.path', '>=', lo)
    .where('p.path', '<', hi)
    .orderBy('o.term_from')
    .orderBy('o.path')
    .select(['o.record_id', 'o.name', 'o.kind', 'o.founded_in', 'o.seat_id', 'p.name as seat_name'])
    .select(['o.term_from', 'o.term_years'])
    .execute()
  return rows.map((row) => ({
    id: row.record_id,
    name: row.name,
    kind: row.kind as OrganisationKind,
    foundedIn: row.founded_in as FoundedIn,
    seat: { id: row.seat_id, name: row.seat_name },
    termFrom: row.term_from,
    termYears: row.term_years,
  }))
}
