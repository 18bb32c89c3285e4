import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Tables } from '../tables.generated.ts'

/** The tables of the area, as the reader's knowledge has them. */
export const peopleTables = (reader: Reader<unknown>): Kysely<Tables> =>
  (reader.db as Kysely<Tables>).withSchema(schemaOf('people', reader.known))

/** One parameter, however many ids: thousands are judged at once. */
export const isAmong = (column: string, ids: readonly string[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(column)} = any(${[...new Set(ids)]}::uuid[])`

/** The values of a dated attribute over whole lives, each once. */
export const everIn = (
  judged: readonly {
    readonly spells: readonly { readonly attributes: Readonly<Record<string, string | null>> }[]
  }[],
  key: string,
): string[] => [
  ...new Set(judged.flatMap(({ spells }) => spells.flatMap(({ attributes }) => attributes[key] ?? []))),
]
