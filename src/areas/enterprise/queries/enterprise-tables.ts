import { type Kysely, sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { Tables } from '../tables.generated.ts'

/** The tables of the area, as the reader's knowledge has them. */
export const enterpriseTables = (reader: Reader<unknown>): Kysely<Tables> =>
  (reader.db as Kysely<Tables>).withSchema(schemaOf('enterprise', reader.known))

export const isAmong = (column: string, ids: readonly string[]) =>
  sql<boolean>`${sql.ref(column)} = any(${[...new Set(ids)]}::uuid[])`

export const inForceOn = (alias: string, on: Day) =>
  sql<boolean>`(${sql.ref(`${alias}.valid_from`)} <= ${on} and (${sql.ref(`${alias}.valid_to`)} is null or ${on} < ${sql.ref(`${alias}.valid_to`)}))`
