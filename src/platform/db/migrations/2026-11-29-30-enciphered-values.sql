-- Declared personal values are kept enciphered. What opens them stands here wrapped by a key that is not in the database.
create table platform.data_key (
  -- The newest is the one for new values.
  key_no int primary key check (key_no > 0),
  algorithm text not null check (algorithm in ('aes-256-gcm', 'sm4-ctr-hmac-sm3')),
  -- The key, enciphered by the master key and bound to its own number.
  wrapped text not null,
  -- By what the master key is known, which tells nothing of it.
  master_id text not null,
  made_at timestamptz not null default clock_timestamp()
);

-- The columns in which no clear value is left from before they were declared.
create table platform.enciphered_column (
  table_schema text not null,
  table_name text not null,
  column_name text not null,
  primary key (table_schema, table_name, column_name)
);

-- Which changes' rows a change enciphered anew: the values are the same, their texts are not. The application may not write here.
create table platform.reencipherment (
  office_id int not null references platform.office,
  change_no bigint not null,
  table_schema text not null,
  table_name text not null,
  touched bigint[] not null,
  primary key (office_id, change_no, table_schema, table_name),
  foreign key (office_id, change_no) references platform.change (office_id, change_no)
);
select platform.secure_by_office('platform.reencipherment');
insert into platform.sealed_fact values ('reencipherment');

-- Whether this very change enciphers the personal values of a table anew: a setting alone would be taken at its word. It ends with
-- its event: whoever names it later writes an ordinary change.
create function platform.is_reenciphered(office int, area text, name text, this_change bigint) returns boolean
language sql stable set search_path = '' as $$
  select exists (select from platform.reencipherment e
    where e.office_id = office and e.change_no = this_change and e.table_schema = area and e.table_name = name)
    and not exists (select from platform.audit_event a where a.office_id = office and a.change_no = this_change)
$$;

-- Gives a table `<area>.<name>` its twin in `<area>_history`, the triggers that fill it, the view in `<area>_known`
-- and the policies of both. Call it again after a change of columns.
create or replace function platform.keep_history(target regclass, scoped boolean, personal text[] default '{}')
returns void language plpgsql as $$
declare
  area text;
  name text;
  past text;
  known text;
  cols text;
  olds text;
  emptied text;
  anew text;
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
  select coalesce(string_agg(format('new.%I := null;', p), ' '), ''), coalesce(string_agg(format('new.%I := wanted.%I;', p, p), ' '), '')
  into emptied, anew from unnest(personal) p;

  execute format($f$
    create or replace function %1$s() returns trigger language plpgsql security definer set search_path = '' as $t$
    declare
      this_change bigint := current_setting('app.change')::bigint;
      wanted record;
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
        if current_setting('app.reenciphering', true) = 'on'
          and platform.is_reenciphered(old.office_id, tg_table_schema, tg_table_name, this_change) then
          wanted := new;
          new := old; %6$s
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
    $f$, format('%I.%I', area || '_history', 'keep_' || name), past, cols, olds, emptied, anew);
  execute format('create or replace trigger keep_history before update or delete on %s for each row execute function %s()',
    target, format('%I.%I', area || '_history', 'keep_' || name));
  execute format('alter table %s alter column known_from set default current_setting(''app.change'')::bigint', target);
  execute format($f$
    create or replace trigger keep_known_from before insert on %s for each row
      when (new.known_from is distinct from current_setting('app.change')::bigint) execute function %s()
    $f$, target, format('%I.%I', area || '_history', 'keep_' || name));

  execute format('drop view if exists %s', known);
  execute format($f$
    create view %s with (security_invoker = on) as
      select %3$s from %2$s where known_from <= (select current_setting('app.known')::bigint)
      union all
      select %3$s from %4$s where known_from <= (select current_setting('app.known')::bigint)
        and known_to > (select current_setting('app.known')::bigint)
    $f$, known, target, cols, past);
end $$;

select platform.keep_history(format('%I.%I', table_schema, table_name)::regclass, scoped, personal) from platform.kept_table;

-- The seals of one change, and of the earlier changes whose personal values it emptied or enciphered anew. The server counts what a
-- transaction has written; where it does not, every table is asked.
create or replace function platform.seals_of_change(office int, this_change bigint) returns setof platform.audit_seal
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
    from (
      select e.office_id, e.change_no, e.table_schema, e.table_name, e.touched from platform.erasure e
      union all select r.office_id, r.change_no, r.table_schema, r.table_name, r.touched from platform.reencipherment r) e
    join platform.kept_table k using (table_schema, table_name), unnest(e.touched) t (n)
    where e.office_id = office and e.change_no = this_change and t.n < this_change group by 1, 2
  loop
    return query select office, d.change_no, found.source, 0::bigint, found.personal, d.row_count, d.digest, d.personal_digest
      from platform.digests(office, found.source, found.personal, found.changes) d;
  end loop;
end $$;
