-- Offices, the numbered changes of each, and the one function that gives a table of an area its history,
-- its view as known at a change, and its row-level security.

create table platform.office (
  office_id int primary key,
  name_zh text not null,
  name_en text not null,
  head bigint not null default 0
);

create table platform.change (
  office_id int not null references platform.office,
  change_no bigint not null,
  recorded_at timestamptz not null,
  kind text not null check (kind in ('event', 'correction', 'import', 'erasure', 'setup')),
  actor_id text not null,
  actor_name text not null,
  reason text,
  request_id text,
  primary key (office_id, change_no)
);
create index on platform.change (office_id, recorded_at) include (change_no);

-- What a request answered, so that the same request sent again takes effect once.
create table platform.request (
  office_id int not null references platform.office,
  idempotency_key text not null,
  actor_id text not null,
  digest text not null,
  answer jsonb not null,
  change_no bigint not null,
  primary key (office_id, idempotency_key)
);

-- Human numbers and node labels: one locked row a counter.
create table platform.counter (
  office_id int not null references platform.office,
  name text not null,
  value bigint not null,
  primary key (office_id, name)
);

-- Which personal values an erasure emptied, so that a restored backup can be emptied again.
create table platform.erasure (
  office_id int not null references platform.office,
  change_no bigint not null,
  table_schema text not null,
  table_name text not null,
  record_id uuid not null,
  primary key (office_id, change_no, table_schema, table_name, record_id)
);

-- The tables that keep history. A dictionary: the same for every office.
create table platform.kept_table (
  table_schema text not null,
  table_name text not null,
  scoped boolean not null,
  personal text[] not null default '{}',
  primary key (table_schema, table_name)
);

create function platform.secure_by_office(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    'create policy scope on %s using (office_id = nullif(current_setting(''app.office'', true), '''')::int)', target);
end $$;

-- One permissive policy, its conditions joined by AND: restrictive ones arrive as permissive on Citus shards.
create function platform.secure_by_scope(target regclass) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($f$
    create policy scope on %s using (
      office_id = nullif(current_setting('app.office', true), '')::int
      and (current_setting('app.scope_all', true) = 'on'
        or scope_place_id = any (string_to_array(nullif(current_setting('app.scope', true), ''), ',')::uuid[])))
    $f$, target);
end $$;

select platform.secure_by_office(name::regclass) from unnest(array[
  'platform.office', 'platform.change', 'platform.request', 'platform.counter', 'platform.erasure']) name;

-- Whether an erasure of this very change names the row: a setting alone would be taken at its word.
create function platform.is_erased(area text, name text, this_change bigint, old jsonb) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from platform.erasure e
    where e.office_id = (old ->> 'office_id')::int and e.change_no = this_change and e.table_schema = area and e.table_name = name
      and e.record_id::text in (old ->> 'id', old ->> 'record_id'))
$$;

-- Gives a table `<area>.<name>` its twin in `<area>_history`, the trigger that fills it, the view in `<area>_known`
-- and the policies of both. Call it again after a change of columns.
create function platform.keep(target regclass, scoped boolean, personal text[] default '{}')
returns void language plpgsql as $$
declare
  area text;
  name text;
  past text;
  known text;
  cols text;
  olds text;
  emptied text;
  col record;
begin
  select n.nspname, c.relname into area, name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace where c.oid = target;
  past := format('%I.%I', area || '_history', name);
  known := format('%I.%I', area || '_known', name);
  insert into platform.kept_table values (area, name, scoped, personal)
  on conflict (table_schema, table_name) do update set scoped = excluded.scoped, personal = excluded.personal;

  if to_regclass(past) is null then
    execute format('create table %s (like %s)', past, target);
    execute format('alter table %s add column known_to bigint not null, add check (known_from < known_to)', past);
    perform case when scoped then platform.secure_by_scope(target) else platform.secure_by_office(target) end;
    perform case when scoped then platform.secure_by_scope(past::regclass) else platform.secure_by_office(past::regclass) end;
  else
    for col in
      select a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod) as kind from pg_catalog.pg_attribute a
      where a.attrelid = target and a.attnum > 0 and not a.attisdropped and not exists (
        select from pg_catalog.pg_attribute h where h.attrelid = past::regclass and h.attname = a.attname and not h.attisdropped)
    loop
      execute format('alter table %s add column %I %s', past, col.attname, col.kind);
    end loop;
  end if;

  select string_agg(quote_ident(attname), ', ' order by attnum), string_agg('old.' || quote_ident(attname), ', ' order by attnum)
  into cols, olds
  from pg_catalog.pg_attribute where attrelid = target and attnum > 0 and not attisdropped;
  select coalesce(string_agg(format('new.%I := null;', p), ' '), '') into emptied from unnest(personal) p;

  execute format($f$
    create or replace function %1$s() returns trigger language plpgsql security definer set search_path = '' as $t$
    declare
      this_change bigint := current_setting('app.change')::bigint;
    begin
      if tg_op = 'INSERT' then
        new.known_from := this_change;
        return new;
      end if;
      if tg_op = 'UPDATE' then
        new.known_from := old.known_from;
        if new is not distinct from old then return null; end if;
        if current_setting('app.erasing', true) = 'on' and platform.is_erased(tg_table_schema, tg_table_name, this_change, to_jsonb(old)) then
          new := old; %5$s
          return new;
        end if;
      end if;
      if old.known_from < this_change then
        insert into %2$s (%3$s, known_to) values (%4$s, this_change);
      end if;
      if tg_op = 'DELETE' then return old; end if;
      new.known_from := this_change;
      return new;
    end $t$
    $f$, format('%I.%I', area || '_history', 'keep_' || name), past, cols, olds, emptied);
  execute format('create or replace trigger keep_history before insert or update or delete on %s for each row execute function %s()',
    target, format('%I.%I', area || '_history', 'keep_' || name));

  execute format('drop view if exists %s', known);
  execute format($f$
    create view %s with (security_invoker = on) as
      select %3$s from %2$s where known_from <= (select current_setting('app.known')::bigint)
      union all
      select %3$s from %4$s where known_from <= (select current_setting('app.known')::bigint)
        and known_to > (select current_setting('app.known')::bigint)
    $f$, known, target, cols, past);
end $$;

-- Empties the personal values of one record wherever they stand, now and in every earlier version. Counts do not move.
create function platform.erase(area text, name text, id_column text, id uuid) returns int language plpgsql security definer set search_path = '' as $$
declare
  office int := current_setting('app.office')::int;
  this_change bigint := current_setting('app.change')::bigint;
  columns text[];
  assignments text;
  emptied int;
  earlier int;
begin
  if not exists (select from platform.change c where c.office_id = office and c.change_no = this_change and c.kind = 'erasure') then
    raise exception 'only a change of kind erasure may empty values';
  end if;
  select personal into strict columns from platform.kept_table where table_schema = area and table_name = name;
  if cardinality(columns) = 0 then raise exception '%.% declares no personal values', area, name; end if;
  select string_agg(format('%I = null', c), ', ') into assignments from unnest(columns) c;
  -- The trigger empties only what this row names.
  insert into platform.erasure values (office, this_change, area, name, id);
  perform set_config('app.erasing', 'on', true);
  execute format('update %I.%I set %s where office_id = $1 and %I = $2', area, name, assignments, id_column) using office, id;
  get diagnostics emptied = row_count;
  execute format('update %I.%I set %s where office_id = $1 and %I = $2', area || '_history', name, assignments, id_column) using office, id;
  get diagnostics earlier = row_count;
  perform set_config('app.erasing', 'off', true);
  return emptied + earlier;
end $$;
