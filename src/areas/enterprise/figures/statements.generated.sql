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

-- enterprise.drive_today_worked: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 asOf, $8 asOf, $9 asOf, $10 asOf, $11 asOf, $12 = true, $13 = true, $14 = 10, $15 office, $16 = operating, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 office, $26 node, $27 asOf, $28 asOf, $29 office, $30 asOf, $31 asOf, $32 office
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
        and ("c"."unit_id" in (
        select "v"."unit_id"
        from (
          select "v"."unit_id", "v"."way"
          from "organisation"."unit_coverage" as "v"
          where "v"."office_id" = $19::int
            and ("v"."valid_from" <= $20::date and ("v"."valid_to" is null or $21::date < "v"."valid_to"))
        ) as "v"
      ) or "t"."company_id" in (
        select "g"."company_id"
        from "enterprise"."posting_spell" as "g"
        where "g"."office_id" = $22::int
          and ("g"."valid_from" <= $23::date and ("g"."valid_to" is null or $24::date < "g"."valid_to"))
      ))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $25::int
        and a.record_id = $26::uuid
        and "a"."valid_from" <= $27::date
        and ("a"."valid_to" is null or $28::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $29::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $30::date
      and ("t"."valid_to" is null or $31::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $32::int;

-- enterprise.drive_today_worked: rows
-- $1 office, $2 office, $3 asOf, $4 asOf, $5 asOf, $6 asOf, $7 asOf, $8 = true, $9 = true, $10 = 10, $11 office, $12 = operating, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 office, $19 asOf, $20 asOf, $21 office, $22 node, $23 asOf, $24 asOf, $25 office, $26 asOf, $27 asOf, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
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
            and ("c"."unit_id" in (
            select "v"."unit_id"
            from (
              select "v"."unit_id", "v"."way"
              from "organisation"."unit_coverage" as "v"
              where "v"."office_id" = $15::int
                and ("v"."valid_from" <= $16::date and ("v"."valid_to" is null or $17::date < "v"."valid_to"))
            ) as "v"
          ) or "t"."company_id" in (
            select "g"."company_id"
            from "enterprise"."posting_spell" as "g"
            where "g"."office_id" = $18::int
              and ("g"."valid_from" <= $19::date and ("g"."valid_to" is null or $20::date < "g"."valid_to"))
          ))
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $21::int
            and a.record_id = $22::uuid
            and "a"."valid_from" <= $23::date
            and ("a"."valid_to" is null or $24::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $25::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $26::date
          and ("t"."valid_to" is null or $27::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $28::uuid is null or (day, record_id, key) > ($29::date, $30::uuid, $31::text)
  order by day, record_id, key
  limit $32::int
) x on true
where o.office_id = $33::int;

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

-- enterprise.drive_opening_worked: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 asOf, $8 = true, $9 = true, $10 = 10, $11 office, $12 asOf, $13 asOf, $14 office, $15 asOf, $16 asOf, $17 office, $18 node, $19 asOf, $20 asOf, $21 office, $22 asOf, $23 asOf, $24 office
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
        and ("c"."unit_id" in (
        select "v"."unit_id"
        from (
          select "v"."unit_id", "v"."way"
          from "organisation"."unit_coverage" as "v"
          where "v"."office_id" = $11::int
            and ("v"."valid_from" <= $12::date and ("v"."valid_to" is null or $13::date < "v"."valid_to"))
        ) as "v"
      ) or "t"."company_id" in (
        select "g"."company_id"
        from "enterprise"."posting_spell" as "g"
        where "g"."office_id" = $14::int
          and ("g"."valid_from" <= $15::date and ("g"."valid_to" is null or $16::date < "g"."valid_to"))
      ))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $17::int
        and a.record_id = $18::uuid
        and "a"."valid_from" <= $19::date
        and ("a"."valid_to" is null or $20::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $21::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $22::date
      and ("t"."valid_to" is null or $23::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $24::int;

-- enterprise.drive_opening_worked: rows
-- $1 office, $2 office, $3 asOf, $4 = true, $5 = true, $6 = 10, $7 office, $8 asOf, $9 asOf, $10 office, $11 asOf, $12 asOf, $13 office, $14 node, $15 asOf, $16 asOf, $17 office, $18 asOf, $19 asOf, $20 afterRecord, $21 afterDay, $22 afterRecord, $23 afterKey, $24 limit, $25 office
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
            and ("c"."unit_id" in (
            select "v"."unit_id"
            from (
              select "v"."unit_id", "v"."way"
              from "organisation"."unit_coverage" as "v"
              where "v"."office_id" = $7::int
                and ("v"."valid_from" <= $8::date and ("v"."valid_to" is null or $9::date < "v"."valid_to"))
            ) as "v"
          ) or "t"."company_id" in (
            select "g"."company_id"
            from "enterprise"."posting_spell" as "g"
            where "g"."office_id" = $10::int
              and ("g"."valid_from" <= $11::date and ("g"."valid_to" is null or $12::date < "g"."valid_to"))
          ))
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
    ) every
    where nth = 1
  ) counted
  where $20::uuid is null or (day, record_id, key) > ($21::date, $22::uuid, $23::text)
  order by day, record_id, key
  limit $24::int
) x on true
where o.office_id = $25::int;

-- enterprise.drives_with_open_census: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = street, $7 asOf, $8 asOf, $9 office, $10 = open, $11 asOf, $12 asOf, $13 office, $14 node, $15 asOf, $16 asOf, $17 office, $18 asOf, $19 asOf, $20 office
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
      select "s"."record_id", "r"."street_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."census" as "kind"
      from "enterprise"."drive_spell" as "s"
      inner join (
        select "r"."record_id" as "street_id"
        from "organisation"."place_spell" as "r"
        where "r"."office_id" = $5::int
          and "r"."kind" = $6
          and ("r"."valid_from" <= $7::date and ("r"."valid_to" is null or $8::date < "r"."valid_to"))
      ) as "r" on true
      where "s"."office_id" = $9::int
        and "s"."census" = $10
        and ("s"."valid_from" <= $11::date and ("s"."valid_to" is null or $12::date < "s"."valid_to"))
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

-- enterprise.drives_with_open_census: rows
-- $1 office, $2 = street, $3 asOf, $4 asOf, $5 office, $6 = open, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 afterRecord, $17 afterDay, $18 afterRecord, $19 afterKey, $20 limit, $21 office
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
          select "s"."record_id", "r"."street_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."census" as "kind"
          from "enterprise"."drive_spell" as "s"
          inner join (
            select "r"."record_id" as "street_id"
            from "organisation"."place_spell" as "r"
            where "r"."office_id" = $1::int
              and "r"."kind" = $2
              and ("r"."valid_from" <= $3::date and ("r"."valid_to" is null or $4::date < "r"."valid_to"))
          ) as "r" on true
          where "s"."office_id" = $5::int
            and "s"."census" = $6
            and ("s"."valid_from" <= $7::date and ("s"."valid_to" is null or $8::date < "s"."valid_to"))
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

-- enterprise.joint_departments: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = street, $7 asOf, $8 asOf, $9 office, $10 = true, $11 asOf, $12 asOf, $13 office, $14 node, $15 asOf, $16 asOf, $17 office, $18 asOf, $19 asOf, $20 office
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
      select "d"."record_id", "p"."street_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "d"."valid_from", "d"."valid_to", null::bigint as "amount", d.record_id::text as "key", null::text as "kind"
      from "enterprise"."department_spell" as "d"
      inner join lateral (
        select "r"."record_id" as "street_id"
        from "organisation"."place_spell" as "r"
        where "r"."office_id" = $5::int
          and "r"."kind" = $6
          and ("r"."valid_from" <= $7::date and ("r"."valid_to" is null or $8::date < "r"."valid_to"))
      ) as "p" on true
      where "d"."office_id" = $9::int
        and "d"."joint" = $10
        and ("d"."valid_from" <= $11::date and ("d"."valid_to" is null or $12::date < "d"."valid_to"))
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

-- enterprise.joint_departments: rows
-- $1 office, $2 = street, $3 asOf, $4 asOf, $5 office, $6 = true, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 afterRecord, $17 afterDay, $18 afterRecord, $19 afterKey, $20 limit, $21 office
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
          select "d"."record_id", "p"."street_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "d"."valid_from", "d"."valid_to", null::bigint as "amount", d.record_id::text as "key", null::text as "kind"
          from "enterprise"."department_spell" as "d"
          inner join lateral (
            select "r"."record_id" as "street_id"
            from "organisation"."place_spell" as "r"
            where "r"."office_id" = $1::int
              and "r"."kind" = $2
              and ("r"."valid_from" <= $3::date and ("r"."valid_to" is null or $4::date < "r"."valid_to"))
          ) as "p" on true
          where "d"."office_id" = $5::int
            and "d"."joint" = $6
            and ("d"."valid_from" <= $7::date and ("d"."valid_to" is null or $8::date < "d"."valid_to"))
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

-- enterprise.requests_received: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = received, $9 office, $10 node, $11 office, $12 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "s"."kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $9::int
        and a.record_id = $10::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $11::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $12::int;

-- enterprise.requests_received: rows
-- $1 office, $2 from, $3 through, $4 = received, $5 office, $6 node, $7 office, $8 afterRecord, $9 afterDay, $10 afterRecord, $11 afterKey, $12 limit, $13 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "s"."kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $5::int
            and a.record_id = $6::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $7::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $8::uuid is null or (day, record_id, key) > ($9::date, $10::uuid, $11::text)
  order by day, record_id, key
  limit $12::int
) x on true
where o.office_id = $13::int;

-- enterprise.requests_closed: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = closed, $9 = reopened, $10 through, $11 office, $12 node, $13 office, $14 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."outcome" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9)
          and l.on_date <= $10::date
      )
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

