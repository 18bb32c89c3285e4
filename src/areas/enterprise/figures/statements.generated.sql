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

-- enterprise.zones: value
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
      select "z"."record_id", "z"."place_id", null::uuid as "line_id", null::date as "on_date", "z"."valid_from", "z"."valid_to", null::bigint as "amount", z.zone_id::text as "key", null::text as "kind"
      from "enterprise"."zone_place_spell" as "z"
      where "z"."office_id" = $5::int
        and ("z"."valid_from" <= $6::date and ("z"."valid_to" is null or $7::date < "z"."valid_to"))
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

-- enterprise.zones: rows
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
          select "z"."record_id", "z"."place_id", null::uuid as "line_id", null::date as "on_date", "z"."valid_from", "z"."valid_to", null::bigint as "amount", z.zone_id::text as "key", null::text as "kind"
          from "enterprise"."zone_place_spell" as "z"
          where "z"."office_id" = $1::int
            and ("z"."valid_from" <= $2::date and ("z"."valid_to" is null or $3::date < "z"."valid_to"))
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

-- enterprise.zone_leaders: value
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
      select "z"."record_id", "z"."place_id", null::uuid as "line_id", null::date as "on_date", "z"."valid_from", "z"."valid_to", null::bigint as "amount", z.person_id::text as "key", "z"."role" as "kind"
      from "enterprise"."zone_leader_spell" as "z"
      where "z"."office_id" = $5::int
        and ("z"."valid_from" <= $6::date and ("z"."valid_to" is null or $7::date < "z"."valid_to"))
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

-- enterprise.zone_leaders: rows
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
          select "z"."record_id", "z"."place_id", null::uuid as "line_id", null::date as "on_date", "z"."valid_from", "z"."valid_to", null::bigint as "amount", z.person_id::text as "key", "z"."role" as "kind"
          from "enterprise"."zone_leader_spell" as "z"
          where "z"."office_id" = $1::int
            and ("z"."valid_from" <= $2::date and ("z"."valid_to" is null or $3::date < "z"."valid_to"))
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

-- enterprise.people_paired: value
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
      select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", null::text as "kind"
      from "enterprise"."pairing_spell" as "p"
      where "p"."office_id" = $5::int
        and ("p"."valid_from" <= $6::date and ("p"."valid_to" is null or $7::date < "p"."valid_to"))
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

-- enterprise.people_paired: rows
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
          select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", null::text as "kind"
          from "enterprise"."pairing_spell" as "p"
          where "p"."office_id" = $1::int
            and ("p"."valid_from" <= $2::date and ("p"."valid_to" is null or $3::date < "p"."valid_to"))
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

-- enterprise.members_paired: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 office
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
      select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", null::text as "kind"
      from "enterprise"."pairing_spell" as "p"
      inner join (
        select "m"."record_id" as "person_id", "m"."category"
        from "people"."person_spell" as "m"
        where "m"."office_id" = $5::int
          and "m"."branch_id" is not null
          and ("m"."valid_from" <= $6::date and ("m"."valid_to" is null or $7::date < "m"."valid_to"))
      ) as "m" on "m"."person_id" = "p"."person_id"
      where "p"."office_id" = $8::int
        and ("p"."valid_from" <= $9::date and ("p"."valid_to" is null or $10::date < "p"."valid_to"))
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

-- enterprise.members_paired: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 asOf, $6 asOf, $7 office, $8 node, $9 asOf, $10 asOf, $11 office, $12 asOf, $13 asOf, $14 afterRecord, $15 afterDay, $16 afterRecord, $17 afterKey, $18 limit, $19 office
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
          select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", null::text as "kind"
          from "enterprise"."pairing_spell" as "p"
          inner join (
            select "m"."record_id" as "person_id", "m"."category"
            from "people"."person_spell" as "m"
            where "m"."office_id" = $1::int
              and "m"."branch_id" is not null
              and ("m"."valid_from" <= $2::date and ("m"."valid_to" is null or $3::date < "m"."valid_to"))
          ) as "m" on "m"."person_id" = "p"."person_id"
          where "p"."office_id" = $4::int
            and ("p"."valid_from" <= $5::date and ("p"."valid_to" is null or $6::date < "p"."valid_to"))
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

