import type { Client } from 'pg'

export type CatalogueKey = {
  readonly kind: 'primary' | 'unique' | 'exclusion' | 'foreign'
  readonly name: string
  readonly first: string | null
  readonly refers: string | null
  readonly referredFirst: string | null
}

/** A relation as the catalogue has it; everything that a wall is made of. */
export type CatalogueTable = {
  readonly name: string
  readonly kind: string
  readonly secured: boolean
  readonly forced: boolean
  readonly invoker: boolean
  readonly owner: {
    readonly name: string
    readonly login: boolean
    readonly superuser: boolean
    readonly bypass: boolean
  }
  readonly appOwns: boolean
  readonly rights: readonly string[]
  readonly columns: readonly { readonly name: string; readonly type: string; readonly required: boolean }[]
  readonly keys: readonly CatalogueKey[]
  readonly policies: readonly {
    readonly permissive: boolean
    readonly command: string
    readonly roles: string
    readonly using: string
    readonly check: string | null
  }[]
  readonly trigger: { readonly whole: boolean; readonly calls: string; readonly source: string } | null
  /** What gives a new row its change: the column's default, and the trigger for a statement that says another one. */
  readonly change: { readonly byDefault: string | null; readonly trigger: string | null }
  readonly kept: { readonly scoped: boolean } | null
}

const sql = `
select n.nspname || '.' || c.relname as name,
  case c.relkind when 'r' then 'table' when 'p' then 'partitioned table' when 'v' then 'view' when 'm' then 'materialised view' else 'foreign table' end as kind,
  c.relrowsecurity as secured, c.relforcerowsecurity as forced,
  coalesce(c.reloptions @> array['security_invoker=on'] or c.reloptions @> array['security_invoker=true'], false) as invoker,
  json_build_object('name', o.rolname, 'login', o.rolcanlogin, 'superuser', o.rolsuper, 'bypass', o.rolbypassrls) as owner,
  pg_has_role($1, o.oid, 'member') as "appOwns",
  coalesce((select json_agg(r order by r) from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) r
    where has_table_privilege($1, c.oid, r)), '[]') as rights,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull) order by a.attnum)
    from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
  coalesce((select json_agg(k) from (
    select case when i.indisprimary then 'primary' when i.indisexclusion then 'exclusion' else 'unique' end as kind, x.relname as name,
      (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) as first, null as refers, null as "referredFirst"
    from pg_index i join pg_class x on x.oid = i.indexrelid where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)
    union all
    select 'foreign', f.conname, (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = f.conkey[1]),
      rn.nspname || '.' || r.relname, (select a.attname from pg_attribute a where a.attrelid = r.oid and a.attnum = f.confkey[1])
    from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
    where f.conrelid = c.oid and f.contype = 'f') k), '[]') as keys,
  coalesce((select json_agg(json_build_object('permissive', p.polpermissive, 'command', p.polcmd, 'using', coalesce(pg_get_expr(p.polqual, c.oid), ''),
      'check', pg_get_expr(p.polwithcheck, c.oid), 'roles', case when p.polroles = '{0}' then 'public' else p.polroles::text end))
    from pg_policy p where p.polrelid = c.oid), '[]') as policies,
  (select json_build_object('whole', t.tgtype = 27 and t.tgenabled in ('O', 'A') and t.tgqual is null and cardinality(t.tgattr::int2[]) = 0,
      'calls', fn.nspname || '.' || f.proname, 'source', f.prosrc)
    from pg_trigger t join pg_proc f on f.oid = t.tgfoid join pg_namespace fn on fn.oid = f.pronamespace
    where t.tgrelid = c.oid and t.tgname = 'keep_history') as trigger,
  json_build_object('byDefault', (select pg_get_expr(d.adbin, d.adrelid) from pg_attrdef d
      join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum where d.adrelid = c.oid and a.attname = 'known_from'),
    'trigger', (select pg_get_triggerdef(t.oid) from pg_trigger t
      where t.tgrelid = c.oid and t.tgname = 'keep_known_from' and t.tgenabled in ('O', 'A'))) as change,
  (select json_build_object('scoped', k.scoped) from platform.kept_table k where k.table_schema = n.nspname and k.table_name = c.relname) as kept
from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_roles o on o.oid = c.relowner
where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%'
order by 1`

/** Every relation of the database, and what the role `app` may do with it. */
export async function tablesOf(client: Client, app: string): Promise<CatalogueTable[]> {
  return (await client.query<CatalogueTable>(sql, [app])).rows
}
