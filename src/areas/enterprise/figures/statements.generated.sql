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

-- enterprise.drive_today_organised: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 asOf, $8 asOf, $9 asOf, $10 asOf, $11 asOf, $12 = true, $13 = true, $14 = 10, $15 office, $16 = operating, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office, $23 node, $24 asOf, $25 asOf, $26 office, $27 asOf, $28 asOf, $29 office
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
      select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
      from "enterprise"."target_spell" as "t"
      inner join (
        select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
        from "enterprise"."drive_spell" as "s"
        where "s"."office_id" = $5::int
        group by "s"."record_id"
      ) as "launch" on "launch"."drive_id" = "t"."drive_id"
      inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
        and "c"."record_id" = "t"."company_id"
      where "t"."office_id" = $6::int
        and "launch"."opened" <= $7::date
        and ("t"."valid_from" <= $8::date and ("t"."valid_to" is null or $9::date < "t"."valid_to"))
        and ("c"."valid_from" <= $10::date and ("c"."valid_to" is null or $11::date < "c"."valid_to"))
        and "t"."has_place" = $12
        and "t"."active" = $13
        and "t"."staff" >= $14
        and "c"."unit_id" in (
        select "u"."record_id" as "unit_id"
        from "organisation"."legal_person_spell" as "u"
        where "u"."office_id" = $15::int
          and "u"."state" = $16
          and ("u"."valid_from" <= $17::date and ("u"."valid_to" is null or $18::date < "u"."valid_to"))
      )
        and "c"."unit_id" in (
        select "v"."unit_id"
        from (
          select "v"."unit_id", "v"."way"
          from "organisation"."unit_coverage" as "v"
          where "v"."office_id" = $19::int
            and ("v"."valid_from" <= $20::date and ("v"."valid_to" is null or $21::date < "v"."valid_to"))
        ) as "v"
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $22::int
        and a.record_id = $23::uuid
        and "a"."valid_from" <= $24::date
        and ("a"."valid_to" is null or $25::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $26::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $27::date
      and ("t"."valid_to" is null or $28::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $29::int;

-- enterprise.drive_today_organised: rows
-- $1 office, $2 office, $3 asOf, $4 asOf, $5 asOf, $6 asOf, $7 asOf, $8 = true, $9 = true, $10 = 10, $11 office, $12 = operating, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 office, $19 node, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 afterRecord, $26 afterDay, $27 afterRecord, $28 afterKey, $29 limit, $30 office
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
          select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
          from "enterprise"."target_spell" as "t"
          inner join (
            select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
            from "enterprise"."drive_spell" as "s"
            where "s"."office_id" = $1::int
            group by "s"."record_id"
          ) as "launch" on "launch"."drive_id" = "t"."drive_id"
          inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
            and "c"."record_id" = "t"."company_id"
          where "t"."office_id" = $2::int
            and "launch"."opened" <= $3::date
            and ("t"."valid_from" <= $4::date and ("t"."valid_to" is null or $5::date < "t"."valid_to"))
            and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
            and "t"."has_place" = $8
            and "t"."active" = $9
            and "t"."staff" >= $10
            and "c"."unit_id" in (
            select "u"."record_id" as "unit_id"
            from "organisation"."legal_person_spell" as "u"
            where "u"."office_id" = $11::int
              and "u"."state" = $12
              and ("u"."valid_from" <= $13::date and ("u"."valid_to" is null or $14::date < "u"."valid_to"))
          )
            and "c"."unit_id" in (
            select "v"."unit_id"
            from (
              select "v"."unit_id", "v"."way"
              from "organisation"."unit_coverage" as "v"
              where "v"."office_id" = $15::int
                and ("v"."valid_from" <= $16::date and ("v"."valid_to" is null or $17::date < "v"."valid_to"))
            ) as "v"
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $18::int
            and a.record_id = $19::uuid
            and "a"."valid_from" <= $20::date
            and ("a"."valid_to" is null or $21::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $22::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $23::date
          and ("t"."valid_to" is null or $24::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $25::uuid is null or (day, record_id, key) > ($26::date, $27::uuid, $28::text)
  order by day, record_id, key
  limit $29::int
) x on true
where o.office_id = $30::int;

-- enterprise.drive_today: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 asOf, $8 asOf, $9 asOf, $10 asOf, $11 asOf, $12 = true, $13 = true, $14 = 10, $15 office, $16 = operating, $17 asOf, $18 asOf, $19 office, $20 node, $21 asOf, $22 asOf, $23 office, $24 asOf, $25 asOf, $26 office
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
      select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
      from "enterprise"."target_spell" as "t"
      inner join (
        select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
        from "enterprise"."drive_spell" as "s"
        where "s"."office_id" = $5::int
        group by "s"."record_id"
      ) as "launch" on "launch"."drive_id" = "t"."drive_id"
      inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
        and "c"."record_id" = "t"."company_id"
      where "t"."office_id" = $6::int
        and "launch"."opened" <= $7::date
        and ("t"."valid_from" <= $8::date and ("t"."valid_to" is null or $9::date < "t"."valid_to"))
        and ("c"."valid_from" <= $10::date and ("c"."valid_to" is null or $11::date < "c"."valid_to"))
        and "t"."has_place" = $12
        and "t"."active" = $13
        and "t"."staff" >= $14
        and "c"."unit_id" in (
        select "u"."record_id" as "unit_id"
        from "organisation"."legal_person_spell" as "u"
        where "u"."office_id" = $15::int
          and "u"."state" = $16
          and ("u"."valid_from" <= $17::date and ("u"."valid_to" is null or $18::date < "u"."valid_to"))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $19::int
        and a.record_id = $20::uuid
        and "a"."valid_from" <= $21::date
        and ("a"."valid_to" is null or $22::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $23::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $24::date
      and ("t"."valid_to" is null or $25::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $26::int;

-- enterprise.drive_today: rows
-- $1 office, $2 office, $3 asOf, $4 asOf, $5 asOf, $6 asOf, $7 asOf, $8 = true, $9 = true, $10 = 10, $11 office, $12 = operating, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 afterRecord, $23 afterDay, $24 afterRecord, $25 afterKey, $26 limit, $27 office
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
          select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
          from "enterprise"."target_spell" as "t"
          inner join (
            select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
            from "enterprise"."drive_spell" as "s"
            where "s"."office_id" = $1::int
            group by "s"."record_id"
          ) as "launch" on "launch"."drive_id" = "t"."drive_id"
          inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
            and "c"."record_id" = "t"."company_id"
          where "t"."office_id" = $2::int
            and "launch"."opened" <= $3::date
            and ("t"."valid_from" <= $4::date and ("t"."valid_to" is null or $5::date < "t"."valid_to"))
            and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
            and "t"."has_place" = $8
            and "t"."active" = $9
            and "t"."staff" >= $10
            and "c"."unit_id" in (
            select "u"."record_id" as "unit_id"
            from "organisation"."legal_person_spell" as "u"
            where "u"."office_id" = $11::int
              and "u"."state" = $12
              and ("u"."valid_from" <= $13::date and ("u"."valid_to" is null or $14::date < "u"."valid_to"))
          )
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
    ) every
    where nth = 1
  ) counted
  where $22::uuid is null or (day, record_id, key) > ($23::date, $24::uuid, $25::text)
  order by day, record_id, key
  limit $26::int
) x on true
where o.office_id = $27::int;

-- enterprise.drive_opening_organised: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 asOf, $8 = true, $9 = true, $10 = 10, $11 office, $12 asOf, $13 asOf, $14 office, $15 node, $16 asOf, $17 asOf, $18 office, $19 asOf, $20 asOf, $21 office
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
      select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
      from "enterprise"."target_spell" as "t"
      inner join (
        select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
        from "enterprise"."drive_spell" as "s"
        where "s"."office_id" = $5::int
        group by "s"."record_id"
      ) as "launch" on "launch"."drive_id" = "t"."drive_id"
      inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
        and "c"."record_id" = "t"."company_id"
      where "t"."office_id" = $6::int
        and "launch"."opened" <= $7::date
        and ("t"."valid_from" <= "launch"."opened" and ("t"."valid_to" is null or "launch"."opened" < "t"."valid_to"))
        and ("c"."valid_from" <= "launch"."opened" and ("c"."valid_to" is null or "launch"."opened" < "c"."valid_to"))
        and "t"."has_place" = $8
        and "t"."active" = $9
        and "t"."staff" >= $10
        and "c"."unit_id" in (
        select "v"."unit_id"
        from (
          select "v"."unit_id", "v"."way"
          from "organisation"."unit_coverage" as "v"
          where "v"."office_id" = $11::int
            and ("v"."valid_from" <= $12::date and ("v"."valid_to" is null or $13::date < "v"."valid_to"))
        ) as "v"
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $14::int
        and a.record_id = $15::uuid
        and "a"."valid_from" <= $16::date
        and ("a"."valid_to" is null or $17::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $18::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $19::date
      and ("t"."valid_to" is null or $20::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $21::int;

-- enterprise.drive_opening_organised: rows
-- $1 office, $2 office, $3 asOf, $4 = true, $5 = true, $6 = 10, $7 office, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office, $15 asOf, $16 asOf, $17 afterRecord, $18 afterDay, $19 afterRecord, $20 afterKey, $21 limit, $22 office
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
          select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
          from "enterprise"."target_spell" as "t"
          inner join (
            select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
            from "enterprise"."drive_spell" as "s"
            where "s"."office_id" = $1::int
            group by "s"."record_id"
          ) as "launch" on "launch"."drive_id" = "t"."drive_id"
          inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
            and "c"."record_id" = "t"."company_id"
          where "t"."office_id" = $2::int
            and "launch"."opened" <= $3::date
            and ("t"."valid_from" <= "launch"."opened" and ("t"."valid_to" is null or "launch"."opened" < "t"."valid_to"))
            and ("c"."valid_from" <= "launch"."opened" and ("c"."valid_to" is null or "launch"."opened" < "c"."valid_to"))
            and "t"."has_place" = $4
            and "t"."active" = $5
            and "t"."staff" >= $6
            and "c"."unit_id" in (
            select "v"."unit_id"
            from (
              select "v"."unit_id", "v"."way"
              from "organisation"."unit_coverage" as "v"
              where "v"."office_id" = $7::int
                and ("v"."valid_from" <= $8::date and ("v"."valid_to" is null or $9::date < "v"."valid_to"))
            ) as "v"
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $10::int
            and a.record_id = $11::uuid
            and "a"."valid_from" <= $12::date
            and ("a"."valid_to" is null or $13::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $14::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $15::date
          and ("t"."valid_to" is null or $16::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $17::uuid is null or (day, record_id, key) > ($18::date, $19::uuid, $20::text)
  order by day, record_id, key
  limit $21::int
) x on true
where o.office_id = $22::int;

-- enterprise.drive_opening: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 asOf, $8 = true, $9 = true, $10 = 10, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 office
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
      select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
      from "enterprise"."target_spell" as "t"
      inner join (
        select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
        from "enterprise"."drive_spell" as "s"
        where "s"."office_id" = $5::int
        group by "s"."record_id"
      ) as "launch" on "launch"."drive_id" = "t"."drive_id"
      inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
        and "c"."record_id" = "t"."company_id"
      where "t"."office_id" = $6::int
        and "launch"."opened" <= $7::date
        and ("t"."valid_from" <= "launch"."opened" and ("t"."valid_to" is null or "launch"."opened" < "t"."valid_to"))
        and ("c"."valid_from" <= "launch"."opened" and ("c"."valid_to" is null or "launch"."opened" < "c"."valid_to"))
        and "t"."has_place" = $8
        and "t"."active" = $9
        and "t"."staff" >= $10
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
) x on true
where o.office_id = $18::int;

-- enterprise.drive_opening: rows
-- $1 office, $2 office, $3 asOf, $4 = true, $5 = true, $6 = 10, $7 office, $8 node, $9 asOf, $10 asOf, $11 office, $12 asOf, $13 asOf, $14 afterRecord, $15 afterDay, $16 afterRecord, $17 afterKey, $18 limit, $19 office
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
          select "t"."record_id", "t"."place_id", null::uuid as "line_id", null::date as "on_date", "t"."valid_from", "t"."valid_to", null::bigint as "amount", t.company_id::text as "key", "c"."industry" as "kind"
          from "enterprise"."target_spell" as "t"
          inner join (
            select "s"."record_id" as "drive_id", min (s.valid_from) as "opened"
            from "enterprise"."drive_spell" as "s"
            where "s"."office_id" = $1::int
            group by "s"."record_id"
          ) as "launch" on "launch"."drive_id" = "t"."drive_id"
          inner join "enterprise"."company_spell" as "c" on "c"."office_id" = "t"."office_id"
            and "c"."record_id" = "t"."company_id"
          where "t"."office_id" = $2::int
            and "launch"."opened" <= $3::date
            and ("t"."valid_from" <= "launch"."opened" and ("t"."valid_to" is null or "launch"."opened" < "t"."valid_to"))
            and ("c"."valid_from" <= "launch"."opened" and ("c"."valid_to" is null or "launch"."opened" < "c"."valid_to"))
            and "t"."has_place" = $4
            and "t"."active" = $5
            and "t"."staff" >= $6
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $7::int
            and a.record_id = $8::uuid
            and "a"."valid_from" <= $9::date
            and ("a"."valid_to" is null or $10::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $11::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $12::date
          and ("t"."valid_to" is null or $13::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $14::uuid is null or (day, record_id, key) > ($15::date, $16::uuid, $17::text)
  order by day, record_id, key
  limit $18::int
) x on true
where o.office_id = $19::int;

-- enterprise.improved_above_scale: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 office, $12 from, $13 through, $14 office, $15 from, $16 through, $17 office, $18 through, $19 office, $20 office, $21 node, $22 office, $23 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", l.company_id::text as "key", l.act::text as "kind"
      from "enterprise"."improvement_event" as "e"
      inner join "enterprise"."improvement_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."improvement_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and exists ((
        select "r"."record_id"
        from "enterprise"."scale_listing_spell" as "r"
        where "r"."office_id" = $10::int
          and r.company_id = l.company_id
          and r.valid_from <= e.on_date
          and (r.valid_to is null or e.on_date < r.valid_to)
      ))
        and exists (
        select
        from ((
          select "a"."organisation_id", "k"."act", "a"."on_date"
          from (
            select "a"."organisation_id", "a"."kind", "a"."on_date"
            from "organisation"."organisation_act" as "a"
            where "a"."office_id" = $11::int
              and "a"."on_date" >= $12::date
              and "a"."on_date" <= $13::date
          ) as "a"
          inner join (values ('founded', 'established'), ('founded', 'jointly_established'), ('founded', 'founded_by_merger'), ('founded', 'founded_by_split'), ('reclassified', 'reclassified'), ('re_elected', 'term_began'), ('raised', 'raised')) as k (act, kind) on "k"."kind" = "a"."kind"
          union all select "c"."organisation_id", 'secretary_changed' as "act", "c"."on_date"
          from (
            select "c"."organisation_id", "c"."on_date"
            from "people"."secretary_change" as "c"
            where "c"."office_id" = $14::int
              and "c"."on_date" >= $15::date
              and "c"."on_date" <= $16::date
          ) as "c"
        )) a
        join ((
          select "u"."organisation_id", "u"."unit_id", "u"."valid_from", "u"."valid_to"
          from "organisation"."organisation_unit" as "u"
          where "u"."office_id" = $17::int
        )) u on u.organisation_id = a.organisation_id
          and u.valid_from <= $18::date
          and (u.valid_to is null or e.on_date < u.valid_to)
        join ((
          select "c"."record_id" as "company_id", "c"."unit_id"
          from "enterprise"."company_spell" as "c"
          where "c"."office_id" = $19::int
        )) c on c.unit_id = u.unit_id
        where a.organisation_id = l.organisation_id
          and a.act = l.act
          and a.on_date = e.on_date
          and c.company_id = l.company_id
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $20::int
        and a.record_id = $21::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $22::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $23::int;

-- enterprise.improved_above_scale: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 office, $8 from, $9 through, $10 office, $11 from, $12 through, $13 office, $14 through, $15 office, $16 office, $17 node, $18 office, $19 afterRecord, $20 afterDay, $21 afterRecord, $22 afterKey, $23 limit, $24 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", l.company_id::text as "key", l.act::text as "kind"
          from "enterprise"."improvement_event" as "e"
          inner join "enterprise"."improvement_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."improvement_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and exists ((
            select "r"."record_id"
            from "enterprise"."scale_listing_spell" as "r"
            where "r"."office_id" = $6::int
              and r.company_id = l.company_id
              and r.valid_from <= e.on_date
              and (r.valid_to is null or e.on_date < r.valid_to)
          ))
            and exists (
            select
            from ((
              select "a"."organisation_id", "k"."act", "a"."on_date"
              from (
                select "a"."organisation_id", "a"."kind", "a"."on_date"
                from "organisation"."organisation_act" as "a"
                where "a"."office_id" = $7::int
                  and "a"."on_date" >= $8::date
                  and "a"."on_date" <= $9::date
              ) as "a"
              inner join (values ('founded', 'established'), ('founded', 'jointly_established'), ('founded', 'founded_by_merger'), ('founded', 'founded_by_split'), ('reclassified', 'reclassified'), ('re_elected', 'term_began'), ('raised', 'raised')) as k (act, kind) on "k"."kind" = "a"."kind"
              union all select "c"."organisation_id", 'secretary_changed' as "act", "c"."on_date"
              from (
                select "c"."organisation_id", "c"."on_date"
                from "people"."secretary_change" as "c"
                where "c"."office_id" = $10::int
                  and "c"."on_date" >= $11::date
                  and "c"."on_date" <= $12::date
              ) as "c"
            )) a
            join ((
              select "u"."organisation_id", "u"."unit_id", "u"."valid_from", "u"."valid_to"
              from "organisation"."organisation_unit" as "u"
              where "u"."office_id" = $13::int
            )) u on u.organisation_id = a.organisation_id
              and u.valid_from <= $14::date
              and (u.valid_to is null or e.on_date < u.valid_to)
            join ((
              select "c"."record_id" as "company_id", "c"."unit_id"
              from "enterprise"."company_spell" as "c"
              where "c"."office_id" = $15::int
            )) c on c.unit_id = u.unit_id
            where a.organisation_id = l.organisation_id
              and a.act = l.act
              and a.on_date = e.on_date
              and c.company_id = l.company_id
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $16::int
            and a.record_id = $17::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $18::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $19::uuid is null or (day, record_id, key) > ($20::date, $21::uuid, $22::text)
  order by day, record_id, key
  limit $23::int
) x on true
where o.office_id = $24::int;

-- enterprise.capital_assisted: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."capital_increase_event" as "e"
      inner join "enterprise"."capital_increase_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."capital_increase_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and l.confirmation is not null
        and l.new_capital > l.old_capital
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

-- enterprise.capital_assisted: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."capital_increase_event" as "e"
          inner join "enterprise"."capital_increase_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."capital_increase_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and l.confirmation is not null
            and l.new_capital > l.old_capital
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

-- enterprise.capital_assisted_companies: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."capital_increase_event" as "e"
      inner join "enterprise"."capital_increase_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."capital_increase_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and l.confirmation is not null
        and l.new_capital > l.old_capital
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

-- enterprise.capital_assisted_companies: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."capital_increase_event" as "e"
          inner join "enterprise"."capital_increase_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."capital_increase_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and l.confirmation is not null
            and l.new_capital > l.old_capital
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

-- enterprise.financing_assisted: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."financing_event" as "e"
      inner join "enterprise"."financing_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."financing_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and true
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

-- enterprise.financing_assisted: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."financing_event" as "e"
          inner join "enterprise"."financing_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."financing_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and true
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

-- enterprise.financing_assisted_companies: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."financing_event" as "e"
      inner join "enterprise"."financing_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."financing_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and true
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

-- enterprise.financing_assisted_companies: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."financing_event" as "e"
          inner join "enterprise"."financing_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."financing_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and true
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

-- enterprise.hiring_assisted: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.persons::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."hiring_event" as "e"
      inner join "enterprise"."hiring_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."hiring_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and true
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

-- enterprise.hiring_assisted: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.persons::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."hiring_event" as "e"
          inner join "enterprise"."hiring_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."hiring_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and true
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

-- enterprise.trainings: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.record_id::text as "key", null::text as "kind"
      from "enterprise"."training_event" as "e"
      inner join "enterprise"."training_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."training_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and true
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

-- enterprise.trainings: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.record_id::text as "key", null::text as "kind"
          from "enterprise"."training_event" as "e"
          inner join "enterprise"."training_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."training_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and true
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

-- enterprise.training_persons: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."persons"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
      from "enterprise"."training_event" as "e"
      inner join "enterprise"."training_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."training_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and "l"."persons" is not null
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

-- enterprise.training_persons: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."persons"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
          from "enterprise"."training_event" as "e"
          inner join "enterprise"."training_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."training_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and "l"."persons" is not null
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

-- enterprise.training_person_times: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = recorded, $7 = held, $8 from, $9 through, $10 office, $11 node, $12 office, $13 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."person_times"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
      from "enterprise"."training_event" as "e"
      inner join "enterprise"."training_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      inner join "enterprise"."training_spell" as "l" on "l"."office_id" = "e"."office_id"
        and "l"."record_id" = "e"."record_id"
        and "l"."valid_to" is null
      where "e"."office_id" = $5::int
        and "e"."kind" in ($6, $7)
        and "e"."on_date" >= $8::date
        and "e"."on_date" <= $9::date
        and "l"."evidence" is not null
        and "l"."person_times" is not null
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

-- enterprise.training_person_times: rows
-- $1 office, $2 = recorded, $3 = held, $4 from, $5 through, $6 office, $7 node, $8 office, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."person_times"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
          from "enterprise"."training_event" as "e"
          inner join "enterprise"."training_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          inner join "enterprise"."training_spell" as "l" on "l"."office_id" = "e"."office_id"
            and "l"."record_id" = "e"."record_id"
            and "l"."valid_to" is null
          where "e"."office_id" = $1::int
            and "e"."kind" in ($2, $3)
            and "e"."on_date" >= $4::date
            and "e"."on_date" <= $5::date
            and "l"."evidence" is not null
            and "l"."person_times" is not null
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
