-- Generated from the figures' declarations by tools/generate.ts. Do not edit.

-- organisation.organisations: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 = 641, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_spell" as "s"
      where "s"."office_id" = $5::int
        and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
        and "s"."kind" <> $8
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $9::int
        and a.record_id = $10::uuid
        and "a"."valid_from" <= $11::date
        and ("a"."valid_to" is null or $12::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $13::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $14::date
      and ("t"."valid_to" is null or $15::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- organisation.organisations: rows
-- $1 office, $2 asOf, $3 asOf, $4 = 641, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $1::int
            and ("s"."valid_from" <= $2::date and ("s"."valid_to" is null or $3::date < "s"."valid_to"))
            and "s"."kind" <> $4
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $5::int
            and a.record_id = $6::uuid
            and "a"."valid_from" <= $7::date
            and ("a"."valid_to" is null or $8::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $9::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $10::date
          and ("t"."valid_to" is null or $11::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $12::uuid is null or (day, record_id, key) > ($13::date, $14::uuid, $15::text)
  order by day, record_id, key
  limit $16::int
) x on true
where o.office_id = $17::int;

-- organisation.community_organisations: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 = community, $9 = 611, $10 = 621, $11 = 631, $12 office, $13 node, $14 asOf, $15 asOf, $16 office, $17 asOf, $18 asOf, $19 office
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
      select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_spell" as "s"
      where "s"."office_id" = $5::int
        and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
        and "s"."founded_in" = $8
        and "s"."kind" in ($9, $10, $11)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $12::int
        and a.record_id = $13::uuid
        and "a"."valid_from" <= $14::date
        and ("a"."valid_to" is null or $15::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $16::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $17::date
      and ("t"."valid_to" is null or $18::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $19::int;

-- organisation.community_organisations: rows
-- $1 office, $2 asOf, $3 asOf, $4 = community, $5 = 611, $6 = 621, $7 = 631, $8 office, $9 node, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 afterRecord, $16 afterDay, $17 afterRecord, $18 afterKey, $19 limit, $20 office
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
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $1::int
            and ("s"."valid_from" <= $2::date and ("s"."valid_to" is null or $3::date < "s"."valid_to"))
            and "s"."founded_in" = $4
            and "s"."kind" in ($5, $6, $7)
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
    ) every
    where nth = 1
  ) counted
  where $15::uuid is null or (day, record_id, key) > ($16::date, $17::uuid, $18::text)
  order by day, record_id, key
  limit $19::int
) x on true
where o.office_id = $20::int;

-- organisation.groups: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 = 641, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_spell" as "s"
      where "s"."office_id" = $5::int
        and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
        and "s"."kind" = $8
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $9::int
        and a.record_id = $10::uuid
        and "a"."valid_from" <= $11::date
        and ("a"."valid_to" is null or $12::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $13::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $14::date
      and ("t"."valid_to" is null or $15::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- organisation.groups: rows
-- $1 office, $2 asOf, $3 asOf, $4 = 641, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $1::int
            and ("s"."valid_from" <= $2::date and ("s"."valid_to" is null or $3::date < "s"."valid_to"))
            and "s"."kind" = $4
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $5::int
            and a.record_id = $6::uuid
            and "a"."valid_from" <= $7::date
            and ("a"."valid_to" is null or $8::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $9::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $10::date
          and ("t"."valid_to" is null or $11::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $12::uuid is null or (day, record_id, key) > ($13::date, $14::uuid, $15::text)
  order by day, record_id, key
  limit $16::int
) x on true
where o.office_id = $17::int;

-- organisation.compounds_covered: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = compound, $7 asOf, $8 asOf, $9 = 631, $10 = 632, $11 asOf, $12 asOf, $13 office, $14 node, $15 asOf, $16 asOf, $17 office, $18 asOf, $19 asOf, $20 office
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
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $5::int
        and "p"."kind" = $6
        and ("p"."valid_from" <= $7::date and ("p"."valid_to" is null or $8::date < "p"."valid_to"))
        and exists (
        select 1 as "one"
        from "organisation"."party_organisation_spell" as "s"
        where "s"."office_id" = "p"."office_id"
          and "s"."seat_id" = "p"."record_id"
          and "s"."kind" in ($9, $10)
          and ("s"."valid_from" <= $11::date and ("s"."valid_to" is null or $12::date < "s"."valid_to"))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $13::int
        and a.record_id = $14::uuid
        and "a"."valid_from" <= $15::date
        and ("a"."valid_to" is null or $16::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $17::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $18::date
      and ("t"."valid_to" is null or $19::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $20::int;

-- organisation.compounds_covered: rows
-- $1 office, $2 = compound, $3 asOf, $4 asOf, $5 = 631, $6 = 632, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 afterRecord, $17 afterDay, $18 afterRecord, $19 afterKey, $20 limit, $21 office
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
          select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
          from "organisation"."place_spell" as "p"
          where "p"."office_id" = $1::int
            and "p"."kind" = $2
            and ("p"."valid_from" <= $3::date and ("p"."valid_to" is null or $4::date < "p"."valid_to"))
            and exists (
            select 1 as "one"
            from "organisation"."party_organisation_spell" as "s"
            where "s"."office_id" = "p"."office_id"
              and "s"."seat_id" = "p"."record_id"
              and "s"."kind" in ($5, $6)
              and ("s"."valid_from" <= $7::date and ("s"."valid_to" is null or $8::date < "s"."valid_to"))
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $9::int
            and a.record_id = $10::uuid
            and "a"."valid_from" <= $11::date
            and ("a"."valid_to" is null or $12::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $13::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $14::date
          and ("t"."valid_to" is null or $15::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $16::uuid is null or (day, record_id, key) > ($17::date, $18::uuid, $19::text)
  order by day, record_id, key
  limit $20::int
) x on true
where o.office_id = $21::int;

-- organisation.compounds: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = compound, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $5::int
        and "p"."kind" = $6
        and ("p"."valid_from" <= $7::date and ("p"."valid_to" is null or $8::date < "p"."valid_to"))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $9::int
        and a.record_id = $10::uuid
        and "a"."valid_from" <= $11::date
        and ("a"."valid_to" is null or $12::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $13::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $14::date
      and ("t"."valid_to" is null or $15::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- organisation.compounds: rows
-- $1 office, $2 = compound, $3 asOf, $4 asOf, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
          from "organisation"."place_spell" as "p"
          where "p"."office_id" = $1::int
            and "p"."kind" = $2
            and ("p"."valid_from" <= $3::date and ("p"."valid_to" is null or $4::date < "p"."valid_to"))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $5::int
            and a.record_id = $6::uuid
            and "a"."valid_from" <= $7::date
            and ("a"."valid_to" is null or $8::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $9::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $10::date
          and ("t"."valid_to" is null or $11::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $12::uuid is null or (day, record_id, key) > ($13::date, $14::uuid, $15::text)
  order by day, record_id, key
  limit $16::int
) x on true
where o.office_id = $17::int;

-- organisation.stairwells_covered: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = stairwell, $7 asOf, $8 asOf, $9 = 641, $10 asOf, $11 asOf, $12 = 641, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office
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
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $5::int
        and "p"."kind" = $6
        and ("p"."valid_from" <= $7::date and ("p"."valid_to" is null or $8::date < "p"."valid_to"))
        and (exists (
        select 1 as "one"
        from "organisation"."party_organisation_spell" as "s"
        where "s"."office_id" = "p"."office_id"
          and "s"."seat_id" = "p"."record_id"
          and "s"."kind" = $9
          and ("s"."valid_from" <= $10::date and ("s"."valid_to" is null or $11::date < "s"."valid_to"))
      ) or exists (
        select 1 as "one"
        from "organisation"."party_organisation_spell" as "s"
        where "s"."office_id" = "p"."office_id"
          and "s"."seat_id" = "p"."parent_id"
          and "s"."kind" = $12
          and ("s"."valid_from" <= $13::date and ("s"."valid_to" is null or $14::date < "s"."valid_to"))
      ))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $15::int
        and a.record_id = $16::uuid
        and "a"."valid_from" <= $17::date
        and ("a"."valid_to" is null or $18::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $19::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $20::date
      and ("t"."valid_to" is null or $21::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $22::int;

-- organisation.stairwells_covered: rows
-- $1 office, $2 = stairwell, $3 asOf, $4 asOf, $5 = 641, $6 asOf, $7 asOf, $8 = 641, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
          from "organisation"."place_spell" as "p"
          where "p"."office_id" = $1::int
            and "p"."kind" = $2
            and ("p"."valid_from" <= $3::date and ("p"."valid_to" is null or $4::date < "p"."valid_to"))
            and (exists (
            select 1 as "one"
            from "organisation"."party_organisation_spell" as "s"
            where "s"."office_id" = "p"."office_id"
              and "s"."seat_id" = "p"."record_id"
              and "s"."kind" = $5
              and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
          ) or exists (
            select 1 as "one"
            from "organisation"."party_organisation_spell" as "s"
            where "s"."office_id" = "p"."office_id"
              and "s"."seat_id" = "p"."parent_id"
              and "s"."kind" = $8
              and ("s"."valid_from" <= $9::date and ("s"."valid_to" is null or $10::date < "s"."valid_to"))
          ))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $11::int
            and a.record_id = $12::uuid
            and "a"."valid_from" <= $13::date
            and ("a"."valid_to" is null or $14::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $15::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $16::date
          and ("t"."valid_to" is null or $17::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $18::uuid is null or (day, record_id, key) > ($19::date, $20::uuid, $21::text)
  order by day, record_id, key
  limit $22::int
) x on true
where o.office_id = $23::int;

-- organisation.stairwells: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = stairwell, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $5::int
        and "p"."kind" = $6
        and ("p"."valid_from" <= $7::date and ("p"."valid_to" is null or $8::date < "p"."valid_to"))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $9::int
        and a.record_id = $10::uuid
        and "a"."valid_from" <= $11::date
        and ("a"."valid_to" is null or $12::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $13::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $14::date
      and ("t"."valid_to" is null or $15::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- organisation.stairwells: rows
-- $1 office, $2 = stairwell, $3 asOf, $4 asOf, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
          from "organisation"."place_spell" as "p"
          where "p"."office_id" = $1::int
            and "p"."kind" = $2
            and ("p"."valid_from" <= $3::date and ("p"."valid_to" is null or $4::date < "p"."valid_to"))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $5::int
            and a.record_id = $6::uuid
            and "a"."valid_from" <= $7::date
            and ("a"."valid_to" is null or $8::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $9::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $10::date
          and ("t"."valid_to" is null or $11::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $12::uuid is null or (day, record_id, key) > ($13::date, $14::uuid, $15::text)
  order by day, record_id, key
  limit $16::int
) x on true
where o.office_id = $17::int;

-- organisation.established: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = established, $7 = jointly_established, $8 from, $9 through, $10 = 641, $11 office, $12 node, $13 office, $14 office
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
      select "e"."record_id", "e"."place_id", "e"."record_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
      from "organisation"."party_organisation_event" as "e"
      inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "s"."kind" <> $10
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $11::int
        and a.record_id = $12::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $13::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $14::int;

-- organisation.established: rows
-- $1 office, $2 = established, $3 = jointly_established, $4 from, $5 through, $6 = 641, $7 office, $8 node, $9 office, $10 afterRecord, $11 afterDay, $12 afterRecord, $13 afterKey, $14 limit, $15 office
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
          select "e"."record_id", "e"."place_id", "e"."record_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
          from "organisation"."party_organisation_event" as "e"
          inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "s"."kind" <> $6
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $7::int
            and a.record_id = $8::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $9::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $10::uuid is null or (day, record_id, key) > ($11::date, $12::uuid, $13::text)
  order by day, record_id, key
  limit $14::int
) x on true
where o.office_id = $15::int;

-- organisation.dissolved: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = dissolved, $7 from, $8 through, $9 = 641, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "e"."place_id", "s"."parent_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
      from "organisation"."party_organisation_event" as "e"
      inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_to" = "e"."on_date"
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6)
        and "e"."on_date" >= $7::date
        and "e"."on_date" <= $8::date
        and "s"."kind" <> $9
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $10::int
        and a.record_id = $11::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $12::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $13::int;

-- organisation.dissolved: rows
-- $1 office, $2 = dissolved, $3 from, $4 through, $5 = 641, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "e"."place_id", "s"."parent_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
          from "organisation"."party_organisation_event" as "e"
          inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_to" = "e"."on_date"
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2)
            and "e"."on_date" >= $3::date
            and "e"."on_date" <= $4::date
            and "s"."kind" <> $5
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $6::int
            and a.record_id = $7::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $8::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $9::uuid is null or (day, record_id, key) > ($10::date, $11::uuid, $12::text)
  order by day, record_id, key
  limit $13::int
) x on true
where o.office_id = $14::int;

-- organisation.non_public_shells_dissolved: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = 641, $9 = dissolved, $10 = shell, $11 = non_public, $12 office, $13 node, $14 office, $15 office
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
      select "e"."record_id", "e"."place_id", "s"."parent_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
      from "organisation"."party_organisation_event" as "e"
      inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_to" = "e"."on_date"
      inner join "organisation"."legal_person" as "u" on "u"."office_id" = "s"."office_id"
        and "u"."id" = "s"."unit_id"
      where "e"."office_id" = $5::int
        and "e"."on_date" >= $6::date
        and "e"."on_date" <= $7::date
        and "s"."kind" <> $8
        and "e"."kind" = $9
        and "e"."cause" = $10
        and "u"."kind" = $11
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $12::int
        and a.record_id = $13::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $14::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $15::int;

-- organisation.non_public_shells_dissolved: rows
-- $1 office, $2 from, $3 through, $4 = 641, $5 = dissolved, $6 = shell, $7 = non_public, $8 office, $9 node, $10 office, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
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
          select "e"."record_id", "e"."place_id", "s"."parent_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
          from "organisation"."party_organisation_event" as "e"
          inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_to" = "e"."on_date"
          inner join "organisation"."legal_person" as "u" on "u"."office_id" = "s"."office_id"
            and "u"."id" = "s"."unit_id"
          where "e"."office_id" = $1::int
            and "e"."on_date" >= $2::date
            and "e"."on_date" <= $3::date
            and "s"."kind" <> $4
            and "e"."kind" = $5
            and "e"."cause" = $6
            and "u"."kind" = $7
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $8::int
            and a.record_id = $9::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $10::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- organisation.non_public_formed: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = 641, $9 = jointly_established, $10 = founded_by_merger, $11 = reclassified, $12 = established, $13 = adjustment, $14 through, $15 through, $16 = non_public, $17 through, $18 through, $19 office, $20 node, $21 office, $22 office
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
      select "e"."record_id", "e"."place_id", "e"."record_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_event" as "e"
      inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      where "e"."office_id" = $5::int
        and "e"."on_date" >= $6::date
        and "e"."on_date" <= $7::date
        and "s"."kind" <> $8
        and ("e"."kind" in ($9, $10, $11) or ("e"."kind" = $12 and "e"."occasion" = $13))
        and exists (
        select 1 as "one"
        from "organisation"."party_organisation_spell" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and ("l"."valid_from" <= $14::date and ("l"."valid_to" is null or $15::date < "l"."valid_to"))
      )
        and exists (
        select 1 as "one"
        from "organisation"."legal_person" as "u"
        where "u"."office_id" = "s"."office_id"
          and "u"."kind" = $16
          and ("u"."id" = "s"."unit_id" or exists (
          select 1 as "one"
          from "organisation"."covered_unit_spell" as "c"
          where "c"."office_id" = "u"."office_id"
            and "c"."unit_id" = "u"."id"
            and "c"."organisation_id" = "s"."record_id"
            and ("c"."valid_from" <= $17::date and ("c"."valid_to" is null or $18::date < "c"."valid_to"))
        ))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $19::int
        and a.record_id = $20::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $21::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $22::int;

-- organisation.non_public_formed: rows
-- $1 office, $2 from, $3 through, $4 = 641, $5 = jointly_established, $6 = founded_by_merger, $7 = reclassified, $8 = established, $9 = adjustment, $10 through, $11 through, $12 = non_public, $13 through, $14 through, $15 office, $16 node, $17 office, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "e"."record_id", "e"."place_id", "e"."record_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.record_id::text as "key", "s"."kind"
          from "organisation"."party_organisation_event" as "e"
          inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          where "e"."office_id" = $1::int
            and "e"."on_date" >= $2::date
            and "e"."on_date" <= $3::date
            and "s"."kind" <> $4
            and ("e"."kind" in ($5, $6, $7) or ("e"."kind" = $8 and "e"."occasion" = $9))
            and exists (
            select 1 as "one"
            from "organisation"."party_organisation_spell" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and ("l"."valid_from" <= $10::date and ("l"."valid_to" is null or $11::date < "l"."valid_to"))
          )
            and exists (
            select 1 as "one"
            from "organisation"."legal_person" as "u"
            where "u"."office_id" = "s"."office_id"
              and "u"."kind" = $12
              and ("u"."id" = "s"."unit_id" or exists (
              select 1 as "one"
              from "organisation"."covered_unit_spell" as "c"
              where "c"."office_id" = "u"."office_id"
                and "c"."unit_id" = "u"."id"
                and "c"."organisation_id" = "s"."record_id"
                and ("c"."valid_from" <= $13::date and ("c"."valid_to" is null or $14::date < "c"."valid_to"))
            ))
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $15::int
            and a.record_id = $16::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $17::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $18::uuid is null or (day, record_id, key) > ($19::date, $20::uuid, $21::text)
  order by day, record_id, key
  limit $22::int
) x on true
where o.office_id = $23::int;

-- organisation.member_units: value
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
      select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.unit_id::text as "key", null::text as "kind"
      from "organisation"."council_seat_spell" as "s"
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

-- organisation.member_units: rows
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
          select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.unit_id::text as "key", null::text as "kind"
          from "organisation"."council_seat_spell" as "s"
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

-- organisation.member_seats: value
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
      select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.unit_id::text as "key", null::text as "kind"
      from "organisation"."council_seat_spell" as "s"
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

-- organisation.member_seats: rows
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
          select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.unit_id::text as "key", null::text as "kind"
          from "organisation"."council_seat_spell" as "s"
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

-- organisation.came_established: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('established')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.came_established: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('established')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.came_jointly_established: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('jointly_established')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.came_jointly_established: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('jointly_established')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.came_restored: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('restored')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.came_restored: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('restored')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.came_of_mergers: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('founded_by_merger')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.came_of_mergers: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('founded_by_merger')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.came_of_splits: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('founded_by_split')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.came_of_splits: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('founded_by_split')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.moved_in: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('moved')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.moved_in: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('moved')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.reclassified_in: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "since" >= $30::date
      and "since" <= $31::date
      and "counted_before" is not true
      and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('reclassified')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.reclassified_in: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "since" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "since" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "since" >= $26::date
          and "since" <= $27::date
          and "counted_before" is not true
          and coalesce("starts_by", case when "counted_before" is null then 'moved' else 'reclassified' end) in ('reclassified')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.went_dissolved: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "until" >= $30::date
      and "until" <= $31::date
      and "counted_after" is not true
      and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('dissolved')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.went_dissolved: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "until" >= $26::date
          and "until" <= $27::date
          and "counted_after" is not true
          and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('dissolved')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.went_absorbed: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "until" >= $30::date
      and "until" <= $31::date
      and "counted_after" is not true
      and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('absorbed')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.went_absorbed: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "until" >= $26::date
          and "until" <= $27::date
          and "counted_after" is not true
          and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('absorbed')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.went_merged: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "until" >= $30::date
      and "until" <= $31::date
      and "counted_after" is not true
      and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('merged')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.went_merged: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "until" >= $26::date
          and "until" <= $27::date
          and "counted_after" is not true
          and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('merged')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.went_split: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "until" >= $30::date
      and "until" <= $31::date
      and "counted_after" is not true
      and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('split')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.went_split: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "until" >= $26::date
          and "until" <= $27::date
          and "counted_after" is not true
          and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('split')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.moved_out: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "until" >= $30::date
      and "until" <= $31::date
      and "counted_after" is not true
      and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('moved')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.moved_out: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "until" >= $26::date
          and "until" <= $27::date
          and "counted_after" is not true
          and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('moved')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

-- organisation.reclassified_out: value
-- $1 office, $2 node, $3 office, $4 office, $5 from, $6 through, $7 from, $8 through, $9 = established, $10 = jointly_established, $11 = founded_by_merger, $12 = founded_by_split, $13 = restored, $14 = 1, $15 = dissolved, $16 = absorbed, $17 = merged, $18 = split, $19 = 1, $20 office, $21 through, $22 from, $23 office, $24 office, $25 node, $26 from, $27 through, $28 from, $29 through, $30 from, $31 through, $32 office
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
    select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
    from (
      select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
      from (
        select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
          and greatest (r.valid_from, t.valid_from, n.valid_from) >= $5::date
          and greatest (r.valid_from, t.valid_from, n.valid_from) <= $6::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $7::date
          and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $8::date then "r"."ends_by" end as "ends_by"
        from ((
          select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_from"
              and "e"."kind" in ($9, $10, $11, $12, $13)
            order by "e"."seq" desc
            limit $14
          )) as "starts_by", ((
            select "e"."kind"
            from "organisation"."party_organisation_event" as "e"
            where "e"."office_id" = "s"."office_id"
              and "e"."record_id" = "s"."record_id"
              and "e"."on_date" = "s"."valid_to"
              and "e"."kind" in ($15, $16, $17, $18)
            order by "e"."seq" desc
            limit $19
          )) as "ends_by"
          from "organisation"."party_organisation_spell" as "s"
          where "s"."office_id" = $20::int
            and "s"."valid_from" <= $21::date
            and ("s"."valid_to" is null or "s"."valid_to" >= $22::date)
        )) r
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
        join "organisation"."place_spell" n on n.office_id = $24::int
          and n.record_id = $25::uuid
          and t.path >= n.path
          and t.path < left(n.path, -1) || '0'
        where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
          and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $26::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $27::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $28::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $29::date)
      ) s window own as (partition by record_id, node_id order by since)
    ) r
    where counted
      and "until" >= $30::date
      and "until" <= $31::date
      and "counted_after" is not true
      and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('reclassified')
  ) r
) x on true
where o.office_id = $32::int;

-- organisation.reclassified_out: rows
-- $1 from, $2 through, $3 from, $4 through, $5 = established, $6 = jointly_established, $7 = founded_by_merger, $8 = founded_by_split, $9 = restored, $10 = 1, $11 = dissolved, $12 = absorbed, $13 = merged, $14 = split, $15 = 1, $16 office, $17 through, $18 from, $19 office, $20 office, $21 node, $22 from, $23 through, $24 from, $25 through, $26 from, $27 through, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
select o.head, x.*
from platform.office o
left join (
  select total, amount_total, record_id, place_id, line_id, on_date, valid_from, valid_to, amount, key, kind, times, day
  from (
    select *, count(*) over () as total, sum(amount) over () as amount_total
    from (
      select r.*, coalesce(on_date, valid_from) as day, 1 as times, 1 as nth
      from (
        select record_id, place_id, line_id, "until" as on_date, null::date as valid_from, null::date as valid_to, null::bigint as amount, record_id || ' ' || "until" as key, kind, path, node_path
        from (
          select s.*, case when lag (until) over own = since then lag (counted) over own end as counted_before, case when lead (since) over own = until then lead (counted) over own end as counted_after
          from (
            select r.record_id, n.record_id as node_id, r.place_id, r.line_id, r.kind, r.counted as counted, t.path, n.path as node_path, greatest (r.valid_from, t.valid_from, n.valid_from) as since, least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) as until, case when greatest (r.valid_from, t.valid_from, n.valid_from) = "r"."valid_from"
              and greatest (r.valid_from, t.valid_from, n.valid_from) >= $1::date
              and greatest (r.valid_from, t.valid_from, n.valid_from) <= $2::date then "r"."starts_by" end as "starts_by", case when least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) = "r"."valid_to"
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $3::date
              and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $4::date then "r"."ends_by" end as "ends_by"
            from ((
              select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind", s.kind <> '641' as "counted", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_from"
                  and "e"."kind" in ($5, $6, $7, $8, $9)
                order by "e"."seq" desc
                limit $10
              )) as "starts_by", ((
                select "e"."kind"
                from "organisation"."party_organisation_event" as "e"
                where "e"."office_id" = "s"."office_id"
                  and "e"."record_id" = "s"."record_id"
                  and "e"."on_date" = "s"."valid_to"
                  and "e"."kind" in ($11, $12, $13, $14)
                order by "e"."seq" desc
                limit $15
              )) as "ends_by"
              from "organisation"."party_organisation_spell" as "s"
              where "s"."office_id" = $16::int
                and "s"."valid_from" <= $17::date
                and ("s"."valid_to" is null or "s"."valid_to" >= $18::date)
            )) r
            join "organisation"."place_spell" t on t.office_id = $19::int
              and t.record_id = "r"."place_id"
            join "organisation"."place_spell" n on n.office_id = $20::int
              and n.record_id = $21::uuid
              and t.path >= n.path
              and t.path < left(n.path, -1) || '0'
            where greatest (r.valid_from, t.valid_from, n.valid_from) < least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date))
              and (greatest (r.valid_from, t.valid_from, n.valid_from) >= $22::date and greatest (r.valid_from, t.valid_from, n.valid_from) <= $23::date or least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) >= $24::date and least (coalesce("r"."valid_to", 'infinity'::date), coalesce("t"."valid_to", 'infinity'::date), coalesce("n"."valid_to", 'infinity'::date)) <= $25::date)
          ) s window own as (partition by record_id, node_id order by since)
        ) r
        where counted
          and "until" >= $26::date
          and "until" <= $27::date
          and "counted_after" is not true
          and coalesce("ends_by", case when "counted_after" is null then 'moved' else 'reclassified' end) in ('reclassified')
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;