-- enterprise.requests_closed: rows
-- $1 office, $2 from, $3 through, $4 = closed, $5 = reopened, $6 through, $7 office, $8 node, $9 office, $10 afterRecord, $11 afterDay, $12 afterRecord, $13 afterKey, $14 limit, $15 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."outcome" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5)
              and l.on_date <= $6::date
          )
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

-- enterprise.requests_open: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = open, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "enterprise"."request_spell" as "s"
      where "s"."office_id" = $5::int
        and "s"."stage" = $6
        and ("s"."valid_from" <= $7::date and ("s"."valid_to" is null or $8::date < "s"."valid_to"))
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

-- enterprise.requests_open: rows
-- $1 office, $2 = open, $3 asOf, $4 asOf, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
          from "enterprise"."request_spell" as "s"
          where "s"."office_id" = $1::int
            and "s"."stage" = $2
            and ("s"."valid_from" <= $3::date and ("s"."valid_to" is null or $4::date < "s"."valid_to"))
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

-- enterprise.parts_overdue: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 office, $8 = open, $9 asOf, $10 office, $11 asOf, $12 asOf, $13 asOf, $14 office, $15 asOf, $16 office, $17 node, $18 asOf, $19 asOf, $20 office, $21 asOf, $22 asOf, $23 office
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
      select "r"."record_id", "r"."place_id", null::uuid as "line_id", null::date as "on_date", "r"."start_on" as "valid_from", null::date as "valid_to", null::bigint as "amount", r.request_id::text as "key", "r"."role" as "kind"
      from (with told as (
        select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run, min (e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
        from ((
          select "record_id", "on_date", "seq", "kind", "sets"
          from "enterprise"."task_event"
          where "office_id" = $5::int
            and "on_date" <= $6::date
        )) e window whole as (partition by e.record_id order by e.seq)
      ), ran as (
        select record_id, run, min (on_date) as start_on, min (on_date) filter (where kind = 'answered') as answered_on, bool_or (kind = 'upheld') as returned, (array_agg (sets order by sets - >> 'asked_on' desc, seq desc) filter (where kind = 'extended')) [ 1 ] as more, array_agg (on_date order by seq) filter (where kind = 'paused') as paused_on, array_agg (resumed_on order by seq) filter (where kind = 'paused') as resumed_on
        from told
        group by record_id, run
      ), lived as (
        select r.*, p.request_id, p.place_id, p.role, (r.more - >> 'asked_on')::date as asked_on, (r.more - >> 'new_due')::date as new_due, (
          select min (q.valid_from)
          from ((
            select "record_id", "valid_from"
            from "enterprise"."request_spell"
            where "office_id" = $7::int
              and "stage" ! = $8
              and "valid_from" <= $9::date
          )) q
          where q.record_id = p.request_id
            and q.valid_from >= r.start_on
            and (r.next_on is null or q.valid_from <= r.next_on)
        ) as ended_on
        from (
          select ran.*, lead (start_on) over (partition by record_id order by run) as next_on
          from ran
        ) r
        join ((
          select "s"."record_id", "s"."request_id", "s"."place_id", "s"."role"
          from "enterprise"."task_spell" as "s"
          where "s"."office_id" = $10::int
            and ("s"."valid_from" <= $11::date and ("s"."valid_to" is null or $12::date < "s"."valid_to"))
        )) p on p.record_id = r.record_id
        where not r.returned
      ) select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on, - - The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0 then (
        select w.day
        from platform.working_day s
        join platform.working_day w on w.worked
          and w.nth = s.nth + t.length
        where s.day = l.start_on
      ) else enterprise.due_day (coalesce(l.asked_on, l.start_on), case when l.new_due is null then t.length when t.unit = 'day' then greatest (l.new_due - l.asked_on, 0) else (
        select greatest (n.nth - a.nth, 0)
        from platform.working_day n, platform.working_day a
        where n.day = l.new_due
          and a.day = l.asked_on
      ) end, t.unit, coalesce(l.new_due, l.start_on), coalesce((
        select range_agg (daterange (h.paused, coalesce(h.resumed, l.ended_on, $13::date), '[]'))
        from unnest (l.paused_on, l.resumed_on) h (paused, resumed)
      ), '{}'::datemultirange)) end as due_on from lived l cross join lateral (
        select coalesce(max (c.length), case l.role when 'lead' then 7 else 3 end) as length, coalesce(max (c.unit), 'working_day') as unit
        from ((
          select "h"."step", "c"."length", "c"."unit", "c"."valid_from", "c"."valid_to"
          from "enterprise"."clock_spell" as "c"
          inner join "enterprise"."clock" as "h" on "h"."office_id" = "c"."office_id"
            and "h"."id" = "c"."record_id"
          where "c"."office_id" = $14::int
        )) c
        where c.step = l.role
          and c.valid_from <= l.start_on
          and (c.valid_to is null or l.start_on < c.valid_to)
      ) t where l.answered_on is not null or l.ended_on is null) as "r"
      where "r"."answered_on" is null
        and r.due_on < $15::date
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $16::int
        and a.record_id = $17::uuid
        and "a"."valid_from" <= $18::date
        and ("a"."valid_to" is null or $19::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $20::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $21::date
      and ("t"."valid_to" is null or $22::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $23::int;

-- enterprise.parts_overdue: rows
-- $1 office, $2 asOf, $3 office, $4 = open, $5 asOf, $6 office, $7 asOf, $8 asOf, $9 asOf, $10 office, $11 asOf, $12 office, $13 node, $14 asOf, $15 asOf, $16 office, $17 asOf, $18 asOf, $19 afterRecord, $20 afterDay, $21 afterRecord, $22 afterKey, $23 limit, $24 office
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
          select "r"."record_id", "r"."place_id", null::uuid as "line_id", null::date as "on_date", "r"."start_on" as "valid_from", null::date as "valid_to", null::bigint as "amount", r.request_id::text as "key", "r"."role" as "kind"
          from (with told as (
            select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run, min (e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
            from ((
              select "record_id", "on_date", "seq", "kind", "sets"
              from "enterprise"."task_event"
              where "office_id" = $1::int
                and "on_date" <= $2::date
            )) e window whole as (partition by e.record_id order by e.seq)
          ), ran as (
            select record_id, run, min (on_date) as start_on, min (on_date) filter (where kind = 'answered') as answered_on, bool_or (kind = 'upheld') as returned, (array_agg (sets order by sets - >> 'asked_on' desc, seq desc) filter (where kind = 'extended')) [ 1 ] as more, array_agg (on_date order by seq) filter (where kind = 'paused') as paused_on, array_agg (resumed_on order by seq) filter (where kind = 'paused') as resumed_on
            from told
            group by record_id, run
          ), lived as (
            select r.*, p.request_id, p.place_id, p.role, (r.more - >> 'asked_on')::date as asked_on, (r.more - >> 'new_due')::date as new_due, (
              select min (q.valid_from)
              from ((
                select "record_id", "valid_from"
                from "enterprise"."request_spell"
                where "office_id" = $3::int
                  and "stage" ! = $4
                  and "valid_from" <= $5::date
              )) q
              where q.record_id = p.request_id
                and q.valid_from >= r.start_on
                and (r.next_on is null or q.valid_from <= r.next_on)
            ) as ended_on
            from (
              select ran.*, lead (start_on) over (partition by record_id order by run) as next_on
              from ran
            ) r
            join ((
              select "s"."record_id", "s"."request_id", "s"."place_id", "s"."role"
              from "enterprise"."task_spell" as "s"
              where "s"."office_id" = $6::int
                and ("s"."valid_from" <= $7::date and ("s"."valid_to" is null or $8::date < "s"."valid_to"))
            )) p on p.record_id = r.record_id
            where not r.returned
          ) select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on, - - The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0 then (
            select w.day
            from platform.working_day s
            join platform.working_day w on w.worked
              and w.nth = s.nth + t.length
            where s.day = l.start_on
          ) else enterprise.due_day (coalesce(l.asked_on, l.start_on), case when l.new_due is null then t.length when t.unit = 'day' then greatest (l.new_due - l.asked_on, 0) else (
            select greatest (n.nth - a.nth, 0)
            from platform.working_day n, platform.working_day a
            where n.day = l.new_due
              and a.day = l.asked_on
          ) end, t.unit, coalesce(l.new_due, l.start_on), coalesce((
            select range_agg (daterange (h.paused, coalesce(h.resumed, l.ended_on, $9::date), '[]'))
            from unnest (l.paused_on, l.resumed_on) h (paused, resumed)
          ), '{}'::datemultirange)) end as due_on from lived l cross join lateral (
            select coalesce(max (c.length), case l.role when 'lead' then 7 else 3 end) as length, coalesce(max (c.unit), 'working_day') as unit
            from ((
              select "h"."step", "c"."length", "c"."unit", "c"."valid_from", "c"."valid_to"
              from "enterprise"."clock_spell" as "c"
              inner join "enterprise"."clock" as "h" on "h"."office_id" = "c"."office_id"
                and "h"."id" = "c"."record_id"
              where "c"."office_id" = $10::int
            )) c
            where c.step = l.role
              and c.valid_from <= l.start_on
              and (c.valid_to is null or l.start_on < c.valid_to)
          ) t where l.answered_on is not null or l.ended_on is null) as "r"
          where "r"."answered_on" is null
            and r.due_on < $11::date
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
    ) every
    where nth = 1
  ) counted
  where $19::uuid is null or (day, record_id, key) > ($20::date, $21::uuid, $22::text)
  order by day, record_id, key
  limit $23::int
) x on true
where o.office_id = $24::int;

-- enterprise.companies_with_problem_solved: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = closed, $9 = reopened, $10 through, $11 = solved, $12 = financing, $13 = upgrading, $14 = hiring, $15 office, $16 node, $17 office, $18 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", s.company_id::text as "key", "s"."kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9)
          and l.on_date <= $10::date
      )
        and "e"."outcome" = $11
        and "s"."kind" in ($12, $13, $14)
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
) x on true
where o.office_id = $18::int;