-- enterprise.companies_paired: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office, $15 asOf, $16 asOf, $17 office
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
        and exists (
        select 1 as "one"
        from "enterprise"."pairing_spell" as "p"
        where "p"."office_id" = "c"."office_id"
          and "p"."company_id" = "c"."record_id"
          and ("p"."valid_from" <= $8::date and ("p"."valid_to" is null or $9::date < "p"."valid_to"))
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
) x on true
where o.office_id = $17::int;

-- enterprise.companies_paired: rows
-- $1 office, $2 asOf, $3 asOf, $4 asOf, $5 asOf, $6 office, $7 node, $8 asOf, $9 asOf, $10 office, $11 asOf, $12 asOf, $13 afterRecord, $14 afterDay, $15 afterRecord, $16 afterKey, $17 limit, $18 office
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
            and exists (
            select 1 as "one"
            from "enterprise"."pairing_spell" as "p"
            where "p"."office_id" = "c"."office_id"
              and "p"."company_id" = "c"."record_id"
              and ("p"."valid_from" <= $4::date and ("p"."valid_to" is null or $5::date < "p"."valid_to"))
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $6::int
            and a.record_id = $7::uuid
            and "a"."valid_from" <= $8::date
            and ("a"."valid_to" is null or $9::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $10::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $11::date
          and ("t"."valid_to" is null or $12::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $13::uuid is null or (day, record_id, key) > ($14::date, $15::uuid, $16::text)
  order by day, record_id, key
  limit $17::int
) x on true
where o.office_id = $18::int;

-- enterprise.companies_with_nobody: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office, $15 asOf, $16 asOf, $17 office
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
        and not exists (
        select 1 as "one"
        from "enterprise"."pairing_spell" as "p"
        where "p"."office_id" = "c"."office_id"
          and "p"."company_id" = "c"."record_id"
          and ("p"."valid_from" <= $8::date and ("p"."valid_to" is null or $9::date < "p"."valid_to"))
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
) x on true
where o.office_id = $17::int;

-- enterprise.companies_with_nobody: rows
-- $1 office, $2 asOf, $3 asOf, $4 asOf, $5 asOf, $6 office, $7 node, $8 asOf, $9 asOf, $10 office, $11 asOf, $12 asOf, $13 afterRecord, $14 afterDay, $15 afterRecord, $16 afterKey, $17 limit, $18 office
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
            and not exists (
            select 1 as "one"
            from "enterprise"."pairing_spell" as "p"
            where "p"."office_id" = "c"."office_id"
              and "p"."company_id" = "c"."record_id"
              and ("p"."valid_from" <= $4::date and ("p"."valid_to" is null or $5::date < "p"."valid_to"))
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $6::int
            and a.record_id = $7::uuid
            and "a"."valid_from" <= $8::date
            and ("a"."valid_to" is null or $9::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $10::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $11::date
          and ("t"."valid_to" is null or $12::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $13::uuid is null or (day, record_id, key) > ($14::date, $15::uuid, $16::text)
  order by day, record_id, key
  limit $17::int
) x on true
where o.office_id = $18::int;

-- enterprise.instructors: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = instructor, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", "p"."kind"
      from "enterprise"."posting_spell" as "p"
      where "p"."office_id" = $5::int
        and "p"."kind" in ($6)
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

-- enterprise.instructors: rows
-- $1 office, $2 = instructor, $3 asOf, $4 asOf, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", "p"."kind"
          from "enterprise"."posting_spell" as "p"
          where "p"."office_id" = $1::int
            and "p"."kind" in ($2)
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

-- enterprise.postings: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = instructor, $7 = liaison, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office, $15 asOf, $16 asOf, $17 office
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
      select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", "p"."kind"
      from "enterprise"."posting_spell" as "p"
      where "p"."office_id" = $5::int
        and "p"."kind" in ($6, $7)
        and ("p"."valid_from" <= $8::date and ("p"."valid_to" is null or $9::date < "p"."valid_to"))
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
) x on true
where o.office_id = $17::int;

-- enterprise.postings: rows
-- $1 office, $2 = instructor, $3 = liaison, $4 asOf, $5 asOf, $6 office, $7 node, $8 asOf, $9 asOf, $10 office, $11 asOf, $12 asOf, $13 afterRecord, $14 afterDay, $15 afterRecord, $16 afterKey, $17 limit, $18 office
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
          select "p"."record_id", "p"."place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.person_id::text as "key", "p"."kind"
          from "enterprise"."posting_spell" as "p"
          where "p"."office_id" = $1::int
            and "p"."kind" in ($2, $3)
            and ("p"."valid_from" <= $4::date and ("p"."valid_to" is null or $5::date < "p"."valid_to"))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $6::int
            and a.record_id = $7::uuid
            and "a"."valid_from" <= $8::date
            and ("a"."valid_to" is null or $9::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $10::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $11::date
          and ("t"."valid_to" is null or $12::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $13::uuid is null or (day, record_id, key) > ($14::date, $15::uuid, $16::text)
  order by day, record_id, key
  limit $17::int
) x on true
where o.office_id = $18::int;

-- enterprise.companies_contacted: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 office, $9 node, $10 office, $11 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", "s"."company_id"::text as "key", "s"."way" as "kind"
      from "enterprise"."contact_event" as "e"
      inner join "enterprise"."contact_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      where "e"."office_id" = $5::int
        and "e"."on_date" >= $6::date
        and "e"."on_date" <= $7::date
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
) x on true
where o.office_id = $11::int;

-- enterprise.companies_contacted: rows
-- $1 office, $2 from, $3 through, $4 office, $5 node, $6 office, $7 afterRecord, $8 afterDay, $9 afterRecord, $10 afterKey, $11 limit, $12 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", "s"."company_id"::text as "key", "s"."way" as "kind"
          from "enterprise"."contact_event" as "e"
          inner join "enterprise"."contact_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          where "e"."office_id" = $1::int
            and "e"."on_date" >= $2::date
            and "e"."on_date" <= $3::date
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $4::int
            and a.record_id = $5::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $6::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $7::uuid is null or (day, record_id, key) > ($8::date, $9::uuid, $10::text)
  order by day, record_id, key
  limit $11::int
) x on true
where o.office_id = $12::int;

-- enterprise.contacts: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 office, $9 node, $10 office, $11 office
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
      select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", "e"."id"::text as "key", "s"."way" as "kind"
      from "enterprise"."contact_event" as "e"
      inner join "enterprise"."contact_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      where "e"."office_id" = $5::int
        and "e"."on_date" >= $6::date
        and "e"."on_date" <= $7::date
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
) x on true
where o.office_id = $11::int;

-- enterprise.contacts: rows
-- $1 office, $2 from, $3 through, $4 office, $5 node, $6 office, $7 afterRecord, $8 afterDay, $9 afterRecord, $10 afterKey, $11 limit, $12 office
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
          select "e"."record_id", "s"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", "e"."id"::text as "key", "s"."way" as "kind"
          from "enterprise"."contact_event" as "e"
          inner join "enterprise"."contact_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and "s"."valid_from" = "e"."on_date"
          where "e"."office_id" = $1::int
            and "e"."on_date" >= $2::date
            and "e"."on_date" <= $3::date
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $4::int
            and a.record_id = $5::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $6::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $7::uuid is null or (day, record_id, key) > ($8::date, $9::uuid, $10::text)
  order by day, record_id, key
  limit $11::int
) x on true
where o.office_id = $12::int;
