import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { FoundedIn, OrganisationKind } from '../terms.ts'

/** A time in which an organisation was what it was. `path` is that of everything beneath it, too. */
type OrganisationSpell = {
  readonly id: string
  readonly from: Day
  readonly to: Day | null
  readonly name: string
  readonly kind: OrganisationKind
  readonly foundedIn: FoundedIn
  readonly path: string
  readonly termFrom: Day | null
  readonly termYears: string | null
}

/** The lives of organisations within the reader's places, each in order of time. */
export async function livesOfOrganisations(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<Map<string, OrganisationSpell[]>> {
  const { rows } =
    await sql<OrganisationSpell>`select record_id as id, valid_from as "from", valid_to as "to", name, kind,
      founded_in as "foundedIn", path, term_from as "termFrom", term_years as "termYears"
    from ${sql.table(`${schemaOf('organisation', reader.known)}.party_organisation_spell`)}
    where office_id = ${reader.scope.office} and record_id = any(${[...new Set(ids)]}::uuid[]) order by 1, 2`.execute(
      reader.db,
    )
  return Map.groupBy(rows, (row) => row.id)
}
