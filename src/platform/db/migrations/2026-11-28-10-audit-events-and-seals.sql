-- Who did what, when and from where: one chain of events an office. Only the function below writes here; nothing alters or deletes.
create table platform.audit_event (
  office_id int not null references platform.office,
  event_no bigint not null,
  happened_at timestamptz not null,
  kind text not null check (kind in ('change', 'reveal', 'export', 'publication', 'sign_in', 'sign_in_failed', 'sign_out',
    'refused', 'act', 'sealed')),
  -- The procedure or command.
  act text not null,
  actor_id text not null,
  actor_name text not null,
  roles text[] not null,
  -- 'all', or the ids of the places of the request's scope.
  places text not null,
  subject_type text,
  subject_id text,
  reason text,
  -- From where: an internet address; null from the command line.
  address text,
  request_id text,
  change_no bigint,
  details jsonb,
  -- SHA-256 over the event's own rows of platform.audit_seal.
  seal bytea,
  -- SHA-256 over the hash of the event before and the text of this one.
  hash bytea not null,
  primary key (office_id, event_no),
  unique (office_id, change_no),
  foreign key (office_id, change_no) references platform.change (office_id, change_no)
);
create index on platform.audit_event (office_id, happened_at);
create index on platform.audit_event (office_id, actor_id, event_no);
create index on platform.audit_event (office_id, subject_id, event_no) where subject_id is not null;
create index on platform.audit_event (office_id, kind, event_no);

-- The last event of each office. Its own row and not the office's: a sign-in never waits for a long import.
create table platform.audit_head (
  office_id int primary key references platform.office,
  event_no bigint not null,
  happened_at timestamptz not null,
  hash bytea not null
);

-- What a change wrote, as digests: the rows known from it (named as their table) and those that it ended (named as their history).
-- Personal values are digested apart, so that emptying them by law replaces one digest and leaves the other.
create table platform.audit_seal (
  office_id int not null,
  change_no bigint not null,
  source text not null,
  event_no bigint not null,
  personal text[] not null,
  row_count bigint not null,
  digest bytea not null,
  personal_digest bytea not null,
  primary key (office_id, change_no, source, event_no),
  foreign key (office_id, event_no) references platform.audit_event (office_id, event_no)
);
create index on platform.audit_seal (office_id, event_no);

-- Tables of the platform whose rows are facts of one change and are sealed with it. A dictionary: the same for every office.
create table platform.sealed_fact (table_name text primary key);
insert into platform.sealed_fact values ('change'), ('erasure'), ('import_batch'), ('import_undo'), ('record_merge'), ('record_unmerge');

alter table platform.erasure add column touched bigint[];

select platform.secure_by_office(name::regclass) from unnest(array[
  'platform.audit_event', 'platform.audit_head', 'platform.audit_seal']) name;

-- An SQL expression for the columns of row t as text, by name; one without a value is left out, so that a later column changes nothing.
-- Only a text may hold the sign that parts the columns, so only a text says its length.
create function platform.row_text_sql(target regclass, kept text[], left_out text[]) returns text
language sql stable set search_path = '' as $$
  select 'array_to_string(array[' || coalesce(string_agg(
    format(case when typcategory = 'S' then '%1$L || length(t.%2$I) || '':'' || t.%2$I' else '%1$L || t.%2$I::text' end, attname || '=', attname),
    ', ' order by attname collate "C"), 'null')
    || ']::text[], chr(31))'
  from pg_catalog.pg_attribute join pg_catalog.pg_type y on y.oid = atttypid where attrelid = target and attnum > 0 and not attisdropped
    and (kept is null or attname = any (kept)) and attname <> all (left_out)
$$;

