import type { Reader } from '../../../platform/db/transaction.ts'
import type { Spell } from '../../../platform/values/spell.ts'
import type { LimitMatter } from '../terms.ts'
import { enterpriseTables } from './enterprise-tables.ts'

/** What the office set to its own work, and when it held. */
export type Limit = Spell & { readonly matter: LimitMatter; readonly most: number }

export const limitsOf = async (reader: Reader<unknown>, matters: readonly LimitMatter[]): Promise<Limit[]> =>
  (await enterpriseTables(reader)
    .selectFrom('service_limit_spell as s')
    .innerJoin('service_limit as h', (join) =>
      join.onRef('h.office_id', '=', 's.office_id').onRef('h.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .where('h.matter', 'in', matters)
    .select(['h.matter', 's.valid_from as from', 's.valid_to as to', 's.most'])
    .execute()) as Limit[]
