import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Spell } from '../../../platform/values/spell.ts'
import type { Tables } from '../tables.generated.ts'
import type { FoundedIn, OrganisationKind } from '../terms.ts'

/** An organisation through time: what it was, where it was founded and where it sat, by its newest name. */
export type OrganisationLife = {
  readonly name: string
  readonly spells: readonly (Spell & {
    readonly kind: OrganisationKind
    readonly foundedIn: FoundedIn
    readonly seat: string
    /** In the Party line; that of everything beneath it begins with it. */
    readonly path: string
    readonly termFrom: Day | null
    readonly termYears: string | null
  })[]
}

/** The lives of organisations by id, as far as the reader sees them; an organisation out of scope is absent. */
export async function livesOfOrganisations(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationLife>> {
  const rows = await (reader.db as Kysely<Pick<Tables, 'party_organisation_spell'>>)
    .withSchema(schemaOf('organisation', reader.known))
    .selectFrom('party_organisation_spell')
    .where('office_id', '=', reader.scope.office)
    .where(sql<boolean>`record_id = any(${[...new Set(ids)]}::uuid[])`)
    .select(['record_id', 'name', 'valid_from as from', 'valid_to as to'])
    .select(['kind', 'founded_in', 'seat_id as seat', 'path', 'term_from', 'term_years'])
    .orderBy('record_id')
    .orderBy('valid_from')
    .execute()
  const byId = Map.groupBy(rows, (row) => row.record_id)
  return new Map(
    [...byId].map(([id, spells]) => [
      id,
      {
        name: spells.at(-1)?.name ?? '',
        spells: spells.map(
          ({ kind, founded_in, term_from, term_years, record_id: _id, name: _name, ...spell }) => ({
            ...spell,
            kind: kind as OrganisationKind,
            foundedIn: founded_in as FoundedIn,
            termFrom: term_from,
            termYears: term_years,
          }),
        ),
      },
    ]),
  )
}