-- The statement that digests a source by change: $1 the office, $2 the changes where `listed` is true. The order of rows counts for nothing.
create function platform.digest_sql(source text, personal text[], listed boolean) returns text
language plpgsql stable set search_path = '' as $$
declare
  area text := split_part(source, '.', 1);
  name text := split_part(source, '.', 2);
  ended boolean := area like '%\_history';
  fact boolean := area = 'platform';
  number text := case when ended then 'known_to' when fact then 'change_no' else 'known_from' end;
  from_sql text := 'select %2$s as n, sha256(convert_to(%3$s, ''UTF8'')) as d, %4$s as p from %1$s t where t.office_id = $1'
    || case when listed then ' and t.%2$s = any ($2)' else '' end;
  target regclass := format('%I.%I', area, name)::regclass;
  -- What a row held is sealed with the change that it is known from; of its end only which row it was.
  plain text := platform.row_text_sql(target, case when ended then array['id', 'record_id', 'valid_from', 'known_from', 'known_to'] end,
    case when ended or fact then '{}' else personal end);
  own text := case when ended or fact or cardinality(personal) = 0 then '''''' else platform.row_text_sql(target, personal, '{}') end;
  rows_sql text := format(from_sql, target, number, plain, own);
begin
  if not ended and not fact then
    rows_sql := rows_sql || ' union all ' || format(from_sql, format('%I.%I', area || '_history', name), number, plain, own);
  end if;
  return format($f$
    select n, count(*), sha256(string_agg(d, ''::bytea order by d)),
      sha256(coalesce(string_agg(sha256(d || convert_to(p, 'UTF8')), ''::bytea order by d) filter (where p <> ''), ''::bytea))
    from (%s) r group by n
    $f$, rows_sql);
end $$;

-- Every source with its personal columns as they are declared today.
create function platform.sealed_sources() returns table (source text, personal text[], target regclass)
language sql stable set search_path = '' as $$
  select k.table_schema || h.past || '.' || k.table_name, case when h.past = '' then k.personal else '{}' end,
    format('%I.%I', k.table_schema || h.past, k.table_name)::regclass
  from platform.kept_table k, (values (''), ('_history')) h (past)
  union all select 'platform.' || f.table_name, '{}', format('platform.%I', f.table_name)::regclass from platform.sealed_fact f
$$;

-- Sees the whole of an office for the rest of a function, which gives back what this answers: only an administrator may tie a setting
-- of the program to a function.
create function platform.see_office(wanted text, everywhere text) returns text[] language sql set search_path = '' as $$
  with before as materialized (select array[coalesce(current_setting('app.office', true), ''), coalesce(current_setting('app.scope_all', true), '')] as two)
  select two from before, lateral (select set_config('app.office', wanted, true), set_config('app.scope_all', everywhere, true) where two is not null) s
$$;

-- The digests of one source by change, of all changes or of some. Texts of values depend on no setting of the session.
create function platform.digests(office int, source text, personal text[], changes bigint[] default null)
returns table (change_no bigint, row_count bigint, digest bytea, personal_digest bytea)
language plpgsql security definer
set search_path = '' set timezone = 'UTC' set datestyle = 'ISO, YMD' set intervalstyle = 'iso_8601' set bytea_output = 'hex' as $$
declare
  before text[] := platform.see_office(office::text, 'on');
begin
  return query execute platform.digest_sql(source, personal, changes is not null) using office, changes;
  perform platform.see_office(before[1], before[2]);
end $$;

-- One event as text: its columns by name, those without a value left out.
create function platform.audit_text(event platform.audit_event) returns text
language sql stable set search_path = '' set timezone = 'UTC' as $$
  select jsonb_object_agg(key, value)::text from jsonb_each(to_jsonb(event) - 'hash') where value <> 'null'
$$;

create function platform.seal_text(seal platform.audit_seal) returns text
language sql immutable set search_path = '' as $$
  select concat_ws(' ', seal.change_no, seal.source, array_to_json(seal.personal), seal.row_count,
    encode(seal.digest, 'hex'), encode(seal.personal_digest, 'hex'))
$$;

create function platform.seals_digest(seals platform.audit_seal[]) returns bytea
language sql immutable set search_path = '' as $$
  select sha256(convert_to(string_agg(platform.seal_text(s), chr(10) order by s.change_no, s.source collate "C"), 'UTF8'))
  from unnest(seals) s