-- enterprise.companies_with_problem_solved: rows
-- $1 office, $2 from, $3 through, $4 = closed, $5 = reopened, $6 through, $7 = solved, $8 = financing, $9 = upgrading, $10 = hiring, $11 office, $12 node, $13 office, $14 afterRecord, $15 afterDay, $16 afterRecord, $17 afterKey, $18 limit, $19 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", s.company_id::text as "key", "s"."kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5)
              and l.on_date <= $6::date
          )
            and "e"."outcome" = $7
            and "s"."kind" in ($8, $9, $10)
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
    ) every
    where nth = 1
  ) counted
  where $14::uuid is null or (day, record_id, key) > ($15::date, $16::uuid, $17::text)
  order by day, record_id, key
  limit $18::int
) x on true
where o.office_id = $19::int;

-- enterprise.problems_solved: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = closed, $9 = reopened, $10 through, $11 = solved, $12 = financing, $13 = upgrading, $14 = hiring, $15 office, $16 node, $17 office, $18 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", s.company_id::text as "key", "s"."kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9)
          and l.on_date <= $10::date
      )
        and "e"."outcome" = $11
        and "s"."kind" in ($12, $13, $14)
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
) x on true
where o.office_id = $18::int;

-- enterprise.problems_solved: rows
-- $1 office, $2 from, $3 through, $4 = closed, $5 = reopened, $6 through, $7 = solved, $8 = financing, $9 = upgrading, $10 = hiring, $11 office, $12 node, $13 office, $14 afterRecord, $15 afterDay, $16 afterRecord, $17 afterKey, $18 limit, $19 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", s.company_id::text as "key", "s"."kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5)
              and l.on_date <= $6::date
          )
            and "e"."outcome" = $7
            and "s"."kind" in ($8, $9, $10)
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
    ) every
    where nth = 1
  ) counted
  where $14::uuid is null or (day, record_id, key) > ($15::date, $16::uuid, $17::text)
  order by day, record_id, key
  limit $18::int
) x on true
where o.office_id = $19::int;

