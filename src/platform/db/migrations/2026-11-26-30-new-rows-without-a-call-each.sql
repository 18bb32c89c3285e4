-- A new row carries its change by the column's default: the trigger's function runs only where a statement says
-- another one, and sets it right. For an import of 100 000 rows that function was a quarter of the time under the lock.

-- Gives a table `<area>.<name>` its twin in `<area>_history`, the triggers that fill it, the view in `<area>_known`
-- and the policies of both. Call it again after a change of columns.
create or replace function platform.keep(target regclass, scoped boolean, personal text[] default '{}')
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

select platform.keep(format('%I.%I', table_schema, table_name)::regclass, scoped, personal) from platform.kept_table;

-- A vacuum that passes while a large change is under way counts none of its rows, and every key that refers to the table is
-- then looked up in the whole office. The table is counted anew by the change itself; who is at it already counts for both.
create function platform.count_anew(target regclass) returns void language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from platform.kept_table k where format('%I.%I', k.table_schema, k.table_name)::regclass = target) then
    raise exception '% is no kept table', target;
  end if;
  execute format('analyze (skip_locked) %s', target);
end $$;
