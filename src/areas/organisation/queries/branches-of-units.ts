import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Spell } from '../../../platform/values/spell.ts'
import type { Tables } from '../tables.generated.ts'

/** A time in which a branch of a unit's own was in force. */
export type OwnBranch = Spell & { readonly id: string }

/** The branches (631) that units have of their own, by unit, as far as the reader sees them; joint ones are nobody's own. */
export async function branchesOfUnits(
  reader: Reader<unknown>,
  units: readonly string[],
): Promise<ReadonlyMap<string, readonly OwnBranch[]>> {
  const rows = await (reader.db as Kysely<Pick<Tables, 'party_organisation_spell'>>)
    .withSchema(schemaOf('organisation', reader.known))
    .selectFrom('party_organisation_spell')
    .where('office_id', '=', reader.scope.office)
    .where(sql<boolean>`unit_id = any(${[...new Set(units)]}::uuid[])`)
    .where('kind', '=', '631')
    .select(['record_id as id', 'unit_id', 'valid_from as from', 'valid_to as to'])
    .orderBy('record_id')
    .orderBy('valid_from')
    .execute()
  return Map.groupBy(rows, ({ unit_id: unit }) => unit as string)
}