-- enterprise.leads_due: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 through, $7 office, $8 = open, $9 through, $10 office, $11 through, $12 through, $13 through, $14 office, $15 = lead, $16 from, $17 through, $18 office, $19 node, $20 office, $21 office
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
      select "r"."record_id", "r"."place_id", null::uuid as "line_id", "r"."due_on" as "on_date", "r"."start_on" as "valid_from", "r"."answered_on" as "valid_to", null::bigint as "amount", r.request_id::text as "key", null::text as "kind"
      from (with told as (
        select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run, min (e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
        from ((
          select "record_id", "on_date", "seq", "kind", "sets"
          from "enterprise"."task_event"
          where "office_id" = $5::int
            and "on_date" <= $6::date
        )) e window whole as (partition by e.record_id order by e.seq)
      ), ran as (
        select record_id, run, min (on_date) as start_on, min (on_date) filter (where kind = 'answered') as answered_on, bool_or (kind = 'upheld') as returned, (array_agg (sets order by sets - >> 'asked_on' desc, seq desc) filter (where kind = 'extended')) [ 1 ] as more, array_agg (on_date order by seq) filter (where kind = 'paused') as paused_on, array_agg (resumed_on order by seq) filter (where kind = 'paused') as resumed_on
        from told
        group by record_id, run
      ), lived as (
        select r.*, p.request_id, p.place_id, p.role, (r.more - >> 'asked_on')::date as asked_on, (r.more - >> 'new_due')::date as new_due, (
          select min (q.valid_from)
          from ((
            select "record_id", "valid_from"
            from "enterprise"."request_spell"
            where "office_id" = $7::int
              and "stage" ! = $8
              and "valid_from" <= $9::date
          )) q
          where q.record_id = p.request_id
            and q.valid_from >= r.start_on
            and (r.next_on is null or q.valid_from <= r.next_on)
        ) as ended_on
        from (
          select ran.*, lead (start_on) over (partition by record_id order by run) as next_on
          from ran
        ) r
        join ((
          select "s"."record_id", "s"."request_id", "s"."place_id", "s"."role"
          from "enterprise"."task_spell" as "s"
          where "s"."office_id" = $10::int
            and ("s"."valid_from" <= $11::date and ("s"."valid_to" is null or $12::date < "s"."valid_to"))
        )) p on p.record_id = r.record_id
        where not r.returned
      ) select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on, - - The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0 then (
        select w.day
        from platform.working_day s
        join platform.working_day w on w.worked
          and w.nth = s.nth + t.length
        where s.day = l.start_on
      ) else enterprise.due_day (coalesce(l.asked_on, l.start_on), case when l.new_due is null then t.length when t.unit = 'day' then greatest (l.new_due - l.asked_on, 0) else (
        select greatest (n.nth - a.nth, 0)
        from platform.working_day n, platform.working_day a
        where n.day = l.new_due
          and a.day = l.asked_on
      ) end, t.unit, coalesce(l.new_due, l.start_on), coalesce((
        select range_agg (daterange (h.paused, coalesce(h.resumed, l.ended_on, $13::date), '[]'))
        from unnest (l.paused_on, l.resumed_on) h (paused, resumed)
      ), '{}'::datemultirange)) end as due_on from lived l cross join lateral (
        select coalesce(max (c.length), case l.role when 'lead' then 7 else 3 end) as length, coalesce(max (c.unit), 'working_day') as unit
        from ((
          select "h"."step", "c"."length", "c"."unit", "c"."valid_from", "c"."valid_to"
          from "enterprise"."clock_spell" as "c"
          inner join "enterprise"."clock" as "h" on "h"."office_id" = "c"."office_id"
            and "h"."id" = "c"."record_id"
          where "c"."office_id" = $14::int
        )) c
        where c.step = l.role
          and c.valid_from <= l.start_on
          and (c.valid_to is null or l.start_on < c.valid_to)
      ) t where l.answered_on is not null or l.ended_on is null) as "r"
      where "r"."role" = $15
        and r.due_on >= $16::date
        and r.due_on <= $17::date
        and true
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $18::int
        and a.record_id = $19::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $20::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $21::int;

-- enterprise.leads_due: rows
-- $1 office, $2 through, $3 office, $4 = open, $5 through, $6 office, $7 through, $8 through, $9 through, $10 office, $11 = lead, $12 from, $13 through, $14 office, $15 node, $16 office, $17 afterRecord, $18 afterDay, $19 afterRecord, $20 afterKey, $21 limit, $22 office
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
          select "r"."record_id", "r"."place_id", null::uuid as "line_id", "r"."due_on" as "on_date", "r"."start_on" as "valid_from", "r"."answered_on" as "valid_to", null::bigint as "amount", r.request_id::text as "key", null::text as "kind"
          from (with told as (
            select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run, min (e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
            from ((
              select "record_id", "on_date", "seq", "kind", "sets"
              from "enterprise"."task_event"
              where "office_id" = $1::int
                and "on_date" <= $2::date
            )) e window whole as (partition by e.record_id order by e.seq)
          ), ran as (
            select record_id, run, min (on_date) as start_on, min (on_date) filter (where kind = 'answered') as answered_on, bool_or (kind = 'upheld') as returned, (array_agg (sets order by sets - >> 'asked_on' desc, seq desc) filter (where kind = 'extended')) [ 1 ] as more, array_agg (on_date order by seq) filter (where kind = 'paused') as paused_on, array_agg (resumed_on order by seq) filter (where kind = 'paused') as resumed_on
            from told
            group by record_id, run
          ), lived as (
            select r.*, p.request_id, p.place_id, p.role, (r.more - >> 'asked_on')::date as asked_on, (r.more - >> 'new_due')::date as new_due, (
              select min (q.valid_from)
              from ((
                select "record_id", "valid_from"
                from "enterprise"."request_spell"
                where "office_id" = $3::int
                  and "stage" ! = $4
                  and "valid_from" <= $5::date
              )) q
              where q.record_id = p.request_id
                and q.valid_from >= r.start_on
                and (r.next_on is null or q.valid_from <= r.next_on)
            ) as ended_on
            from (
              select ran.*, lead (start_on) over (partition by record_id order by run) as next_on
              from ran
            ) r
            join ((
              select "s"."record_id", "s"."request_id", "s"."place_id", "s"."role"
              from "enterprise"."task_spell" as "s"
              where "s"."office_id" = $6::int
                and ("s"."valid_from" <= $7::date and ("s"."valid_to" is null or $8::date < "s"."valid_to"))
            )) p on p.record_id = r.record_id
            where not r.returned
          ) select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on, - - The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0 then (
            select w.day
            from platform.working_day s
            join platform.working_day w on w.worked
              and w.nth = s.nth + t.length
            where s.day = l.start_on
          ) else enterprise.due_day (coalesce(l.asked_on, l.start_on), case when l.new_due is null then t.length when t.unit = 'day' then greatest (l.new_due - l.asked_on, 0) else (
            select greatest (n.nth - a.nth, 0)
            from platform.working_day n, platform.working_day a
            where n.day = l.new_due
              and a.day = l.asked_on
          ) end, t.unit, coalesce(l.new_due, l.start_on), coalesce((
            select range_agg (daterange (h.paused, coalesce(h.resumed, l.ended_on, $9::date), '[]'))
            from unnest (l.paused_on, l.resumed_on) h (paused, resumed)
          ), '{}'::datemultirange)) end as due_on from lived l cross join lateral (
            select coalesce(max (c.length), case l.role when 'lead' then 7 else 3 end) as length, coalesce(max (c.unit), 'working_day') as unit
            from ((
              select "h"."step", "c"."length", "c"."unit", "c"."valid_from", "c"."valid_to"
              from "enterprise"."clock_spell" as "c"
              inner join "enterprise"."clock" as "h" on "h"."office_id" = "c"."office_id"
                and "h"."id" = "c"."record_id"
              where "c"."office_id" = $10::int
            )) c
            where c.step = l.role
              and c.valid_from <= l.start_on
              and (c.valid_to is null or l.start_on < c.valid_to)
          ) t where l.answered_on is not null or l.ended_on is null) as "r"
          where "r"."role" = $11
            and r.due_on >= $12::date
            and r.due_on <= $13::date
            and true
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $14::int
            and a.record_id = $15::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $16::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- enterprise.leads_answered_in_time: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 through, $7 office, $8 = open, $9 through, $10 office, $11 through, $12 through, $13 through, $14 office, $15 = lead, $16 from, $17 through, $18 office, $19 node, $20 office, $21 office
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
      select "r"."record_id", "r"."place_id", null::uuid as "line_id", "r"."due_on" as "on_date", "r"."start_on" as "valid_from", "r"."answered_on" as "valid_to", null::bigint as "amount", r.request_id::text as "key", null::text as "kind"
      from (with told as (
        select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run, min (e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
        from ((
          select "record_id", "on_date", "seq", "kind", "sets"
          from "enterprise"."task_event"
          where "office_id" = $5::int
            and "on_date" <= $6::date
        )) e window whole as (partition by e.record_id order by e.seq)
      ), ran as (
        select record_id, run, min (on_date) as start_on, min (on_date) filter (where kind = 'answered') as answered_on, bool_or (kind = 'upheld') as returned, (array_agg (sets order by sets - >> 'asked_on' desc, seq desc) filter (where kind = 'extended')) [ 1 ] as more, array_agg (on_date order by seq) filter (where kind = 'paused') as paused_on, array_agg (resumed_on order by seq) filter (where kind = 'paused') as resumed_on
        from told
        group by record_id, run
      ), lived as (
        select r.*, p.request_id, p.place_id, p.role, (r.more - >> 'asked_on')::date as asked_on, (r.more - >> 'new_due')::date as new_due, (
          select min (q.valid_from)
          from ((
            select "record_id", "valid_from"
            from "enterprise"."request_spell"
            where "office_id" = $7::int
              and "stage" ! = $8
              and "valid_from" <= $9::date
          )) q
          where q.record_id = p.request_id
            and q.valid_from >= r.start_on
            and (r.next_on is null or q.valid_from <= r.next_on)
        ) as ended_on
        from (
          select ran.*, lead (start_on) over (partition by record_id order by run) as next_on
          from ran
        ) r
        join ((
          select "s"."record_id", "s"."request_id", "s"."place_id", "s"."role"
          from "enterprise"."task_spell" as "s"
          where "s"."office_id" = $10::int
            and ("s"."valid_from" <= $11::date and ("s"."valid_to" is null or $12::date < "s"."valid_to"))
        )) p on p.record_id = r.record_id
        where not r.returned
      ) select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on, - - The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0 then (
        select w.day
        from platform.working_day s
        join platform.working_day w on w.worked
          and w.nth = s.nth + t.length
        where s.day = l.start_on
      ) else enterprise.due_day (coalesce(l.asked_on, l.start_on), case when l.new_due is null then t.length when t.unit = 'day' then greatest (l.new_due - l.asked_on, 0) else (
        select greatest (n.nth - a.nth, 0)
        from platform.working_day n, platform.working_day a
        where n.day = l.new_due
          and a.day = l.asked_on
      ) end, t.unit, coalesce(l.new_due, l.start_on), coalesce((
        select range_agg (daterange (h.paused, coalesce(h.resumed, l.ended_on, $13::date), '[]'))
        from unnest (l.paused_on, l.resumed_on) h (paused, resumed)
      ), '{}'::datemultirange)) end as due_on from lived l cross join lateral (
        select coalesce(max (c.length), case l.role when 'lead' then 7 else 3 end) as length, coalesce(max (c.unit), 'working_day') as unit
        from ((
          select "h"."step", "c"."length", "c"."unit", "c"."valid_from", "c"."valid_to"
          from "enterprise"."clock_spell" as "c"
          inner join "enterprise"."clock" as "h" on "h"."office_id" = "c"."office_id"
            and "h"."id" = "c"."record_id"
          where "c"."office_id" = $14::int
        )) c
        where c.step = l.role
          and c.valid_from <= l.start_on
          and (c.valid_to is null or l.start_on < c.valid_to)
      ) t where l.answered_on is not null or l.ended_on is null) as "r"
      where "r"."role" = $15
        and r.due_on >= $16::date
        and r.due_on <= $17::date
        and r.answered_on <= r.due_on
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $18::int
        and a.record_id = $19::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $20::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $21::int;

-- enterprise.leads_answered_in_time: rows
-- $1 office, $2 through, $3 office, $4 = open, $5 through, $6 office, $7 through, $8 through, $9 through, $10 office, $11 = lead, $12 from, $13 through, $14 office, $15 node, $16 office, $17 afterRecord, $18 afterDay, $19 afterRecord, $20 afterKey, $21 limit, $22 office
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
          select "r"."record_id", "r"."place_id", null::uuid as "line_id", "r"."due_on" as "on_date", "r"."start_on" as "valid_from", "r"."answered_on" as "valid_to", null::bigint as "amount", r.request_id::text as "key", null::text as "kind"
          from (with told as (
            select e.*, count(*) filter (where e.kind in ('assigned', 'reopened')) over whole as run, min (e.on_date) filter (where e.kind = 'resumed') over (partition by e.record_id order by e.seq rows between current row and unbounded following) as resumed_on
            from ((
              select "record_id", "on_date", "seq", "kind", "sets"
              from "enterprise"."task_event"
              where "office_id" = $1::int
                and "on_date" <= $2::date
            )) e window whole as (partition by e.record_id order by e.seq)
          ), ran as (
            select record_id, run, min (on_date) as start_on, min (on_date) filter (where kind = 'answered') as answered_on, bool_or (kind = 'upheld') as returned, (array_agg (sets order by sets - >> 'asked_on' desc, seq desc) filter (where kind = 'extended')) [ 1 ] as more, array_agg (on_date order by seq) filter (where kind = 'paused') as paused_on, array_agg (resumed_on order by seq) filter (where kind = 'paused') as resumed_on
            from told
            group by record_id, run
          ), lived as (
            select r.*, p.request_id, p.place_id, p.role, (r.more - >> 'asked_on')::date as asked_on, (r.more - >> 'new_due')::date as new_due, (
              select min (q.valid_from)
              from ((
                select "record_id", "valid_from"
                from "enterprise"."request_spell"
                where "office_id" = $3::int
                  and "stage" ! = $4
                  and "valid_from" <= $5::date
              )) q
              where q.record_id = p.request_id
                and q.valid_from >= r.start_on
                and (r.next_on is null or q.valid_from <= r.next_on)
            ) as ended_on
            from (
              select ran.*, lead (start_on) over (partition by record_id order by run) as next_on
              from ran
            ) r
            join ((
              select "s"."record_id", "s"."request_id", "s"."place_id", "s"."role"
              from "enterprise"."task_spell" as "s"
              where "s"."office_id" = $6::int
                and ("s"."valid_from" <= $7::date and ("s"."valid_to" is null or $8::date < "s"."valid_to"))
            )) p on p.record_id = r.record_id
            where not r.returned
          ) select l.record_id, l.request_id, l.place_id, l.role, l.start_on, l.answered_on, - - The common clock is one step in the dictionary; whatever pauses, moves or counts otherwise goes through the function.case when l.paused_on is null and l.more is null and t.unit = 'working_day' and t.length > 0 then (
            select w.day
            from platform.working_day s
            join platform.working_day w on w.worked
              and w.nth = s.nth + t.length
            where s.day = l.start_on
          ) else enterprise.due_day (coalesce(l.asked_on, l.start_on), case when l.new_due is null then t.length when t.unit = 'day' then greatest (l.new_due - l.asked_on, 0) else (
            select greatest (n.nth - a.nth, 0)
            from platform.working_day n, platform.working_day a
            where n.day = l.new_due
              and a.day = l.asked_on
          ) end, t.unit, coalesce(l.new_due, l.start_on), coalesce((
            select range_agg (daterange (h.paused, coalesce(h.resumed, l.ended_on, $9::date), '[]'))
            from unnest (l.paused_on, l.resumed_on) h (paused, resumed)
          ), '{}'::datemultirange)) end as due_on from lived l cross join lateral (
            select coalesce(max (c.length), case l.role when 'lead' then 7 else 3 end) as length, coalesce(max (c.unit), 'working_day') as unit
            from ((
              select "h"."step", "c"."length", "c"."unit", "c"."valid_from", "c"."valid_to"
              from "enterprise"."clock_spell" as "c"
              inner join "enterprise"."clock" as "h" on "h"."office_id" = "c"."office_id"
                and "h"."id" = "c"."record_id"
              where "c"."office_id" = $10::int
            )) c
            where c.step = l.role
              and c.valid_from <= l.start_on
              and (c.valid_to is null or l.start_on < c.valid_to)
          ) t where l.answered_on is not null or l.ended_on is null) as "r"
          where "r"."role" = $11
            and r.due_on >= $12::date
            and r.due_on <= $13::date
            and r.answered_on <= r.due_on
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $14::int
            and a.record_id = $15::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $16::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- enterprise.requests_received_and_closed: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = received, $9 = open, $10 through, $11 through, $12 office, $13 node, $14 office, $15 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "s"."kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and exists (
        select 1 as "one"
        from "enterprise"."request_spell" as "n"
        where "n"."office_id" = "e"."office_id"
          and "n"."record_id" = "e"."record_id"
          and "n"."stage" ! = $9
          and ("n"."valid_from" <= $10::date and ("n"."valid_to" is null or $11::date < "n"."valid_to"))
      )
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

-- enterprise.requests_received_and_closed: rows
-- $1 office, $2 from, $3 through, $4 = received, $5 = open, $6 through, $7 through, $8 office, $9 node, $10 office, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "s"."kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and exists (
            select 1 as "one"
            from "enterprise"."request_spell" as "n"
            where "n"."office_id" = "e"."office_id"
              and "n"."record_id" = "e"."record_id"
              and "n"."stage" ! = $5
              and ("n"."valid_from" <= $6::date and ("n"."valid_to" is null or $7::date < "n"."valid_to"))
          )
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

-- enterprise.requests_closed_and_reached: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = closed, $9 = reopened, $10 through, $11 = called_back, $12 = not_reached, $13 through, $14 office, $15 node, $16 office, $17 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."outcome" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9)
          and l.on_date <= $10::date
      )
        and exists (
        select 1 as "one"
        from "enterprise"."request_event" as "c"
        where "c"."office_id" = "e"."office_id"
          and "c"."record_id" = "e"."record_id"
          and "c"."seq" > "e"."seq"
          and "c"."kind" = $11
          and "c"."satisfaction" ! = $12
          and c.on_date <= $13::date
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $14::int
        and a.record_id = $15::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $16::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $17::int;

-- enterprise.requests_closed_and_reached: rows
-- $1 office, $2 from, $3 through, $4 = closed, $5 = reopened, $6 through, $7 = called_back, $8 = not_reached, $9 through, $10 office, $11 node, $12 office, $13 afterRecord, $14 afterDay, $15 afterRecord, $16 afterKey, $17 limit, $18 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."outcome" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5)
              and l.on_date <= $6::date
          )
            and exists (
            select 1 as "one"
            from "enterprise"."request_event" as "c"
            where "c"."office_id" = "e"."office_id"
              and "c"."record_id" = "e"."record_id"
              and "c"."seq" > "e"."seq"
              and "c"."kind" = $7
              and "c"."satisfaction" ! = $8
              and c.on_date <= $9::date
          )
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
    ) every
    where nth = 1
  ) counted
  where $13::uuid is null or (day, record_id, key) > ($14::date, $15::uuid, $16::text)
  order by day, record_id, key
  limit $17::int
) x on true
where o.office_id = $18::int;

