import { type Kysely, sql } from 'kysely'
import { type Fault, noSuchTable, strayOfficeHead, wrongReseal, wrongRows } from './fault.ts'

const shown = 20
type Source = { readonly source: string; readonly personal: readonly string[]; readonly there: boolean }
type Differing = { event: string | null; change: string; sealed: string; rows: string }

/** Digests every kept row of an office anew and compares it with the newest seal of its change. Answers the number of changes. */
export async function verifyRows(
  db: Kysely<unknown>,
  office: number,
  tell: (fault: Fault) => void,
  onProgress: (table: string, of: number) => void,
): Promise<number> {
  const { rows: sources } =
    await sql<Source>`select coalesce(n.source, s.source) as source, coalesce(n.personal, '{}') as personal,
      n.source is not null as there
    from platform.sealed_sources() n full join (
      select distinct source from platform.audit_seal where office_id = ${office}) s using (source) order by 1`.execute(
      db,
    )
  for (const { source, personal, there } of sources) {
    if (!there) tell(noSuchTable(source))
    for (const found of there ? await differing(db, office, source, personal) : [])
      tell(wrongRows({ ...found, table: source, records: await recordsOf(db, office, source, found.change) }))
    onProgress(source, sources.length)
  }
  for (const { event, change, table } of await wrongReseals(db, office))
    tell(wrongReseal(event, change, table))
  const { rows } = await sql<{ head: string; last: string; changes: number }>`
    select o.head::text, coalesce(max(s.change_no), 0)::text as last, count(distinct s.change_no)::int as changes
    from platform.office o left join platform.audit_seal s on s.office_id = o.office_id and s.source = 'platform.change'
    where o.office_id = ${office} group by o.head`.execute(db)
  const [end] = rows
  if (end && end.head !== end.last) tell(strayOfficeHead(end.head, end.last))
  return end?.changes ?? 0
}

/** A seal is compared under the personal columns of its own time: which columns are personal may be declared anew. */
async function differing(
  db: Kysely<unknown>,
  office: number,
  source: string,
  personal: readonly string[],
): Promise<Differing[]> {
  const { rows } = await sql<Differing>`
    with newest as materialized (
      select distinct on (change_no) * from platform.audit_seal
      where office_id = ${office} and source = ${source} order by change_no, event_no desc),
    declared as (select distinct personal from newest union select ${[...personal]}::text[]),
    today as materialized (select p.personal, d.* from declared p, platform.digests(${office}, ${source}, p.personal) d)
    select n.event_no::text as event, n.change_no::text as change, n.row_count::text as sealed, coalesce(t.row_count, 0)::text as rows
    from newest n left join today t on t.change_no = n.change_no and t.personal = n.personal
    where (t.row_count, t.digest, t.personal_digest) is distinct from (n.row_count, n.digest, n.personal_digest)
    union all
    select null, t.change_no::text, '0', max(t.row_count)::text from today t
    where not exists (select from newest n where n.change_no = t.change_no) group by t.change_no`.execute(db)
  return rows
}

/** What replaces the digests of an earlier change: an erasure or a reencipherment that names it, and of the rest nothing. */
async function wrongReseals(db: Kysely<unknown>, office: number) {
  const { rows } = await sql<{ event: string; change: string; table: string }>`
    with again as (
      select s.*, e.change_no as by_change, lag(s.personal) over before as old_personal,
        lag(s.row_count) over before as old_count, lag(s.digest) over before as old_digest
      from platform.audit_seal s join platform.audit_event e using (office_id, event_no)
      where s.office_id = ${office} and e.kind = 'change'
      window before as (partition by s.change_no, s.source order by s.event_no))
    select event_no::text as event, change_no::text as change, source as table from again a
    where change_no <> by_change and (not exists (
        select from (
          select office_id, change_no, table_schema, table_name, touched from platform.erasure
          union all select office_id, change_no, table_schema, table_name, touched from platform.reencipherment) x
        where x.office_id = a.office_id and x.change_no = a.by_change
          and x.table_schema || '.' || x.table_name = a.source and a.change_no = any (x.touched))
      or (old_personal = personal and (old_count, old_digest) is distinct from (row_count, digest)))`.execute(
    db,
  )
  return rows
}

async function recordsOf(
  db: Kysely<unknown>,
  office: number,
  source: string,
  change: string,
): Promise<string[]> {
  const [area = '', name = ''] = source.split('.')
  const numbered = area.endsWith('_history') ? 'known_to' : area === 'platform' ? 'change_no' : 'known_from'
  const one = (schema: string) => sql`select coalesce(to_jsonb(t) ->> 'record_id', to_jsonb(t) ->> 'id') as id
    from ${sql.table(`${schema}.${name}`)} t where office_id = ${office} and ${sql.ref(numbered)} = ${change}::bigint`
  const both = numbered === 'known_from' ? sql`${one(area)} union all ${one(`${area}_history`)}` : one(area)
  const { rows } = await sql<{
    id: string
  }>`select distinct id from (${both}) r where id is not null order by id limit ${shown}`.execute(db)
  return rows.map(({ id }) => id)
}
