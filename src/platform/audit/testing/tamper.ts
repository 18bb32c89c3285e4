import type { Client } from 'pg'

/** Whole numbers from `least` to `most`, both included. */
export type Chance = (least: number, most: number) => number
type Table = { readonly name: string; readonly columns: readonly { name: string; type: string }[] }

const one = <T>(chance: Chance, from: readonly T[]): T => from[chance(0, from.length - 1)] as T

/** Another value of the same type; null for a type whose values are not made up. */
function other(column: { name: string; type: string }, chance: Chance): string | null {
  const { name, type } = column
  if (type === 'text') return `coalesce("${name}", '') || 'x'`
  if (type === 'int4' || type === 'int8') return `coalesce("${name}", 0) + ${chance(1, 3)}`
  if (type === 'date') return `coalesce("${name}", '2000-01-01') + ${chance(1, 400)}`
  if (type === 'timestamptz') return `"${name}" - interval '1 hour'`
  if (type === 'bool') return `not "${name}"`
  if (type === 'jsonb') return `coalesce("${name}", '{}') || '{"tampered": 1}'`
  if (type === 'bytea') return `sha256(coalesce("${name}", ''))`
  if (type === 'uuid') return `'00000000-0000-7000-8000-0000000000ff'::uuid`
  if (type === '_text') return `"${name}" || 'x'::text`
  if (type === '_int8') return `coalesce("${name}", '{}') || 99::bigint`
  return null
}

/** Every table that the seals and the chain vouch for, with its columns. */
export async function vouchedFor(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      json_agg(json_build_object('name', a.attname, 'type', t.typname) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
      join pg_type t on t.oid = a.atttypid
    where a.attnum > 0 and not a.attisdropped and a.attname <> 'office_id' and (c.oid in (select target from platform.sealed_sources())
      or c.oid in ('platform.audit_event'::regclass, 'platform.audit_seal'::regclass, 'platform.audit_head'::regclass))
    group by 1 order by 1`)
  return rows
}

const row = (table: Table, seed: number) =>
  `(select ctid from ${table.name} order by md5(ctid::text || '${seed}') limit 1)`

/** One random tampering as SQL, in words that say what it is. What alters nothing is thrown away by whoever runs it. */
function planOf(tables: readonly Table[], chance: Chance): { words: string; sql: string } {
  const table = one(chance, tables)
  const seed = chance(1, 1_000_000)
  const column = one(chance, table.columns)
  const value = other(column, chance) ?? 'null'
  const names = table.columns.map(({ name }) => `"${name}"`).join(', ')
  const copied = table.columns.map(({ name, type }) =>
    name === 'id' && type === 'uuid' ? 'gen_random_uuid()' : `"${name}"`,
  )
  const cut = chance(1, 3)
  const rebuild = `do $$ declare e platform.audit_event; last bytea; begin
    for e in select * from platform.audit_event order by office_id, event_no loop
      if e.event_no = 1 then last := sha256(convert_to('office ' || e.office_id, 'UTF8')); end if;
      e.hash := sha256(last || convert_to(platform.audit_text(e), 'UTF8')); last := e.hash;
      update platform.audit_event set hash = e.hash where office_id = e.office_id and event_no = e.event_no;
      update platform.audit_head set hash = e.hash where office_id = e.office_id and event_no = e.event_no;
    end loop; end $$`
  const plans = [
    {
      words: `alter ${column.name} of a row of ${table.name}`,
      sql: `update ${table.name} set "${column.name}" = ${value} where ctid = ${row(table, seed)}`,
    },
    {
      words: `empty ${column.name} of a row of ${table.name}`,
      sql: `update ${table.name} set "${column.name}" = null where "${column.name}" is not null and ctid = ${row(table, seed)}`,
    },
    {
      words: `delete a row of ${table.name}`,
      sql: `delete from ${table.name} where ctid = ${row(table, seed)}`,
    },
    {
      words: `put a copy into ${table.name}`,
      sql: `insert into ${table.name} (office_id, ${names}) select office_id, ${copied.join(', ')} from ${table.name} where ctid = ${row(table, seed)}`,
    },
    {
      words: `exchange ${column.name} between two rows of ${table.name}`,
      sql: `update ${table.name} t set "${column.name}" = s.value from (
        select a.ctid as at, b."${column.name}" as value from ${table.name} a join ${table.name} b on a.ctid in (${row(table, seed)}, ${row(table, seed + 1)})
          and b.ctid in (${row(table, seed)}, ${row(table, seed + 1)}) and a.ctid <> b.ctid
        where a."${column.name}" is distinct from b."${column.name}") s where t.ctid = s.at`,
    },
    {
      words: `cut the last ${cut} events with all that they sealed`,
      sql: `delete from platform.audit_seal where event_no > (select max(event_no) - ${cut} from platform.audit_event);
        delete from platform.audit_event where event_no > (select max(event_no) - ${cut} from platform.audit_event);
        update platform.audit_head h set event_no = e.event_no, hash = e.hash from platform.audit_event e
          where e.event_no = (select max(event_no) from platform.audit_event)`,
    },
    {
      words: 'say something else in an event and make the whole chain anew',
      sql: `update platform.audit_event set actor_name = actor_name || 'x' where event_no = (select (1 + ${seed} % count(*)) from platform.audit_event); ${rebuild}`,
    },
    {
      words: 'set the last change of the office back',
      sql: 'update platform.office set head = head - 1 where head > 0',
    },
  ]
  return one(chance, plans)
}

/**
 * Tampers once with the rights of the server's administrator, triggers and foreign keys off, within the transaction that is open.
 * Answers in words what was done.
 */
export async function tamperOnce(client: Client, tables: readonly Table[], chance: Chance): Promise<string> {
  await client.query("set local session_replication_role = 'replica'")
  for (;;) {
    const { words, sql } = planOf(tables, chance)
    await client.query('savepoint before')
    const before = await contents(client, tables)
    try {
      await client.query(sql)
    } catch {
      // A key or a check of the table forbids it even to an administrator.
      await client.query('rollback to savepoint before')
      continue
    }
    if ((await contents(client, tables)) !== before) return words
    await client.query('rollback to savepoint before')
  }
}

/** All that is vouched for, by value: an exchange of two equal values is no tampering. */
async function contents(client: Client, tables: readonly Table[]): Promise<string> {
  const digest = ({ name }: Table) =>
    `coalesce((select md5(string_agg(t::text, ',' order by t::text)) from ${name} t), '')`
  const { rows } = await client.query<{ all: string }>(
    `select concat_ws(' ', ${tables.map(digest).join(', ')}, (select string_agg(head::text, ',' order by office_id) from platform.office)) as all`,
  )
  return (rows[0] as { all: string }).all
}
