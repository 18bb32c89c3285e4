-- Generated from the figures' declarations by tools/generate.ts. Do not edit.

-- enterprise.companies: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 node, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 office
select o.head, x.*
from platform.office o
left join (
  select (
    select name
    from "organisation"."place_spell"
    where office_id = $1::int
      and record_id = $2::uuid
    order by valid_from desc
    limit 1
  ) as node_name, (
    select recorded_at
    from platform.change
    where office_id = $3::int
    order by change_no desc
    limit 1
  ) as known_moment, (
    select json_object_agg(record_id, name order by valid_from)
    from "organisation"."place_spell"
    where office_id = $4::int
      and record_id = any(string_to_array(nullif(current_setting('app.scope', true), ''), ',')::uuid[])
  ) as scope_names, count(*) as rows, count(*) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "c"."record_id", "c"."place_id", null::uuid as "line_id", null::date as "on_date", "c"."valid_from", "c"."valid_to", null::bigint as "amount", c.record_id::text as "key", "c"."industry" as "kind"
      from "enterprise"."company_spell" as "c"
      where "c"."office_id" = $5::int
        and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $8::int
        and a.record_id = $9::uuid
        and "a"."valid_from" <= $10::date
        and ("a"."valid_to" is null or $11::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $12::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $13::date
      and ("t"."valid_to" is null or $14::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $15::int;

-- enterprise.companies: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 node, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select r.*, t.path, n.path as node_path
        from ((
          select "c"."record_id", "c"."place_id", null::uuid as "line_id", null::date as "on_date", "c"."valid_from", "c"."valid_to", null::bigint as "amount", c.record_id::text as "key", "c"."industry" as "kind"
          from "enterprise"."company_spell" as "c"
          where "c"."office_id" = $1::int
            and ("c"."valid_from" <= $2::date and ("c"."valid_to" is null or $3::date < "c"."valid_to"))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $4::int
            and a.record_id = $5::uuid
            and "a"."valid_from" <= $6::date
            and ("a"."valid_to" is null or $7::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $8::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $9::date
          and ("t"."valid_to" is null or $10::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $11::uuid is null or (day, record_id, key) > ($12::date, $13::uuid, $14::text)
  order by day, record_id, key
  limit $15::int
) x on true
where o.office_id = $16::int;

-- enterprise.companies_above_scale: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 node, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 office
select o.head, x.*
from platform.office o
left join (
  select (
    select name
    from "organisation"."place_spell"
    where office_id = $1::int
      and record_id = $2::uuid
    order by valid_from desc
    limit 1
  ) as node_name, (
    select recorded_at
    from platform.change
    where office_id = $3::int
    order by change_no desc
    limit 1
  ) as known_moment, (
    select json_object_agg(record_id, name order by valid_from)
    from "organisation"."place_spell"
    where office_id = $4::int
      and record_id = any(string_to_array(nullif(current_setting('app.scope', true), ''), ',')::uuid[])
  ) as scope_names, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.company_id::text as "key", "s"."kind"
      from "enterprise"."scale_listing_spell" as "s"
      where "s"."office_id" = $5::int
        and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $8::int
        and a.record_id = $9::uuid
        and "a"."valid_from" <= $10::date
        and ("a"."valid_to" is null or $11::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $12::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $13::date
      and ("t"."valid_to" is null or $14::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $15::int;

-- enterprise.companies_above_scale: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 node, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, count(*) over (partition by key) as times, row_number() over (partition by key order by coalesce(on_date, valid_from), record_id) as nth
      from (
        select r.*, t.path, n.path as node_path
        from ((
          select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.company_id::text as "key", "s"."kind"
          from "enterprise"."scale_listing_spell" as "s"
          where "s"."office_id" = $1::int
            and ("s"."valid_from" <= $2::date and ("s"."valid_to" is null or $3::date < "s"."valid_to"))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $4::int
            and a.record_id = $5::uuid
            and "a"."valid_from" <= $6::date
            and ("a"."valid_to" is null or $7::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $8::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $9::date
          and ("t"."valid_to" is null or $10::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $11::uuid is null or (day, record_id, key) > ($12::date, $13::uuid, $14::text)
  order by day, record_id, key
  limit $15::int
) x on true
where o.office_id = $16::int;
