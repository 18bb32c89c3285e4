-- Generated from the figures' declarations by tools/generate.ts. Do not edit.

-- organisation.organisations: value
-- $1 office, $2 node, $3 office, $4 asOf, $5 asOf, $6 = 641, $7 office, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_spell" as "s"
      where "s"."office_id" = $3::int
        and ("s"."valid_from" <= $4::date and ("s"."valid_to" is null or $5::date < "s"."valid_to"))
        and "s"."kind" <> $6
    )) r
    join "organisation"."place_spell" t on t.office_id = $7::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $8::date
      and (t.valid_to is null or $9::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $10::int
      and n.record_id = $11::uuid
      and n.valid_from <= $12::date
      and (n.valid_to is null or $13::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $14::int;

-- organisation.organisations: rows
-- $1 office, $2 asOf, $3 asOf, $4 = 641, $5 office, $6 asOf, $7 asOf, $8 office, $9 node, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
        join "organisation"."place_spell" t on t.office_id = $5::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $6::date
          and (t.valid_to is null or $7::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $8::int
          and n.record_id = $9::uuid
          and n.valid_from <= $10::date
          and (n.valid_to is null or $11::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 asOf, $5 asOf, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 office, $11 asOf, $12 asOf, $13 office, $14 node, $15 asOf, $16 asOf, $17 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_spell" as "s"
      where "s"."office_id" = $3::int
        and ("s"."valid_from" <= $4::date and ("s"."valid_to" is null or $5::date < "s"."valid_to"))
        and "s"."founded_in" = $6
        and "s"."kind" in ($7, $8, $9)
    )) r
    join "organisation"."place_spell" t on t.office_id = $10::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $11::date
      and (t.valid_to is null or $12::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $13::int
      and n.record_id = $14::uuid
      and n.valid_from <= $15::date
      and (n.valid_to is null or $16::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $17::int;

-- organisation.community_organisations: rows
-- $1 office, $2 asOf, $3 asOf, $4 = community, $5 = 611, $6 = 621, $7 = 631, $8 office, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 afterRecord, $16 afterDay, $17 afterRecord, $18 afterKey, $19 limit, $20 office
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
        join "organisation"."place_spell" t on t.office_id = $8::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $9::date
          and (t.valid_to is null or $10::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $11::int
          and n.record_id = $12::uuid
          and n.valid_from <= $13::date
          and (n.valid_to is null or $14::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 asOf, $5 asOf, $6 = 641, $7 office, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "s"."record_id", "s"."seat_id" as "place_id", "s"."record_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.record_id::text as "key", "s"."kind"
      from "organisation"."party_organisation_spell" as "s"
      where "s"."office_id" = $3::int
        and ("s"."valid_from" <= $4::date and ("s"."valid_to" is null or $5::date < "s"."valid_to"))
        and "s"."kind" = $6
    )) r
    join "organisation"."place_spell" t on t.office_id = $7::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $8::date
      and (t.valid_to is null or $9::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $10::int
      and n.record_id = $11::uuid
      and n.valid_from <= $12::date
      and (n.valid_to is null or $13::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $14::int;

-- organisation.groups: rows
-- $1 office, $2 asOf, $3 asOf, $4 = 641, $5 office, $6 asOf, $7 asOf, $8 office, $9 node, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
        join "organisation"."place_spell" t on t.office_id = $5::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $6::date
          and (t.valid_to is null or $7::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $8::int
          and n.record_id = $9::uuid
          and n.valid_from <= $10::date
          and (n.valid_to is null or $11::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 = compound, $5 asOf, $6 asOf, $7 = 631, $8 = 632, $9 asOf, $10 asOf, $11 office, $12 asOf, $13 asOf, $14 office, $15 node, $16 asOf, $17 asOf, $18 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $3::int
        and "p"."kind" = $4
        and ("p"."valid_from" <= $5::date and ("p"."valid_to" is null or $6::date < "p"."valid_to"))
        and exists (
        select 1 as "one"
        from "organisation"."party_organisation_spell" as "s"
        where "s"."office_id" = "p"."office_id"
          and "s"."seat_id" = "p"."record_id"
          and "s"."kind" in ($7, $8)
          and ("s"."valid_from" <= $9::date and ("s"."valid_to" is null or $10::date < "s"."valid_to"))
      )
    )) r
    join "organisation"."place_spell" t on t.office_id = $11::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $12::date
      and (t.valid_to is null or $13::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $14::int
      and n.record_id = $15::uuid
      and n.valid_from <= $16::date
      and (n.valid_to is null or $17::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $18::int;

-- organisation.compounds_covered: rows
-- $1 office, $2 = compound, $3 asOf, $4 asOf, $5 = 631, $6 = 632, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 office, $13 node, $14 asOf, $15 asOf, $16 afterRecord, $17 afterDay, $18 afterRecord, $19 afterKey, $20 limit, $21 office
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
        join "organisation"."place_spell" t on t.office_id = $9::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $10::date
          and (t.valid_to is null or $11::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $12::int
          and n.record_id = $13::uuid
          and n.valid_from <= $14::date
          and (n.valid_to is null or $15::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 = compound, $5 asOf, $6 asOf, $7 office, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $3::int
        and "p"."kind" = $4
        and ("p"."valid_from" <= $5::date and ("p"."valid_to" is null or $6::date < "p"."valid_to"))
    )) r
    join "organisation"."place_spell" t on t.office_id = $7::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $8::date
      and (t.valid_to is null or $9::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $10::int
      and n.record_id = $11::uuid
      and n.valid_from <= $12::date
      and (n.valid_to is null or $13::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $14::int;

-- organisation.compounds: rows
-- $1 office, $2 = compound, $3 asOf, $4 asOf, $5 office, $6 asOf, $7 asOf, $8 office, $9 node, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
        join "organisation"."place_spell" t on t.office_id = $5::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $6::date
          and (t.valid_to is null or $7::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $8::int
          and n.record_id = $9::uuid
          and n.valid_from <= $10::date
          and (n.valid_to is null or $11::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 = stairwell, $5 asOf, $6 asOf, $7 = 641, $8 asOf, $9 asOf, $10 office, $11 asOf, $12 asOf, $13 office, $14 node, $15 asOf, $16 asOf, $17 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $3::int
        and "p"."kind" = $4
        and ("p"."valid_from" <= $5::date and ("p"."valid_to" is null or $6::date < "p"."valid_to"))
        and exists (
        select 1 as "one"
        from "organisation"."party_organisation_spell" as "s"
        where "s"."office_id" = "p"."office_id"
          and ("s"."seat_id" = "p"."record_id" or "s"."seat_id" = "p"."parent_id")
          and "s"."kind" = $7
          and ("s"."valid_from" <= $8::date and ("s"."valid_to" is null or $9::date < "s"."valid_to"))
      )
    )) r
    join "organisation"."place_spell" t on t.office_id = $10::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $11::date
      and (t.valid_to is null or $12::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $13::int
      and n.record_id = $14::uuid
      and n.valid_from <= $15::date
      and (n.valid_to is null or $16::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $17::int;

-- organisation.stairwells_covered: rows
-- $1 office, $2 = stairwell, $3 asOf, $4 asOf, $5 = 641, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 afterRecord, $16 afterDay, $17 afterRecord, $18 afterKey, $19 limit, $20 office
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
              and ("s"."seat_id" = "p"."record_id" or "s"."seat_id" = "p"."parent_id")
              and "s"."kind" = $5
              and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
          )
        )) r
        join "organisation"."place_spell" t on t.office_id = $8::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $9::date
          and (t.valid_to is null or $10::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $11::int
          and n.record_id = $12::uuid
          and n.valid_from <= $13::date
          and (n.valid_to is null or $14::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
      ) r
    ) every
    where nth = 1
  ) counted
  where $15::uuid is null or (day, record_id, key) > ($16::date, $17::uuid, $18::text)
  order by day, record_id, key
  limit $19::int
) x on true
where o.office_id = $20::int;

-- organisation.stairwells: value
-- $1 office, $2 node, $3 office, $4 = stairwell, $5 asOf, $6 asOf, $7 office, $8 asOf, $9 asOf, $10 office, $11 node, $12 asOf, $13 asOf, $14 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "p"."record_id", "p"."record_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "p"."valid_from", "p"."valid_to", null::bigint as "amount", p.record_id::text as "key", "p"."kind"
      from "organisation"."place_spell" as "p"
      where "p"."office_id" = $3::int
        and "p"."kind" = $4
        and ("p"."valid_from" <= $5::date and ("p"."valid_to" is null or $6::date < "p"."valid_to"))
    )) r
    join "organisation"."place_spell" t on t.office_id = $7::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $8::date
      and (t.valid_to is null or $9::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $10::int
      and n.record_id = $11::uuid
      and n.valid_from <= $12::date
      and (n.valid_to is null or $13::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $14::int;

-- organisation.stairwells: rows
-- $1 office, $2 = stairwell, $3 asOf, $4 asOf, $5 office, $6 asOf, $7 asOf, $8 office, $9 node, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
        join "organisation"."place_spell" t on t.office_id = $5::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $6::date
          and (t.valid_to is null or $7::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $8::int
          and n.record_id = $9::uuid
          and n.valid_from <= $10::date
          and (n.valid_to is null or $11::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 = established, $5 from, $6 through, $7 = 641, $8 office, $9 office, $10 node, $11 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "e"."record_id", "e"."place_id", "e"."record_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
      from "organisation"."party_organisation_event" as "e"
      inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_from" = "e"."on_date"
      where "e"."office_id" = $3::int
        and "e"."kind" = $4
        and "e"."on_date" >= $5::date
        and "e"."on_date" <= $6::date
        and "s"."kind" <> $7
    )) r
    join "organisation"."place_spell" t on t.office_id = $8::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= r.on_date
      and (t.valid_to is null or r.on_date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $9::int
      and n.record_id = $10::uuid
      and n.valid_from <= r.on_date
      and (n.valid_to is null or r.on_date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $11::int;

-- organisation.established: rows
-- $1 office, $2 = established, $3 from, $4 through, $5 = 641, $6 office, $7 office, $8 node, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
            and "e"."kind" = $2
            and "e"."on_date" >= $3::date
            and "e"."on_date" <= $4::date
            and "s"."kind" <> $5
        )) r
        join "organisation"."place_spell" t on t.office_id = $6::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= r.on_date
          and (t.valid_to is null or r.on_date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $7::int
          and n.record_id = $8::uuid
          and n.valid_from <= r.on_date
          and (n.valid_to is null or r.on_date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
      ) r
    ) every
    where nth = 1
  ) counted
  where $9::uuid is null or (day, record_id, key) > ($10::date, $11::uuid, $12::text)
  order by day, record_id, key
  limit $13::int
) x on true
where o.office_id = $14::int;

-- organisation.dissolved: value
-- $1 office, $2 node, $3 office, $4 = dissolved, $5 from, $6 through, $7 = 641, $8 office, $9 office, $10 node, $11 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "e"."record_id", "e"."place_id", "s"."parent_id" as "line_id", "e"."on_date", null::date as "valid_from", null::date as "valid_to", null::bigint as "amount", e.id::text as "key", "s"."kind"
      from "organisation"."party_organisation_event" as "e"
      inner join "organisation"."party_organisation_spell" as "s" on "s"."office_id" = "e"."office_id"
        and "s"."record_id" = "e"."record_id"
        and "s"."valid_to" = "e"."on_date"
      where "e"."office_id" = $3::int
        and "e"."kind" = $4
        and "e"."on_date" >= $5::date
        and "e"."on_date" <= $6::date
        and "s"."kind" <> $7
    )) r
    join "organisation"."place_spell" t on t.office_id = $8::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= r.on_date
      and (t.valid_to is null or r.on_date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $9::int
      and n.record_id = $10::uuid
      and n.valid_from <= r.on_date
      and (n.valid_to is null or r.on_date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $11::int;

-- organisation.dissolved: rows
-- $1 office, $2 = dissolved, $3 from, $4 through, $5 = 641, $6 office, $7 office, $8 node, $9 afterRecord, $10 afterDay, $11 afterRecord, $12 afterKey, $13 limit, $14 office
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
            and "e"."kind" = $2
            and "e"."on_date" >= $3::date
            and "e"."on_date" <= $4::date
            and "s"."kind" <> $5
        )) r
        join "organisation"."place_spell" t on t.office_id = $6::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= r.on_date
          and (t.valid_to is null or r.on_date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $7::int
          and n.record_id = $8::uuid
          and n.valid_from <= r.on_date
          and (n.valid_to is null or r.on_date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
      ) r
    ) every
    where nth = 1
  ) counted
  where $9::uuid is null or (day, record_id, key) > ($10::date, $11::uuid, $12::text)
  order by day, record_id, key
  limit $13::int
) x on true
where o.office_id = $14::int;

-- organisation.member_units: value
-- $1 office, $2 node, $3 office, $4 asOf, $5 asOf, $6 office, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.unit_id::text as "key", null::text as "kind"
      from "organisation"."council_seat_spell" as "s"
      where "s"."office_id" = $3::int
        and ("s"."valid_from" <= $4::date and ("s"."valid_to" is null or $5::date < "s"."valid_to"))
    )) r
    join "organisation"."place_spell" t on t.office_id = $6::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $7::date
      and (t.valid_to is null or $8::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $9::int
      and n.record_id = $10::uuid
      and n.valid_from <= $11::date
      and (n.valid_to is null or $12::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $13::int;

-- organisation.member_units: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 asOf, $6 asOf, $7 office, $8 node, $9 asOf, $10 asOf, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
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
        join "organisation"."place_spell" t on t.office_id = $4::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $5::date
          and (t.valid_to is null or $6::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $7::int
          and n.record_id = $8::uuid
          and n.valid_from <= $9::date
          and (n.valid_to is null or $10::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
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
-- $1 office, $2 node, $3 office, $4 asOf, $5 asOf, $6 office, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office
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
  ) as node_name, count(*) as rows, count(distinct key) as keys, sum(amount) as amount
  from (
    select r.*, t.path, n.path as node_path
    from ((
      select "s"."record_id", "s"."place_id", null::uuid as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", null::bigint as "amount", s.unit_id::text as "key", null::text as "kind"
      from "organisation"."council_seat_spell" as "s"
      where "s"."office_id" = $3::int
        and ("s"."valid_from" <= $4::date and ("s"."valid_to" is null or $5::date < "s"."valid_to"))
    )) r
    join "organisation"."place_spell" t on t.office_id = $6::int
      and t.record_id = "r"."place_id"
      and t.valid_from <= $7::date
      and (t.valid_to is null or $8::date < t.valid_to)
    join "organisation"."place_spell" n on n.office_id = $9::int
      and n.record_id = $10::uuid
      and n.valid_from <= $11::date
      and (n.valid_to is null or $12::date < n.valid_to)
    where t.path >= n.path
      and t.path <
    left(n.path, - 1) || '0'
  ) r
) x on true
where o.office_id = $13::int;

-- organisation.member_seats: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 asOf, $6 asOf, $7 office, $8 node, $9 asOf, $10 asOf, $11 afterRecord, $12 afterDay, $13 afterRecord, $14 afterKey, $15 limit, $16 office
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
        join "organisation"."place_spell" t on t.office_id = $4::int
          and t.record_id = "r"."place_id"
          and t.valid_from <= $5::date
          and (t.valid_to is null or $6::date < t.valid_to)
        join "organisation"."place_spell" n on n.office_id = $7::int
          and n.record_id = $8::uuid
          and n.valid_from <= $9::date
          and (n.valid_to is null or $10::date < n.valid_to)
        where t.path >= n.path
          and t.path <
        left(n.path, - 1) || '0'
      ) r
    ) every
    where nth = 1
  ) counted
  where $11::uuid is null or (day, record_id, key) > ($12::date, $13::uuid, $14::text)
  order by day, record_id, key
  limit $15::int
) x on true
where o.office_id = $16::int;