-- enterprise.called_back_and_content: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = called_back, $9 = called_back, $10 = reopened, $11 through, $12 = satisfied, $13 = fairly, $14 office, $15 node, $16 office, $17 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9, $10)
          and l.on_date <= $11::date
      )
        and "e"."satisfaction" in ($12, $13)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $14::int
        and a.record_id = $15::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $16::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $17::int;

-- enterprise.called_back_and_content: rows
-- $1 office, $2 from, $3 through, $4 = called_back, $5 = called_back, $6 = reopened, $7 through, $8 = satisfied, $9 = fairly, $10 office, $11 node, $12 office, $13 afterRecord, $14 afterDay, $15 afterRecord, $16 afterKey, $17 limit, $18 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5, $6)
              and l.on_date <= $7::date
          )
            and "e"."satisfaction" in ($8, $9)
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
    ) every
    where nth = 1
  ) counted
  where $13::uuid is null or (day, record_id, key) > ($14::date, $15::uuid, $16::text)
  order by day, record_id, key
  limit $17::int
) x on true
where o.office_id = $18::int;

-- enterprise.called_back_and_reached: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = called_back, $9 = called_back, $10 = reopened, $11 through, $12 = satisfied, $13 = fairly, $14 = not_satisfied, $15 office, $16 node, $17 office, $18 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9, $10)
          and l.on_date <= $11::date
      )
        and "e"."satisfaction" in ($12, $13, $14)
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
) x on true
where o.office_id = $18::int;

