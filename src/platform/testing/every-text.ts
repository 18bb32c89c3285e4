import { asAdmin } from './box.ts'
import type { TestDatabase } from './database.ts'

/** Where a text stands in any row of any table of a database, and in what its server remembers of columns. */
export async function tablesHolding(
  database: Pick<TestDatabase, 'admin'>,
  wanted: string,
): Promise<string[]> {
  const tables = await asAdmin<{ name: string }>(
    database as TestDatabase,
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname <> 'information_schema' and n.nspname not like 'pg\\_toast%'
       and (n.nspname !~ '^pg_' or c.relname = 'pg_statistic') order by 1`,
  )
  const [row] = await asAdmin<{ found: string[] }>(
    database as TestDatabase,
    `select array_remove(array[${tables
      .map(
        ({ name }) => `(select '${name}' where exists (select from ${name} t where strpos(t::text, $1) > 0))`,
      )
      .join(', ')}], null) as found`,
    [wanted],
  )
  return row?.found ?? []
}
