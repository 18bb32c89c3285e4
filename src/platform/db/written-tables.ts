import { sql } from 'kysely'
import type { Writer } from './transaction.ts'

/**
 * The names, without their schemas, of the tables that a transaction has written so far, whatever wrote there: the database's own count, which
 * may name one more that its connection wrote shortly before, and names none where the server does not keep it.
 * Source: PostgreSQL, The Cumulative Statistics System, pg_stat_xact_user_tables.
 */
export async function writtenTables({ db }: Pick<Writer<unknown>, 'db'>): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select distinct relname as name from pg_stat_xact_user_tables
    where n_tup_ins + n_tup_upd + n_tup_del > 0`.execute(db)
  return new Set(rows.map(({ name }) => name))
}

/** Whether a statement names one of the tables; rather too often than too seldom. */
export function namesAny(text: string, tables: ReadonlySet<string>): boolean {
  const words = new Set(text.match(/\w+/g))
  return [...tables].some((table) => words.has(table) || /\W/.test(table))
}