-- enterprise.called_back_and_reached: rows
-- $1 office, $2 from, $3 through, $4 = called_back, $5 = called_back, $6 = reopened, $7 through, $8 = satisfied, $9 = fairly, $10 = not_satisfied, $11 office, $12 node, $13 office, $14 afterRecord, $15 afterDay, $16 afterRecord, $17 afterKey, $18 limit, $19 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5, $6)
              and l.on_date <= $7::date
          )
            and "e"."satisfaction" in ($8, $9, $10)
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
    ) every
    where nth = 1
  ) counted
  where $14::uuid is null or (day, record_id, key) > ($15::date, $16::uuid, $17::text)
  order by day, record_id, key
  limit $18::int
) x on true
where o.office_id = $19::int;

-- enterprise.working_days_to_close_median: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 from, $8 through, $9 = closed, $10 = reopened, $11 through, $12 office, $13 node, $14 office, $15 office
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
  ) as scope_names, count(*) as rows, count(*) as keys, sum(amount) as amount, percentile_disc (0.5) within
  group (order by amount) as "p50"
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", (
        select (c.nth - r.nth)::bigint
        from platform.working_day c, platform.working_day r
        where c.day = e.on_date
          and r.day = (
          select min (b.valid_from)
          from (
            select "record_id", "valid_from"
            from "enterprise"."request_spell"
            where "office_id" = $5::int
          ) b
          where b.record_id = e.record_id
        )
      ) as "amount", e.record_id::text as "key", "s"."kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $6::int
        and ("e"."on_date" >= $7::date and "e"."on_date" <= $8::date)
        and "e"."kind" = $9
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($10)
          and l.on_date <= $11::date
      )
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

