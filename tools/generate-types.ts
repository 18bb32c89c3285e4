import { Client, type ClientConfig } from 'pg'

type Column = { schema: string; table: string; name: string; type: string; nullable: boolean }

const typescript: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'Day',
  bool: 'boolean',
  int4: 'number',
  int8: 'bigint',
  jsonb: 'unknown',
  bytea: 'Uint8Array',
  timestamptz: 'string',
  _text: 'string[]',
  _int8: 'bigint[]',
}

/** Row types of one schema, read from a migrated database: a column is written by hand once, in a migration. */
export async function generateTypes(admin: ClientConfig, schema: string, dayImport: string): Promise<string> {
  const client = new Client(admin)
  await client.connect()
  try {
    const { rows } = await client.query<Column>(
      `select n.nspname as schema, c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       join pg_type t on t.oid = a.atttypid
       where n.nspname = $1 and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
       order by c.relname, a.attnum`,
      [schema],
    )
    return render(rows, dayImport)
  } finally {
    await client.end()
  }
}

function render(columns: readonly Column[], dayImport: string): string {
  const tables = Map.groupBy(columns, (column) => column.table)
  const bodies = [...tables].map(([table, own]) => `  ${table}: {\n${own.map(line).join('\n')}\n  }`)
  const day = columns.some((column) => column.type === 'date')
    ? `import type { Day } from '${dayImport}'\n\n`
    : ''
  return `// Generated from the migrated database by tools/generate.ts. Do not edit.\n${day}export type Tables = {\n${bodies.join('\n')}\n}\n`
}

function line(column: Column): string {
  const type = typescript[column.type]
  if (!type)
    throw new Error(`no TypeScript type for ${column.schema}.${column.table}.${column.name} (${column.type})`)
  return `    ${column.name}: ${type}${column.nullable ? ' | null' : ''}`
}