$$;

-- The seals of one change, and of the earlier changes whose personal values it emptied. The server counts what a transaction has
-- written; where it does not, every table is asked.
create function platform.seals_of_change(office int, this_change bigint) returns setof platform.audit_seal
language plpgsql set search_path = '' as $$
declare
  counted boolean := current_setting('track_counts')::boolean;
  found record;
begin
  for found in
    select s.source, s.personal from platform.sealed_sources() s
    where not counted or pg_catalog.pg_stat_get_xact_tuples_inserted(s.target) + pg_catalog.pg_stat_get_xact_tuples_updated(s.target)
      + pg_catalog.pg_stat_get_xact_tuples_deleted(s.target) > 0
  loop
    return query select office, d.change_no, found.source, 0::bigint, found.personal, d.row_count, d.digest, d.personal_digest
      from platform.digests(office, found.source, found.personal, array[this_change]) d;
  end loop;
  for found in
    select k.table_schema || '.' || k.table_name as source, k.personal, array_agg(distinct t.n) as changes
    from platform.erasure e join platform.kept_table k using (table_schema, table_name), unnest(e.touched) t (n)
    where e.office_id = office and e.change_no = this_change and t.n < this_change group by 1, 2
  loop
    return query select office, d.change_no, found.source, 0::bigint, found.personal, d.row_count, d.digest, d.personal_digest
      from platform.digests(office, found.source, found.personal, found.changes) d;
  end loop;
end $$;

-- The changes, of some, whose rows of a source are not those of their newest seal.
create function platform.broken_seals(office int, wanted text, changes bigint[]) returns setof bigint
language sql set search_path = '' as $$
  with newest as (
    select distinct on (s.change_no) s.* from platform.audit_seal s
    where s.office_id = office and s.source = wanted and s.change_no = any (changes) order by s.change_no, s.event_no desc),
  today as (
    select d.* from (select array_agg(change_no) as own, personal from newest group by personal) g,
      platform.digests(office, wanted, g.personal, g.own) d)
  select c from unnest(changes) c left join newest n on n.change_no = c left join today t on t.change_no = c
  where (n.row_count, n.digest, n.personal_digest) is distinct from (t.row_count, t.digest, t.personal_digest) or n.change_no is null
$$;

-- Appends one event to the chain of its office and answers its number. `event` holds the columns by name; of a change (kind
-- 'change') the number is the transaction's own, and what it wrote is sealed. Who is here last waits for no import: the rows are
-- digested before the head is locked, and a change appends as the last thing before it commits.
create function platform.append_audit_event(office int, event jsonb) returns bigint
language plpgsql security definer set search_path = '' set timezone = 'UTC' as $$
declare
  before text[] := platform.see_office(office::text, 'on');
  next platform.audit_event := jsonb_populate_record(null::platform.audit_event, event - array['event_no', 'change_no', 'seal', 'hash']);
  last platform.audit_head;
  seals platform.audit_seal[];
begin
  next.office_id := office;
  if next.kind = 'change' then
    next.change_no := current_setting('app.change')::bigint;
    seals := array(select s from platform.seals_of_change(office, next.change_no) s);
  elsif next.kind = 'sealed' then
    seals := array(select row(office, d.change_no, s.source, 0, s.personal, d.row_count, d.digest, d.personal_digest)::platform.audit_seal
      from platform.sealed_sources() s, platform.digests(office, s.source, s.personal) d);
  end if;
  if cardinality(seals) > 0 then next.seal := platform.seals_digest(seals); end if;
  insert into platform.audit_head values (office, 0, '-infinity', sha256(convert_to('office ' || office, 'UTF8')))
  on conflict do nothing;
  select * into last from platform.audit_head h where h.office_id = office for update;
  next.event_no := last.event_no + 1;
  next.happened_at := greatest(clock_timestamp(), last.happened_at + interval '1 microsecond');
  next.hash := sha256(last.hash || convert_to(platform.audit_text(next), 'UTF8'));
  insert into platform.audit_event select next.*;
  insert into platform.audit_seal
  select office, s.change_no, s.source, next.event_no, s.personal, s.row_count, s.digest, s.personal_digest from unnest(seals) s;
  update platform.audit_head h set event_no = next.event_no, happened_at = next.happened_at, hash = next.hash where h.office_id = office;
  perform platform.see_office(before[1], before[2]);
  return next.event_no;