-- enterprise.working_days_to_close_median: rows
-- $1 office, $2 office, $3 from, $4 through, $5 = closed, $6 = reopened, $7 through, $8 office, $9 node, $10 office, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", (
            select (c.nth - r.nth)::bigint
            from platform.working_day c, platform.working_day r
            where c.day = e.on_date
              and r.day = (
              select min (b.valid_from)
              from (
                select "record_id", "valid_from"
                from "enterprise"."request_spell"
                where "office_id" = $1::int
              ) b
              where b.record_id = e.record_id
            )
          ) as "amount", e.record_id::text as "key", "s"."kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $2::int
            and ("e"."on_date" >= $3::date and "e"."on_date" <= $4::date)
            and "e"."kind" = $5
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($6)
              and l.on_date <= $7::date
          )
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

-- enterprise.working_days_to_close_90: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 office, $7 from, $8 through, $9 = closed, $10 = reopened, $11 through, $12 office, $13 node, $14 office, $15 office
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
  ) as scope_names, count(*) as rows, count(*) as keys, sum(amount) as amount, percentile_disc (0.9) within
  group (order by amount) as "p90"
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", (
        select (c.nth - r.nth)::bigint
        from platform.working_day c, platform.working_day r
        where c.day = e.on_date
          and r.day = (
          select min (b.valid_from)
          from (
            select "record_id", "valid_from"
            from "enterprise"."request_spell"
            where "office_id" = $5::int
          ) b
          where b.record_id = e.record_id
        )
      ) as "amount", e.record_id::text as "key", "s"."kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $6::int
        and ("e"."on_date" >= $7::date and "e"."on_date" <= $8::date)
        and "e"."kind" = $9
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($10)
          and l.on_date <= $11::date
      )
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

