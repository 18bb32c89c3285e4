import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Spell } from '../../../platform/values/spell.ts'
import { legalPersonStates } from '../terms.ts'

type Row = { id: string; state: keyof typeof legalPersonStates; valid_from: Day; valid_to: Day | null }

/** When legal persons are cancelled, revoked or moved out, by id, with the state in words. */
export async function unitsNotOperating(
  reader: Reader<unknown>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly (Spell & { readonly state: Text })[]>> {
  const { rows } = await sql<Row>`select record_id as id, state, valid_from, valid_to
    from ${sql.table(`${schemaOf('organisation', reader.known)}.legal_person_spell`)}
    where office_id = ${reader.scope.office} and record_id = any(${[...new Set(ids)]}::uuid[]) and state <> 'operating'
    order by record_id, valid_from`.execute(reader.db)
  const spells = rows.map(({ id, state, valid_from: from, valid_to: to }) => ({
    id,
    from,
    to,
    state: legalPersonStates[state],
  }))
  return Map.groupBy(spells, ({ id }) => id)
}