end $$;

-- The rows of a change are found by its number: each kept table by the change it is known from, its history by both of its ends.
create function platform.index_changes(target regclass) returns void language plpgsql set search_path = '' as $$
declare
  area text;
  name text;
begin
  select n.nspname, c.relname into area, name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  execute format('create index if not exists %I on %s (office_id, known_from)', name || '_from', target);
  execute format('create index if not exists %I on %I.%I (office_id, known_from)', name || '_from', area || '_history', name);
  execute format('create index if not exists %I on %I.%I (office_id, known_to)', name || '_to', area || '_history', name);
end $$;

alter function platform.keep(regclass, boolean, text[]) rename to keep_history;
create function platform.keep(target regclass, scoped boolean, personal text[] default '{}') returns void language plpgsql as $$
begin
  perform platform.keep_history(target, scoped, personal);
  perform platform.index_changes(target);
end $$;
select platform.index_changes(format('%I.%I', table_schema, table_name)::regclass) from platform.kept_table;

-- Empties the personal values of one record wherever they stand, now and in every earlier version. Counts do not move. The changes
-- whose rows it touches are compared with their seals beforehand: what is emptied is what was written.
create or replace function platform.erase(area text, name text, id_column text, id uuid) returns int language plpgsql security definer set search_path = '' as $$
declare
  office int := current_setting('app.office')::int;
  this_change bigint := current_setting('app.change')::bigint;
  columns text[];
  assignments text;
  changes bigint[];
  broken bigint;
  emptied int;
  earlier int;
begin
  if not exists (select from platform.change c where c.office_id = office and c.change_no = this_change and c.kind = 'erasure') then
    raise exception 'only a change of kind erasure may empty values';
  end if;
  select personal into strict columns from platform.kept_table where table_schema = area and table_name = name;
  if cardinality(columns) = 0 then raise exception '%.% declares no personal values', area, name; end if;
  select string_agg(format('%I = null', c), ', ') into assignments from unnest(columns) c;
  execute format($f$
    select array_agg(distinct n) from (
      select known_from as n from %1$I.%3$I where office_id = $1 and %4$I = $2
      union all select known_from from %2$I.%3$I where office_id = $1 and %4$I = $2) t where n < $3
    $f$, area, area || '_history', name, id_column) into changes using office, id, this_change;
  select n into broken from platform.broken_seals(office, area || '.' || name, changes) n limit 1;
  if broken is not null then
    raise exception 'the rows of change % in %.% are not those that it wrote', broken, area, name using errcode = 'XMSEA';
  end if;
  -- The trigger empties only what this row names.
  insert into platform.erasure (office_id, change_no, table_schema, table_name, record_id, touched)
  values (office, this_change, area, name, id, changes);
  perform set_config('app.erasing', 'on', true);
  execute format('update %I.%I set %s where office_id = $1 and %I = $2', area, name, assignments, id_column) using office, id;
  get diagnostics emptied = row_count;
  execute format('update %I.%I set %s where office_id = $1 and %I = $2', area || '_history', name, assignments, id_column) using office, id;
  get diagnostics earlier = row_count;
  perform set_config('app.erasing', 'off', true);
  return emptied + earlier;
end $$;

-- What was written before there were seals is sealed as it stands: each office says from here.
alter table platform.office no force row level security;
select platform.append_audit_event(office_id, jsonb_build_object('kind', 'sealed', 'act', 'migrate', 'actor_id', 'migration',
  'actor_name', '系统升级 Upgrade', 'roles', '[]'::jsonb, 'places', 'all', 'details', jsonb_build_object('upTo', head)))
from platform.office where head > 0;
alter table platform.office force row level security;