-- enterprise.working_days_to_close_90: rows
-- $1 office, $2 office, $3 from, $4 through, $5 = closed, $6 = reopened, $7 through, $8 office, $9 node, $10 office, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", (
            select (c.nth - r.nth)::bigint
            from platform.working_day c, platform.working_day r
            where c.day = e.on_date
              and r.day = (
              select min (b.valid_from)
              from (
                select "record_id", "valid_from"
                from "enterprise"."request_spell"
                where "office_id" = $1::int
              ) b
              where b.record_id = e.record_id
            )
          ) as "amount", e.record_id::text as "key", "s"."kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $2::int
            and ("e"."on_date" >= $3::date and "e"."on_date" <= $4::date)
            and "e"."kind" = $5
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($6)
              and l.on_date <= $7::date
          )
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

-- enterprise.called_back_satisfied: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = called_back, $9 = called_back, $10 = reopened, $11 through, $12 = satisfied, $13 office, $14 node, $15 office, $16 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9, $10)
          and l.on_date <= $11::date
      )
        and "e"."satisfaction" in ($12)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $13::int
        and a.record_id = $14::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $15::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- enterprise.called_back_satisfied: rows
-- $1 office, $2 from, $3 through, $4 = called_back, $5 = called_back, $6 = reopened, $7 through, $8 = satisfied, $9 office, $10 node, $11 office, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5, $6)
              and l.on_date <= $7::date
          )
            and "e"."satisfaction" in ($8)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $9::int
            and a.record_id = $10::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $11::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- enterprise.called_back_fairly: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = called_back, $9 = called_back, $10 = reopened, $11 through, $12 = fairly, $13 office, $14 node, $15 office, $16 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9, $10)
          and l.on_date <= $11::date
      )
        and "e"."satisfaction" in ($12)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $13::int
        and a.record_id = $14::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $15::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- enterprise.called_back_fairly: rows
-- $1 office, $2 from, $3 through, $4 = called_back, $5 = called_back, $6 = reopened, $7 through, $8 = fairly, $9 office, $10 node, $11 office, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5, $6)
              and l.on_date <= $7::date
          )
            and "e"."satisfaction" in ($8)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $9::int
            and a.record_id = $10::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $11::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- enterprise.called_back_not_satisfied: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 from, $7 through, $8 = called_back, $9 = called_back, $10 = reopened, $11 through, $12 = not_satisfied, $13 office, $14 node, $15 office, $16 office
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
      select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
      from "enterprise"."request_event" as "e"
      inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
      where "e"."office_id" = $5::int
        and ("e"."on_date" >= $6::date and "e"."on_date" <= $7::date)
        and "e"."kind" = $8
        and not exists (
        select 1 as "one"
        from "enterprise"."request_event" as "l"
        where "l"."office_id" = "e"."office_id"
          and "l"."record_id" = "e"."record_id"
          and "l"."seq" > "e"."seq"
          and "l"."kind" in ($9, $10)
          and l.on_date <= $11::date
      )
        and "e"."satisfaction" in ($12)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $13::int
        and a.record_id = $14::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $15::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $16::int;

-- enterprise.called_back_not_satisfied: rows
-- $1 office, $2 from, $3 through, $4 = called_back, $5 = called_back, $6 = reopened, $7 through, $8 = not_satisfied, $9 office, $10 node, $11 office, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "e"."record_id", "s"."place_id", "e"."on_date", "s"."valid_from", "s"."valid_to", null::uuid as "line_id", null::bigint as "amount", e.record_id::text as "key", "e"."satisfaction" as "kind"
          from "enterprise"."request_event" as "e"
          inner join "enterprise"."request_spell" as "s" on "s"."office_id" = "e"."office_id"
            and "s"."record_id" = "e"."record_id"
            and ("s"."valid_from" <= "e"."on_date" and ("s"."valid_to" is null or "e"."on_date" < "s"."valid_to"))
          where "e"."office_id" = $1::int
            and ("e"."on_date" >= $2::date and "e"."on_date" <= $3::date)
            and "e"."kind" = $4
            and not exists (
            select 1 as "one"
            from "enterprise"."request_event" as "l"
            where "l"."office_id" = "e"."office_id"
              and "l"."record_id" = "e"."record_id"
              and "l"."seq" > "e"."seq"
              and "l"."kind" in ($5, $6)
              and l.on_date <= $7::date
          )
            and "e"."satisfaction" in ($8)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $9::int
            and a.record_id = $10::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $11::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", l.company_id::text as "key", l.act::text as "kind"
      from "enterprise"."improvement_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", l.company_id::text as "key", l.act::text as "kind"
          from "enterprise"."improvement_event" as "e"
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."capital_increase_event" as "e"
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
        and (coalesce(l.currency, 'cny') = 'cny' or (l.rate is not null and l.rate_on is not null))
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."capital_increase_event" as "e"
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
            and (coalesce(l.currency, 'cny') = 'cny' or (l.rate is not null and l.rate_on is not null))
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."capital_increase_event" as "e"
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
        and (coalesce(l.currency, 'cny') = 'cny' or (l.rate is not null and l.rate_on is not null))
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.new_capital - l.old_capital::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."capital_increase_event" as "e"
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
            and (coalesce(l.currency, 'cny') = 'cny' or (l.rate is not null and l.rate_on is not null))
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."financing_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."financing_event" as "e"
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."financing_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.amount::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."financing_event" as "e"
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.persons::bigint as "amount", l.company_id::text as "key", null::text as "kind"
      from "enterprise"."hiring_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", l.persons::bigint as "amount", l.company_id::text as "key", null::text as "kind"
          from "enterprise"."hiring_event" as "e"
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.record_id::text as "key", null::text as "kind"
      from "enterprise"."training_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.record_id::text as "key", null::text as "kind"
          from "enterprise"."training_event" as "e"
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."persons"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
      from "enterprise"."training_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."persons"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
          from "enterprise"."training_event" as "e"
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
      select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."person_times"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
      from "enterprise"."training_event" as "e"
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
          select "e"."record_id", "l"."place_id", null::uuid as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", "l"."person_times"::bigint as "amount", e.record_id::text as "key", null::text as "kind"
          from "enterprise"."training_event" as "e"
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
