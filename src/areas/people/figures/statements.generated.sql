-- Generated from the figures' declarations by tools/generate.ts. Do not edit.

-- people.committee_elected: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 office, $25 node, $26 asOf, $27 asOf, $28 office, $29 asOf, $30 asOf, $31 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $24::int
        and a.record_id = $25::uuid
        and "a"."valid_from" <= $26::date
        and ("a"."valid_to" is null or $27::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $28::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $29::date
      and ("t"."valid_to" is null or $30::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $31::int;

-- people.committee_elected: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 office, $21 node, $22 asOf, $23 asOf, $24 office, $25 asOf, $26 asOf, $27 afterRecord, $28 afterDay, $29 afterRecord, $30 afterKey, $31 limit, $32 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $20::int
            and a.record_id = $21::uuid
            and "a"."valid_from" <= $22::date
            and ("a"."valid_to" is null or $23::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $24::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $25::date
          and ("t"."valid_to" is null or $26::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $27::uuid is null or (day, record_id, key) > ($28::date, $29::uuid, $30::text)
  order by day, record_id, key
  limit $31::int
) x on true
where o.office_id = $32::int;

-- people.committee_elected_mean_age: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 office, $25 node, $26 asOf, $27 asOf, $28 office, $29 asOf, $30 asOf, $31 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and "p"."birth" is not null
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $24::int
        and a.record_id = $25::uuid
        and "a"."valid_from" <= $26::date
        and ("a"."valid_to" is null or $27::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $28::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $29::date
      and ("t"."valid_to" is null or $30::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $31::int;

-- people.committee_elected_mean_age: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 office, $21 node, $22 asOf, $23 asOf, $24 office, $25 asOf, $26 asOf, $27 afterRecord, $28 afterDay, $29 afterRecord, $30 afterKey, $31 limit, $32 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and "p"."birth" is not null
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $20::int
            and a.record_id = $21::uuid
            and "a"."valid_from" <= $22::date
            and ("a"."valid_to" is null or $23::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $24::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $25::date
          and ("t"."valid_to" is null or $26::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $27::uuid is null or (day, record_id, key) > ($28::date, $29::uuid, $30::text)
  order by day, record_id, key
  limit $31::int
) x on true
where o.office_id = $32::int;

-- people.committee_elected_junior_college: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 = 11, $25 = 14, $26 = 21, $27 = 31, $28 office, $29 node, $30 asOf, $31 asOf, $32 office, $33 asOf, $34 asOf, $35 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and "e"."education" in ($24, $25, $26, $27)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $28::int
        and a.record_id = $29::uuid
        and "a"."valid_from" <= $30::date
        and ("a"."valid_to" is null or $31::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $32::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $33::date
      and ("t"."valid_to" is null or $34::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $35::int;

-- people.committee_elected_junior_college: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 = 11, $21 = 14, $22 = 21, $23 = 31, $24 office, $25 node, $26 asOf, $27 asOf, $28 office, $29 asOf, $30 asOf, $31 afterRecord, $32 afterDay, $33 afterRecord, $34 afterKey, $35 limit, $36 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and "e"."education" in ($20, $21, $22, $23)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $24::int
            and a.record_id = $25::uuid
            and "a"."valid_from" <= $26::date
            and ("a"."valid_to" is null or $27::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $28::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $29::date
          and ("t"."valid_to" is null or $30::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $31::uuid is null or (day, record_id, key) > ($32::date, $33::uuid, $34::text)
  order by day, record_id, key
  limit $35::int
) x on true
where o.office_id = $36::int;

-- people.committee_elected_university: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 = 11, $25 = 14, $26 = 21, $27 office, $28 node, $29 asOf, $30 asOf, $31 office, $32 asOf, $33 asOf, $34 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and "e"."education" in ($24, $25, $26)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $27::int
        and a.record_id = $28::uuid
        and "a"."valid_from" <= $29::date
        and ("a"."valid_to" is null or $30::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $31::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $32::date
      and ("t"."valid_to" is null or $33::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $34::int;

-- people.committee_elected_university: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 = 11, $21 = 14, $22 = 21, $23 office, $24 node, $25 asOf, $26 asOf, $27 office, $28 asOf, $29 asOf, $30 afterRecord, $31 afterDay, $32 afterRecord, $33 afterKey, $34 limit, $35 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and "e"."education" in ($20, $21, $22)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $23::int
            and a.record_id = $24::uuid
            and "a"."valid_from" <= $25::date
            and ("a"."valid_to" is null or $26::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $27::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $28::date
          and ("t"."valid_to" is null or $29::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $30::uuid is null or (day, record_id, key) > ($31::date, $32::uuid, $33::text)
  order by day, record_id, key
  limit $34::int
) x on true
where o.office_id = $35::int;

-- people.committee_elected_women: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 = 2, $25 office, $26 node, $27 asOf, $28 asOf, $29 office, $30 asOf, $31 asOf, $32 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and "p"."sex" = $24
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

-- people.committee_elected_women: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 = 2, $21 office, $22 node, $23 asOf, $24 asOf, $25 office, $26 asOf, $27 asOf, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and "p"."sex" = $20
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

-- people.committee_elected_up_to_35: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 asOf, $25 asOf, $26 asOf, $27 = 35, $28 office, $29 node, $30 asOf, $31 asOf, $32 office, $33 asOf, $34 asOf, $35 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and ((extract (year from $24::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $25::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $26::date)::int)::bigint <= $27
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $28::int
        and a.record_id = $29::uuid
        and "a"."valid_from" <= $30::date
        and ("a"."valid_to" is null or $31::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $32::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $33::date
      and ("t"."valid_to" is null or $34::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $35::int;

-- people.committee_elected_up_to_35: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 asOf, $21 asOf, $22 asOf, $23 = 35, $24 office, $25 node, $26 asOf, $27 asOf, $28 office, $29 asOf, $30 asOf, $31 afterRecord, $32 afterDay, $33 afterRecord, $34 afterKey, $35 limit, $36 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and ((extract (year from $20::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $21::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $22::date)::int)::bigint <= $23
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $24::int
            and a.record_id = $25::uuid
            and "a"."valid_from" <= $26::date
            and ("a"."valid_to" is null or $27::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $28::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $29::date
          and ("t"."valid_to" is null or $30::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $31::uuid is null or (day, record_id, key) > ($32::date, $33::uuid, $34::text)
  order by day, record_id, key
  limit $35::int
) x on true
where o.office_id = $36::int;

-- people.committee_elected_full_time: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 = full_time, $25 office, $26 node, $27 asOf, $28 asOf, $29 office, $30 asOf, $31 asOf, $32 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and "s"."working_time" = $24
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

-- people.committee_elected_full_time: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 = full_time, $21 office, $22 node, $23 asOf, $24 asOf, $25 office, $26 asOf, $27 asOf, $28 afterRecord, $29 afterDay, $30 afterRecord, $31 afterKey, $32 limit, $33 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and "s"."working_time" = $20
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

-- people.committee_elected_again: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 = secretary, $25 = deputy_secretary, $26 = member, $27 office, $28 node, $29 asOf, $30 asOf, $31 office, $32 asOf, $33 asOf, $34 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and exists (
        select 1 as "one"
        from "people"."party_post_spell" as "b"
        where "b"."office_id" = "s"."office_id"
          and "b"."organisation_id" = "s"."organisation_id"
          and "b"."person_id" = "s"."person_id"
          and "b"."post" in ($24, $25, $26)
          and ("b"."valid_from" <= ("t"."term_from" - 1) and ("b"."valid_to" is null or ("t"."term_from" - 1) < "b"."valid_to"))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $27::int
        and a.record_id = $28::uuid
        and "a"."valid_from" <= $29::date
        and ("a"."valid_to" is null or $30::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $31::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $32::date
      and ("t"."valid_to" is null or $33::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $34::int;

-- people.committee_elected_again: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 = secretary, $21 = deputy_secretary, $22 = member, $23 office, $24 node, $25 asOf, $26 asOf, $27 office, $28 asOf, $29 asOf, $30 afterRecord, $31 afterDay, $32 afterRecord, $33 afterKey, $34 limit, $35 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and exists (
            select 1 as "one"
            from "people"."party_post_spell" as "b"
            where "b"."office_id" = "s"."office_id"
              and "b"."organisation_id" = "s"."organisation_id"
              and "b"."person_id" = "s"."person_id"
              and "b"."post" in ($20, $21, $22)
              and ("b"."valid_from" <= ("t"."term_from" - 1) and ("b"."valid_to" is null or ("t"."term_from" - 1) < "b"."valid_to"))
          )
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $23::int
            and a.record_id = $24::uuid
            and "a"."valid_from" <= $25::date
            and ("a"."valid_to" is null or $26::date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $27::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= $28::date
          and ("t"."valid_to" is null or $29::date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $30::uuid is null or (day, record_id, key) > ($31::date, $32::uuid, $33::text)
  order by day, record_id, key
  limit $34::int
) x on true
where o.office_id = $35::int;

-- people.committee_elected_both_posts: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 = elected, $24 = committee_director, $25 = committee_deputy, $26 = committee_member, $27 asOf, $28 asOf, $29 office, $30 node, $31 asOf, $32 asOf, $33 office, $34 asOf, $35 asOf, $36 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
        and "s"."gained" = $23
        and "s"."won_on" = "t"."term_from"
        and exists (
        select 1 as "one"
        from "people"."community_post_spell" as "c"
        where "c"."office_id" = "s"."office_id"
          and "c"."person_id" = "s"."person_id"
          and "c"."place_id" = "t"."seat_id"
          and "c"."post" in ($24, $25, $26)
          and ("c"."valid_from" <= $27::date and ("c"."valid_to" is null or $28::date < "c"."valid_to"))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $29::int
        and a.record_id = $30::uuid
        and "a"."valid_from" <= $31::date
        and ("a"."valid_to" is null or $32::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $33::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $34::date
      and ("t"."valid_to" is null or $35::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $36::int;

-- people.committee_elected_both_posts: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 = elected, $20 = committee_director, $21 = committee_deputy, $22 = committee_member, $23 asOf, $24 asOf, $25 office, $26 node, $27 asOf, $28 asOf, $29 office, $30 asOf, $31 asOf, $32 afterRecord, $33 afterDay, $34 afterRecord, $35 afterKey, $36 limit, $37 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
            and "s"."gained" = $19
            and "s"."won_on" = "t"."term_from"
            and exists (
            select 1 as "one"
            from "people"."community_post_spell" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."person_id" = "s"."person_id"
              and "c"."place_id" = "t"."seat_id"
              and "c"."post" in ($20, $21, $22)
              and ("c"."valid_from" <= $23::date and ("c"."valid_to" is null or $24::date < "c"."valid_to"))
          )
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
    ) every
    where nth = 1
  ) counted
  where $32::uuid is null or (day, record_id, key) > ($33::date, $34::uuid, $35::text)
  order by day, record_id, key
  limit $36::int
) x on true
where o.office_id = $37::int;

-- people.committee_previous: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 office, $18 node, $19 asOf, $20 asOf, $21 office, $22 asOf, $23 asOf, $24 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
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

-- people.committee_previous: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 office, $14 node, $15 asOf, $16 asOf, $17 office, $18 asOf, $19 asOf, $20 afterRecord, $21 afterDay, $22 afterRecord, $23 afterKey, $24 limit, $25 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
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

-- people.committee_previous_mean_age: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 office, $18 node, $19 asOf, $20 asOf, $21 office, $22 asOf, $23 asOf, $24 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and "p"."birth" is not null
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

-- people.committee_previous_mean_age: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 office, $14 node, $15 asOf, $16 asOf, $17 office, $18 asOf, $19 asOf, $20 afterRecord, $21 afterDay, $22 afterRecord, $23 afterKey, $24 limit, $25 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and "p"."birth" is not null
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

-- people.committee_previous_junior_college: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = 11, $18 = 14, $19 = 21, $20 = 31, $21 office, $22 node, $23 asOf, $24 asOf, $25 office, $26 asOf, $27 asOf, $28 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and "e"."education" in ($17, $18, $19, $20)
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
) x on true
where o.office_id = $28::int;

-- people.committee_previous_junior_college: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = 11, $14 = 14, $15 = 21, $16 = 31, $17 office, $18 node, $19 asOf, $20 asOf, $21 office, $22 asOf, $23 asOf, $24 afterRecord, $25 afterDay, $26 afterRecord, $27 afterKey, $28 limit, $29 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and "e"."education" in ($13, $14, $15, $16)
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
    ) every
    where nth = 1
  ) counted
  where $24::uuid is null or (day, record_id, key) > ($25::date, $26::uuid, $27::text)
  order by day, record_id, key
  limit $28::int
) x on true
where o.office_id = $29::int;

-- people.committee_previous_university: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = 11, $18 = 14, $19 = 21, $20 office, $21 node, $22 asOf, $23 asOf, $24 office, $25 asOf, $26 asOf, $27 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and "e"."education" in ($17, $18, $19)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $20::int
        and a.record_id = $21::uuid
        and "a"."valid_from" <= $22::date
        and ("a"."valid_to" is null or $23::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $24::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $25::date
      and ("t"."valid_to" is null or $26::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $27::int;

-- people.committee_previous_university: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = 11, $14 = 14, $15 = 21, $16 office, $17 node, $18 asOf, $19 asOf, $20 office, $21 asOf, $22 asOf, $23 afterRecord, $24 afterDay, $25 afterRecord, $26 afterKey, $27 limit, $28 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and "e"."education" in ($13, $14, $15)
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
    ) every
    where nth = 1
  ) counted
  where $23::uuid is null or (day, record_id, key) > ($24::date, $25::uuid, $26::text)
  order by day, record_id, key
  limit $27::int
) x on true
where o.office_id = $28::int;

-- people.committee_previous_women: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = 2, $18 office, $19 node, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and "p"."sex" = $17
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
) x on true
where o.office_id = $25::int;

-- people.committee_previous_women: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = 2, $14 office, $15 node, $16 asOf, $17 asOf, $18 office, $19 asOf, $20 asOf, $21 afterRecord, $22 afterDay, $23 afterRecord, $24 afterKey, $25 limit, $26 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and "p"."sex" = $13
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
    ) every
    where nth = 1
  ) counted
  where $21::uuid is null or (day, record_id, key) > ($22::date, $23::uuid, $24::text)
  order by day, record_id, key
  limit $25::int
) x on true
where o.office_id = $26::int;

-- people.committee_previous_up_to_35: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = 35, $18 office, $19 node, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint <= $17
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
) x on true
where o.office_id = $25::int;

-- people.committee_previous_up_to_35: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = 35, $14 office, $15 node, $16 asOf, $17 asOf, $18 office, $19 asOf, $20 asOf, $21 afterRecord, $22 afterDay, $23 afterRecord, $24 afterKey, $25 limit, $26 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint <= $13
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
    ) every
    where nth = 1
  ) counted
  where $21::uuid is null or (day, record_id, key) > ($22::date, $23::uuid, $24::text)
  order by day, record_id, key
  limit $25::int
) x on true
where o.office_id = $26::int;

-- people.committee_previous_full_time: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = full_time, $18 office, $19 node, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and "s"."working_time" = $17
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
) x on true
where o.office_id = $25::int;

-- people.committee_previous_full_time: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = full_time, $14 office, $15 node, $16 asOf, $17 asOf, $18 office, $19 asOf, $20 asOf, $21 afterRecord, $22 afterDay, $23 afterRecord, $24 afterKey, $25 limit, $26 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and "s"."working_time" = $13
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
    ) every
    where nth = 1
  ) counted
  where $21::uuid is null or (day, record_id, key) > ($22::date, $23::uuid, $24::text)
  order by day, record_id, key
  limit $25::int
) x on true
where o.office_id = $26::int;

-- people.committee_previous_again: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = secretary, $18 = deputy_secretary, $19 = member, $20 office, $21 node, $22 asOf, $23 asOf, $24 office, $25 asOf, $26 asOf, $27 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and exists (
        select 1 as "one"
        from "people"."party_post_spell" as "b"
        where "b"."office_id" = "s"."office_id"
          and "b"."organisation_id" = "s"."organisation_id"
          and "b"."person_id" = "s"."person_id"
          and "b"."post" in ($17, $18, $19)
          and ("b"."valid_from" <= ("t"."previous_from" - 1) and ("b"."valid_to" is null or ("t"."previous_from" - 1) < "b"."valid_to"))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $20::int
        and a.record_id = $21::uuid
        and "a"."valid_from" <= $22::date
        and ("a"."valid_to" is null or $23::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $24::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $25::date
      and ("t"."valid_to" is null or $26::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $27::int;

-- people.committee_previous_again: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 office, $17 node, $18 asOf, $19 asOf, $20 office, $21 asOf, $22 asOf, $23 afterRecord, $24 afterDay, $25 afterRecord, $26 afterKey, $27 limit, $28 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and exists (
            select 1 as "one"
            from "people"."party_post_spell" as "b"
            where "b"."office_id" = "s"."office_id"
              and "b"."organisation_id" = "s"."organisation_id"
              and "b"."person_id" = "s"."person_id"
              and "b"."post" in ($13, $14, $15)
              and ("b"."valid_from" <= ("t"."previous_from" - 1) and ("b"."valid_to" is null or ("t"."previous_from" - 1) < "b"."valid_to"))
          )
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
    ) every
    where nth = 1
  ) counted
  where $23::uuid is null or (day, record_id, key) > ($24::date, $25::uuid, $26::text)
  order by day, record_id, key
  limit $27::int
) x on true
where o.office_id = $28::int;

-- people.committee_previous_both_posts: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 = 611, $8 = 621, $9 = 631, $10 asOf, $11 asOf, $12 office, $13 = secretary, $14 = deputy_secretary, $15 = member, $16 = elected, $17 = committee_director, $18 = committee_deputy, $19 = committee_member, $20 office, $21 node, $22 asOf, $23 asOf, $24 office, $25 asOf, $26 asOf, $27 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and "o"."founded_in" = $6
          and "o"."kind" in ($7, $8, $9)
          and ("o"."valid_from" <= $10::date and ("o"."valid_to" is null or $11::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
      where "s"."office_id" = $12::int
        and "s"."post" in ($13, $14, $15)
        and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
        and "s"."gained" = $16
        and "s"."won_on" = "t"."previous_from"
        and exists (
        select 1 as "one"
        from "people"."community_post_spell" as "c"
        where "c"."office_id" = "s"."office_id"
          and "c"."person_id" = "s"."person_id"
          and "c"."place_id" = "t"."seat_id"
          and "c"."post" in ($17, $18, $19)
          and ("c"."valid_from" <= "t"."previous_from" and ("c"."valid_to" is null or "t"."previous_from" < "c"."valid_to"))
      )
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $20::int
        and a.record_id = $21::uuid
        and "a"."valid_from" <= $22::date
        and ("a"."valid_to" is null or $23::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $24::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $25::date
      and ("t"."valid_to" is null or $26::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $27::int;

-- people.committee_previous_both_posts: rows
-- $1 office, $2 = community, $3 = 611, $4 = 621, $5 = 631, $6 asOf, $7 asOf, $8 office, $9 = secretary, $10 = deputy_secretary, $11 = member, $12 = elected, $13 = committee_director, $14 = committee_deputy, $15 = committee_member, $16 office, $17 node, $18 asOf, $19 asOf, $20 office, $21 asOf, $22 asOf, $23 afterRecord, $24 afterDay, $25 afterRecord, $26 afterKey, $27 limit, $28 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from "t"."previous_from") - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > "t"."previous_from")::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and "o"."founded_in" = $2
              and "o"."kind" in ($3, $4, $5)
              and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= "t"."previous_from" and ("e"."valid_to" is null or "t"."previous_from" < "e"."valid_to"))
          where "s"."office_id" = $8::int
            and "s"."post" in ($9, $10, $11)
            and ("s"."valid_from" <= "t"."previous_from" and ("s"."valid_to" is null or "t"."previous_from" < "s"."valid_to"))
            and "s"."gained" = $12
            and "s"."won_on" = "t"."previous_from"
            and exists (
            select 1 as "one"
            from "people"."community_post_spell" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."person_id" = "s"."person_id"
              and "c"."place_id" = "t"."seat_id"
              and "c"."post" in ($13, $14, $15)
              and ("c"."valid_from" <= "t"."previous_from" and ("c"."valid_to" is null or "t"."previous_from" < "c"."valid_to"))
          )
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
    ) every
    where nth = 1
  ) counted
  where $23::uuid is null or (day, record_id, key) > ($24::date, $25::uuid, $26::text)
  order by day, record_id, key
  limit $27::int
) x on true
where o.office_id = $28::int;

-- people.committee_in_office: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 = community, $10 = 611, $11 = 621, $12 = 631, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 office, $18 = secretary, $19 = deputy_secretary, $20 = member, $21 asOf, $22 asOf, $23 office, $24 node, $25 asOf, $26 asOf, $27 office, $28 asOf, $29 asOf, $30 office
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
      select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
      from "people"."party_post_spell" as "s"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
          select max ("p"."term_from") as "began"
          from "organisation"."party_organisation_spell" as "p"
          where "p"."office_id" = "o"."office_id"
            and "p"."record_id" = "o"."record_id"
            and "p"."term_from" < "o"."term_from"
        ) as "previous_from"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $8::int
          and "o"."founded_in" = $9
          and "o"."kind" in ($10, $11, $12)
          and ("o"."valid_from" <= $13::date and ("o"."valid_to" is null or $14::date < "o"."valid_to"))
      ) as "t" on "t"."organisation_id" = "s"."organisation_id"
      inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
        and "p"."id" = "s"."person_id"
      left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
        and "e"."record_id" = "s"."person_id"
        and ("e"."valid_from" <= $15::date and ("e"."valid_to" is null or $16::date < "e"."valid_to"))
      where "s"."office_id" = $17::int
        and "s"."post" in ($18, $19, $20)
        and ("s"."valid_from" <= $21::date and ("s"."valid_to" is null or $22::date < "s"."valid_to"))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $23::int
        and a.record_id = $24::uuid
        and "a"."valid_from" <= $25::date
        and ("a"."valid_to" is null or $26::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $27::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $28::date
      and ("t"."valid_to" is null or $29::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $30::int;

-- people.committee_in_office: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 = community, $6 = 611, $7 = 621, $8 = 631, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 office, $14 = secretary, $15 = deputy_secretary, $16 = member, $17 asOf, $18 asOf, $19 office, $20 node, $21 asOf, $22 asOf, $23 office, $24 asOf, $25 asOf, $26 afterRecord, $27 afterDay, $28 afterRecord, $29 afterKey, $30 limit, $31 office
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
          select "s"."record_id", "t"."seat_id" as "place_id", "t"."organisation_id" as "line_id", null::date as "on_date", "s"."valid_from", "s"."valid_to", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", s.person_id::text as "key", "s"."post" as "kind"
          from "people"."party_post_spell" as "s"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."seat_id", "o"."term_from", (
              select max ("p"."term_from") as "began"
              from "organisation"."party_organisation_spell" as "p"
              where "p"."office_id" = "o"."office_id"
                and "p"."record_id" = "o"."record_id"
                and "p"."term_from" < "o"."term_from"
            ) as "previous_from"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $4::int
              and "o"."founded_in" = $5
              and "o"."kind" in ($6, $7, $8)
              and ("o"."valid_from" <= $9::date and ("o"."valid_to" is null or $10::date < "o"."valid_to"))
          ) as "t" on "t"."organisation_id" = "s"."organisation_id"
          inner join "people"."person" as "p" on "p"."office_id" = "s"."office_id"
            and "p"."id" = "s"."person_id"
          left join "people"."person_spell" as "e" on "e"."office_id" = "s"."office_id"
            and "e"."record_id" = "s"."person_id"
            and ("e"."valid_from" <= $11::date and ("e"."valid_to" is null or $12::date < "e"."valid_to"))
          where "s"."office_id" = $13::int
            and "s"."post" in ($14, $15, $16)
            and ("s"."valid_from" <= $17::date and ("s"."valid_to" is null or $18::date < "s"."valid_to"))
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
    ) every
    where nth = 1
  ) counted
  where $26::uuid is null or (day, record_id, key) > ($27::date, $28::uuid, $29::text)
  order by day, record_id, key
  limit $30::int
) x on true
where o.office_id = $31::int;

-- people.members: value
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
      select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", null::bigint as "amount", "m"."category" as "kind"
      from "people"."person_spell" as "m"
      where "m"."office_id" = $5::int
        and "m"."branch_id" is not null
        and ("m"."valid_from" <= $6::date and ("m"."valid_to" is null or $7::date < "m"."valid_to"))
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

-- people.members: rows
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
          select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", null::bigint as "amount", "m"."category" as "kind"
          from "people"."person_spell" as "m"
          where "m"."office_id" = $1::int
            and "m"."branch_id" is not null
            and ("m"."valid_from" <= $2::date and ("m"."valid_to" is null or $3::date < "m"."valid_to"))
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

-- people.members_junior_college: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 = 11, $9 = 14, $10 = 21, $11 = 31, $12 office, $13 node, $14 asOf, $15 asOf, $16 office, $17 asOf, $18 asOf, $19 office
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
      select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", null::bigint as "amount", "m"."education" as "kind"
      from "people"."person_spell" as "m"
      where "m"."office_id" = $5::int
        and "m"."branch_id" is not null
        and ("m"."valid_from" <= $6::date and ("m"."valid_to" is null or $7::date < "m"."valid_to"))
        and "m"."education" in ($8, $9, $10, $11)
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

-- people.members_junior_college: rows
-- $1 office, $2 asOf, $3 asOf, $4 = 11, $5 = 14, $6 = 21, $7 = 31, $8 office, $9 node, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 afterRecord, $16 afterDay, $17 afterRecord, $18 afterKey, $19 limit, $20 office
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
          select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", null::bigint as "amount", "m"."education" as "kind"
          from "people"."person_spell" as "m"
          where "m"."office_id" = $1::int
            and "m"."branch_id" is not null
            and ("m"."valid_from" <= $2::date and ("m"."valid_to" is null or $3::date < "m"."valid_to"))
            and "m"."education" in ($4, $5, $6, $7)
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

-- people.members_mean_age: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 office
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
      select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint as "amount", "m"."category" as "kind"
      from "people"."person_spell" as "m"
      inner join "people"."person" as "p" on "p"."office_id" = "m"."office_id"
        and "p"."id" = "m"."record_id"
      where "m"."office_id" = $8::int
        and "m"."branch_id" is not null
        and ("m"."valid_from" <= $9::date and ("m"."valid_to" is null or $10::date < "m"."valid_to"))
        and "p"."birth" is not null
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

-- people.members_mean_age: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 office, $5 asOf, $6 asOf, $7 office, $8 node, $9 asOf, $10 asOf, $11 office, $12 asOf, $13 asOf, $14 afterRecord, $15 afterDay, $16 afterRecord, $17 afterKey, $18 limit, $19 office
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
          select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint as "amount", "m"."category" as "kind"
          from "people"."person_spell" as "m"
          inner join "people"."person" as "p" on "p"."office_id" = "m"."office_id"
            and "p"."id" = "m"."record_id"
          where "m"."office_id" = $4::int
            and "m"."branch_id" is not null
            and ("m"."valid_from" <= $5::date and ("m"."valid_to" is null or $6::date < "m"."valid_to"))
            and "p"."birth" is not null
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

-- people.members_by_age: value
-- $1 office, $2 node, $3 office, $4 office, $5 asOf, $6 asOf, $7 asOf, $8 asOf, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 asOf, $18 asOf, $19 asOf, $20 asOf, $21 asOf, $22 asOf, $23 asOf, $24 asOf, $25 asOf, $26 office, $27 asOf, $28 asOf, $29 office, $30 node, $31 asOf, $32 asOf, $33 office, $34 asOf, $35 asOf, $36 office
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
      select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", null::bigint as "amount", case when "p"."birth" is null then 'unknown' when ((extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $6::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $7::date)::int)::bigint < 31 then 'to_30' when ((extract (year from $8::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $9::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $10::date)::int)::bigint < 36 then 'to_35' when ((extract (year from $11::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $12::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $13::date)::int)::bigint < 41 then 'to_40' when ((extract (year from $14::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $15::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $16::date)::int)::bigint < 46 then 'to_45' when ((extract (year from $17::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $18::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $19::date)::int)::bigint < 51 then 'to_50' when ((extract (year from $20::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $21::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $22::date)::int)::bigint < 56 then 'to_55' when ((extract (year from $23::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $24::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $25::date)::int)::bigint < 61 then 'to_60' else 'over_60' end as "kind"
      from "people"."person_spell" as "m"
      inner join "people"."person" as "p" on "p"."office_id" = "m"."office_id"
        and "p"."id" = "m"."record_id"
      where "m"."office_id" = $26::int
        and "m"."branch_id" is not null
        and ("m"."valid_from" <= $27::date and ("m"."valid_to" is null or $28::date < "m"."valid_to"))
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $29::int
        and a.record_id = $30::uuid
        and "a"."valid_from" <= $31::date
        and ("a"."valid_to" is null or $32::date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $33::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= $34::date
      and ("t"."valid_to" is null or $35::date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $36::int;

-- people.members_by_age: rows
-- $1 asOf, $2 asOf, $3 asOf, $4 asOf, $5 asOf, $6 asOf, $7 asOf, $8 asOf, $9 asOf, $10 asOf, $11 asOf, $12 asOf, $13 asOf, $14 asOf, $15 asOf, $16 asOf, $17 asOf, $18 asOf, $19 asOf, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 office, $26 node, $27 asOf, $28 asOf, $29 office, $30 asOf, $31 asOf, $32 afterRecord, $33 afterDay, $34 afterRecord, $35 afterKey, $36 limit, $37 office
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
          select "m"."record_id", "m"."place_id", "m"."branch_id" as "line_id", null::date as "on_date", "m"."valid_from", "m"."valid_to", m.record_id::text as "key", null::bigint as "amount", case when "p"."birth" is null then 'unknown' when ((extract (year from $1::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $2::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $3::date)::int)::bigint < 31 then 'to_30' when ((extract (year from $4::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $5::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $6::date)::int)::bigint < 36 then 'to_35' when ((extract (year from $7::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $8::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $9::date)::int)::bigint < 41 then 'to_40' when ((extract (year from $10::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $11::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $12::date)::int)::bigint < 46 then 'to_45' when ((extract (year from $13::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $14::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $15::date)::int)::bigint < 51 then 'to_50' when ((extract (year from $16::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $17::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $18::date)::int)::bigint < 56 then 'to_55' when ((extract (year from $19::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int - ((("p"."birth" || left('-01', 10 - length("p"."birth")))::date + make_interval (years = > (extract (year from $20::date) - extract (year from ("p"."birth" || left('-01', 10 - length("p"."birth")))::date))::int))::date > $21::date)::int)::bigint < 61 then 'to_60' else 'over_60' end as "kind"
          from "people"."person_spell" as "m"
          inner join "people"."person" as "p" on "p"."office_id" = "m"."office_id"
            and "p"."id" = "m"."record_id"
          where "m"."office_id" = $22::int
            and "m"."branch_id" is not null
            and ("m"."valid_from" <= $23::date and ("m"."valid_to" is null or $24::date < "m"."valid_to"))
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
    ) every
    where nth = 1
  ) counted
  where $32::uuid is null or (day, record_id, key) > ($33::date, $34::uuid, $35::text)
  order by day, record_id, key
  limit $36::int
) x on true
where o.office_id = $37::int;

-- people.temporary_members: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 = 911, $10 = 921, $11 = 931, $12 = 932, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office
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
      select "a"."record_id", "a"."place_id", "a"."organisation_id" as "line_id", null::date as "on_date", "a"."valid_from", "a"."valid_to", null::bigint as "amount", a.person_id::text as "key", null::text as "kind"
      from "people"."assignment_spell" as "a"
      inner join (
        select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
        from "organisation"."party_organisation_spell" as "o"
        where "o"."office_id" = $5::int
          and ("o"."valid_from" <= $6::date and ("o"."valid_to" is null or $7::date < "o"."valid_to"))
      ) as "o" on "o"."organisation_id" = "a"."organisation_id"
      where "a"."office_id" = $8::int
        and "o"."organisation_kind" in ($9, $10, $11, $12)
        and ("a"."valid_from" <= $13::date and ("a"."valid_to" is null or $14::date < "a"."valid_to"))
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

-- people.temporary_members: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 = 911, $6 = 921, $7 = 931, $8 = 932, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "a"."record_id", "a"."place_id", "a"."organisation_id" as "line_id", null::date as "on_date", "a"."valid_from", "a"."valid_to", null::bigint as "amount", a.person_id::text as "key", null::text as "kind"
          from "people"."assignment_spell" as "a"
          inner join (
            select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
            from "organisation"."party_organisation_spell" as "o"
            where "o"."office_id" = $1::int
              and ("o"."valid_from" <= $2::date and ("o"."valid_to" is null or $3::date < "o"."valid_to"))
          ) as "o" on "o"."organisation_id" = "a"."organisation_id"
          where "a"."office_id" = $4::int
            and "o"."organisation_kind" in ($5, $6, $7, $8)
            and ("a"."valid_from" <= $9::date and ("a"."valid_to" is null or $10::date < "a"."valid_to"))
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

-- people.posts_filled: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 = community, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office
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
      select "c"."record_id", "c"."place_id", null::uuid as "line_id", null::date as "on_date", "c"."valid_from", "c"."valid_to", null::bigint as "amount", c.person_id::text as "key", "c"."post" as "kind"
      from (
        select "c"."record_id", "c"."place_id", "c"."person_id", "c"."post", "c"."valid_from", "c"."valid_to", "n"."needed", row_number() over (partition by c.place_id, c.post order by c.valid_from, c.record_id) as "nth"
        from "people"."community_post_spell" as "c"
        inner join (
          select "h"."post", "s"."needed"
          from "people"."staffing_standard_spell" as "s"
          inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
        ) as "n" on "n"."post" = "c"."post"
        where "c"."office_id" = $8::int
          and ("c"."valid_from" <= $9::date and ("c"."valid_to" is null or $10::date < "c"."valid_to"))
      ) as "c"
      inner join (
        select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
        from "organisation"."place_spell" as "c"
        where "c"."office_id" = $11::int
          and "c"."kind" = $12
          and ("c"."valid_from" <= $13::date and ("c"."valid_to" is null or $14::date < "c"."valid_to"))
      ) as "k" on "k"."community_id" = "c"."place_id"
      where "c"."nth" <= "c"."needed"
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

-- people.posts_filled: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 asOf, $6 asOf, $7 office, $8 = community, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "c"."record_id", "c"."place_id", null::uuid as "line_id", null::date as "on_date", "c"."valid_from", "c"."valid_to", null::bigint as "amount", c.person_id::text as "key", "c"."post" as "kind"
          from (
            select "c"."record_id", "c"."place_id", "c"."person_id", "c"."post", "c"."valid_from", "c"."valid_to", "n"."needed", row_number() over (partition by c.place_id, c.post order by c.valid_from, c.record_id) as "nth"
            from "people"."community_post_spell" as "c"
            inner join (
              select "h"."post", "s"."needed"
              from "people"."staffing_standard_spell" as "s"
              inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and ("s"."valid_from" <= $2::date and ("s"."valid_to" is null or $3::date < "s"."valid_to"))
            ) as "n" on "n"."post" = "c"."post"
            where "c"."office_id" = $4::int
              and ("c"."valid_from" <= $5::date and ("c"."valid_to" is null or $6::date < "c"."valid_to"))
          ) as "c"
          inner join (
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $7::int
              and "c"."kind" = $8
              and ("c"."valid_from" <= $9::date and ("c"."valid_to" is null or $10::date < "c"."valid_to"))
          ) as "k" on "k"."community_id" = "c"."place_id"
          where "c"."nth" <= "c"."needed"
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

-- people.posts_needed: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 = community, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office
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
      select "w"."community_id" as "record_id", "w"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "w"."valid_from", "w"."valid_to", w.community_id::text || ' ' || w.post as "key", "w"."post" as "kind", w.needed::bigint as "amount"
      from (
        select "k"."community_id", "k"."valid_from", "k"."valid_to", "n"."post", "n"."needed", (
          select count(*) as "n"
          from "people"."community_post_spell" as "c"
          where "c"."office_id" = $5::int
            and "c"."place_id" = "k"."community_id"
            and "c"."post" = "n"."post"
            and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
        ) as "there"
        from (
          select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
          from "organisation"."place_spell" as "c"
          where "c"."office_id" = $8::int
            and "c"."kind" = $9
            and ("c"."valid_from" <= $10::date and ("c"."valid_to" is null or $11::date < "c"."valid_to"))
        ) as "k"
        inner join (
          select "h"."post", "s"."needed"
          from "people"."staffing_standard_spell" as "s"
          inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $12::int
            and ("s"."valid_from" <= $13::date and ("s"."valid_to" is null or $14::date < "s"."valid_to"))
        ) as "n" on true
      ) as "w"
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

-- people.posts_needed: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 = community, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "w"."community_id" as "record_id", "w"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "w"."valid_from", "w"."valid_to", w.community_id::text || ' ' || w.post as "key", "w"."post" as "kind", w.needed::bigint as "amount"
          from (
            select "k"."community_id", "k"."valid_from", "k"."valid_to", "n"."post", "n"."needed", (
              select count(*) as "n"
              from "people"."community_post_spell" as "c"
              where "c"."office_id" = $1::int
                and "c"."place_id" = "k"."community_id"
                and "c"."post" = "n"."post"
                and ("c"."valid_from" <= $2::date and ("c"."valid_to" is null or $3::date < "c"."valid_to"))
            ) as "there"
            from (
              select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
              from "organisation"."place_spell" as "c"
              where "c"."office_id" = $4::int
                and "c"."kind" = $5
                and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
            ) as "k"
            inner join (
              select "h"."post", "s"."needed"
              from "people"."staffing_standard_spell" as "s"
              inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $8::int
                and ("s"."valid_from" <= $9::date and ("s"."valid_to" is null or $10::date < "s"."valid_to"))
            ) as "n" on true
          ) as "w"
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

-- people.staff: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 = community, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office
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
      select "c"."record_id", "c"."place_id", null::uuid as "line_id", null::date as "on_date", "c"."valid_from", "c"."valid_to", null::bigint as "amount", c.person_id::text as "key", "c"."post" as "kind"
      from (
        select "c"."record_id", "c"."place_id", "c"."person_id", "c"."post", "c"."valid_from", "c"."valid_to", "n"."needed", row_number() over (partition by c.place_id, c.post order by c.valid_from, c.record_id) as "nth"
        from "people"."community_post_spell" as "c"
        inner join (
          select "h"."post", "s"."needed"
          from "people"."staffing_standard_spell" as "s"
          inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
        ) as "n" on "n"."post" = "c"."post"
        where "c"."office_id" = $8::int
          and ("c"."valid_from" <= $9::date and ("c"."valid_to" is null or $10::date < "c"."valid_to"))
      ) as "c"
      inner join (
        select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
        from "organisation"."place_spell" as "c"
        where "c"."office_id" = $11::int
          and "c"."kind" = $12
          and ("c"."valid_from" <= $13::date and ("c"."valid_to" is null or $14::date < "c"."valid_to"))
      ) as "k" on "k"."community_id" = "c"."place_id"
      where "c"."nth" <= "c"."needed"
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

-- people.staff: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 asOf, $6 asOf, $7 office, $8 = community, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "c"."record_id", "c"."place_id", null::uuid as "line_id", null::date as "on_date", "c"."valid_from", "c"."valid_to", null::bigint as "amount", c.person_id::text as "key", "c"."post" as "kind"
          from (
            select "c"."record_id", "c"."place_id", "c"."person_id", "c"."post", "c"."valid_from", "c"."valid_to", "n"."needed", row_number() over (partition by c.place_id, c.post order by c.valid_from, c.record_id) as "nth"
            from "people"."community_post_spell" as "c"
            inner join (
              select "h"."post", "s"."needed"
              from "people"."staffing_standard_spell" as "s"
              inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and ("s"."valid_from" <= $2::date and ("s"."valid_to" is null or $3::date < "s"."valid_to"))
            ) as "n" on "n"."post" = "c"."post"
            where "c"."office_id" = $4::int
              and ("c"."valid_from" <= $5::date and ("c"."valid_to" is null or $6::date < "c"."valid_to"))
          ) as "c"
          inner join (
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $7::int
              and "c"."kind" = $8
              and ("c"."valid_from" <= $9::date and ("c"."valid_to" is null or $10::date < "c"."valid_to"))
          ) as "k" on "k"."community_id" = "c"."place_id"
          where "c"."nth" <= "c"."needed"
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

-- people.posts_vacant: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 asOf, $7 asOf, $8 office, $9 = community, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 office, $16 node, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office
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
      select "w"."community_id" as "record_id", "w"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "w"."valid_from", "w"."valid_to", w.community_id::text || ' ' || w.post as "key", "w"."post" as "kind", (w.needed - w.there)::bigint as "amount"
      from (
        select "k"."community_id", "k"."valid_from", "k"."valid_to", "n"."post", "n"."needed", (
          select count(*) as "n"
          from "people"."community_post_spell" as "c"
          where "c"."office_id" = $5::int
            and "c"."place_id" = "k"."community_id"
            and "c"."post" = "n"."post"
            and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
        ) as "there"
        from (
          select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
          from "organisation"."place_spell" as "c"
          where "c"."office_id" = $8::int
            and "c"."kind" = $9
            and ("c"."valid_from" <= $10::date and ("c"."valid_to" is null or $11::date < "c"."valid_to"))
        ) as "k"
        inner join (
          select "h"."post", "s"."needed"
          from "people"."staffing_standard_spell" as "s"
          inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $12::int
            and ("s"."valid_from" <= $13::date and ("s"."valid_to" is null or $14::date < "s"."valid_to"))
        ) as "n" on true
      ) as "w"
      where "w"."there" < "w"."needed"
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

-- people.posts_vacant: rows
-- $1 office, $2 asOf, $3 asOf, $4 office, $5 = community, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 node, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 afterRecord, $19 afterDay, $20 afterRecord, $21 afterKey, $22 limit, $23 office
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
          select "w"."community_id" as "record_id", "w"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "w"."valid_from", "w"."valid_to", w.community_id::text || ' ' || w.post as "key", "w"."post" as "kind", (w.needed - w.there)::bigint as "amount"
          from (
            select "k"."community_id", "k"."valid_from", "k"."valid_to", "n"."post", "n"."needed", (
              select count(*) as "n"
              from "people"."community_post_spell" as "c"
              where "c"."office_id" = $1::int
                and "c"."place_id" = "k"."community_id"
                and "c"."post" = "n"."post"
                and ("c"."valid_from" <= $2::date and ("c"."valid_to" is null or $3::date < "c"."valid_to"))
            ) as "there"
            from (
              select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
              from "organisation"."place_spell" as "c"
              where "c"."office_id" = $4::int
                and "c"."kind" = $5
                and ("c"."valid_from" <= $6::date and ("c"."valid_to" is null or $7::date < "c"."valid_to"))
            ) as "k"
            inner join (
              select "h"."post", "s"."needed"
              from "people"."staffing_standard_spell" as "s"
              inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $8::int
                and ("s"."valid_from" <= $9::date and ("s"."valid_to" is null or $10::date < "s"."valid_to"))
            ) as "n" on true
          ) as "w"
          where "w"."there" < "w"."needed"
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

-- people.vacant_days: value
-- $1 office, $2 node, $3 office, $4 office, $5 through, $6 office, $7 = community, $8 through, $9 from, $10 office, $11 from, $12 from, $13 through, $14 office, $15 = community, $16 through, $17 from, $18 office, $19 = community, $20 through, $21 from, $22 office, $23 office, $24 office, $25 office, $26 from, $27 through, $28 office, $29 = community, $30 office, $31 office, $32 office, $33 node, $34 office, $35 office
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
      select "w"."place_id" as "record_id", "w"."place_id", null::uuid as "line_id", "w"."day" as "on_date", "w"."day" as "valid_from", "w"."next_day" as "valid_to", ((n.needed - h.there) * (w.next_day - w.day))::bigint as "amount", w.place_id::text || ' ' || w.post || ' ' || w.day::text as "key", "w"."post" as "kind"
      from (
        select w.place_id, w.post, w.day, lead (w.day, 1, $5::date + 1) over (partition by w.place_id, w.post order by w.day) as next_day
        from (
          select k.community_id as place_id, n.post, d.day
          from ((
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $6::int
              and "c"."kind" = $7
              and "c"."valid_from" <= $8::date
              and ("c"."valid_to" is null or "c"."valid_to" > $9::date)
          )) k
          cross join ((
            select "post"
            from "people"."staffing_standard"
            where "office_id" = $10::int
          )) n
          cross join (
            select $11::date as day
            union select generate_series (date_trunc ('month', $12::date) + interval '1 month', $13::date, interval '1 month')::date
            union select valid_from
            from ((
              select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
              from "organisation"."place_spell" as "c"
              where "c"."office_id" = $14::int
                and "c"."kind" = $15
                and "c"."valid_from" <= $16::date
                and ("c"."valid_to" is null or "c"."valid_to" > $17::date)
            )) b
            union select valid_to
            from ((
              select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
              from "organisation"."place_spell" as "c"
              where "c"."office_id" = $18::int
                and "c"."kind" = $19
                and "c"."valid_from" <= $20::date
                and ("c"."valid_to" is null or "c"."valid_to" > $21::date)
            )) e
            union select valid_from
            from ((
              select "valid_from"
              from "people"."staffing_standard_spell"
              where "office_id" = $22::int
            )) f
            union select valid_to
            from ((
              select "valid_to"
              from "people"."staffing_standard_spell"
              where "office_id" = $23::int
            )) t
          ) d
          union select place_id, post, valid_from
          from ((
            select "place_id", "post", "valid_from"
            from "people"."community_post_spell"
            where "office_id" = $24::int
          )) f
          union select place_id, post, valid_to
          from ((
            select "place_id", "post", "valid_to"
            from "people"."community_post_spell"
            where "office_id" = $25::int
          )) t
        ) w
        where w.day >= $26::date
          and w.day <= $27::date
      ) as "w"
      inner join lateral (
        select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
        from "organisation"."place_spell" as "c"
        where "c"."office_id" = $28::int
          and "c"."kind" = $29
          and ("c"."valid_from" <= "w"."day" and ("c"."valid_to" is null or "w"."day" < "c"."valid_to"))
      ) as "k" on "k"."community_id" = "w"."place_id"
      inner join lateral (
        select "h"."post", "s"."needed"
        from "people"."staffing_standard_spell" as "s"
        inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
          and "h"."id" = "s"."record_id"
        where "s"."office_id" = $30::int
          and ("s"."valid_from" <= "w"."day" and ("s"."valid_to" is null or "w"."day" < "s"."valid_to"))
      ) as "n" on "n"."post" = "w"."post"
      inner join lateral (
        select count(*) as "there"
        from "people"."community_post_spell" as "c"
        where "c"."office_id" = $31::int
          and "c"."place_id" = "w"."place_id"
          and "c"."post" = "w"."post"
          and ("c"."valid_from" <= "w"."day" and ("c"."valid_to" is null or "w"."day" < "c"."valid_to"))
      ) as "h" on true
      where "h"."there" < "n"."needed"
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $32::int
        and a.record_id = $33::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $34::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $35::int;

-- people.vacant_days: rows
-- $1 through, $2 office, $3 = community, $4 through, $5 from, $6 office, $7 from, $8 from, $9 through, $10 office, $11 = community, $12 through, $13 from, $14 office, $15 = community, $16 through, $17 from, $18 office, $19 office, $20 office, $21 office, $22 from, $23 through, $24 office, $25 = community, $26 office, $27 office, $28 office, $29 node, $30 office, $31 afterRecord, $32 afterDay, $33 afterRecord, $34 afterKey, $35 limit, $36 office
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
          select "w"."place_id" as "record_id", "w"."place_id", null::uuid as "line_id", "w"."day" as "on_date", "w"."day" as "valid_from", "w"."next_day" as "valid_to", ((n.needed - h.there) * (w.next_day - w.day))::bigint as "amount", w.place_id::text || ' ' || w.post || ' ' || w.day::text as "key", "w"."post" as "kind"
          from (
            select w.place_id, w.post, w.day, lead (w.day, 1, $1::date + 1) over (partition by w.place_id, w.post order by w.day) as next_day
            from (
              select k.community_id as place_id, n.post, d.day
              from ((
                select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
                from "organisation"."place_spell" as "c"
                where "c"."office_id" = $2::int
                  and "c"."kind" = $3
                  and "c"."valid_from" <= $4::date
                  and ("c"."valid_to" is null or "c"."valid_to" > $5::date)
              )) k
              cross join ((
                select "post"
                from "people"."staffing_standard"
                where "office_id" = $6::int
              )) n
              cross join (
                select $7::date as day
                union select generate_series (date_trunc ('month', $8::date) + interval '1 month', $9::date, interval '1 month')::date
                union select valid_from
                from ((
                  select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
                  from "organisation"."place_spell" as "c"
                  where "c"."office_id" = $10::int
                    and "c"."kind" = $11
                    and "c"."valid_from" <= $12::date
                    and ("c"."valid_to" is null or "c"."valid_to" > $13::date)
                )) b
                union select valid_to
                from ((
                  select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
                  from "organisation"."place_spell" as "c"
                  where "c"."office_id" = $14::int
                    and "c"."kind" = $15
                    and "c"."valid_from" <= $16::date
                    and ("c"."valid_to" is null or "c"."valid_to" > $17::date)
                )) e
                union select valid_from
                from ((
                  select "valid_from"
                  from "people"."staffing_standard_spell"
                  where "office_id" = $18::int
                )) f
                union select valid_to
                from ((
                  select "valid_to"
                  from "people"."staffing_standard_spell"
                  where "office_id" = $19::int
                )) t
              ) d
              union select place_id, post, valid_from
              from ((
                select "place_id", "post", "valid_from"
                from "people"."community_post_spell"
                where "office_id" = $20::int
              )) f
              union select place_id, post, valid_to
              from ((
                select "place_id", "post", "valid_to"
                from "people"."community_post_spell"
                where "office_id" = $21::int
              )) t
            ) w
            where w.day >= $22::date
              and w.day <= $23::date
          ) as "w"
          inner join lateral (
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $24::int
              and "c"."kind" = $25
              and ("c"."valid_from" <= "w"."day" and ("c"."valid_to" is null or "w"."day" < "c"."valid_to"))
          ) as "k" on "k"."community_id" = "w"."place_id"
          inner join lateral (
            select "h"."post", "s"."needed"
            from "people"."staffing_standard_spell" as "s"
            inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
              and "h"."id" = "s"."record_id"
            where "s"."office_id" = $26::int
              and ("s"."valid_from" <= "w"."day" and ("s"."valid_to" is null or "w"."day" < "s"."valid_to"))
          ) as "n" on "n"."post" = "w"."post"
          inner join lateral (
            select count(*) as "there"
            from "people"."community_post_spell" as "c"
            where "c"."office_id" = $27::int
              and "c"."place_id" = "w"."place_id"
              and "c"."post" = "w"."post"
              and ("c"."valid_from" <= "w"."day" and ("c"."valid_to" is null or "w"."day" < "c"."valid_to"))
          ) as "h" on true
          where "h"."there" < "n"."needed"
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $28::int
            and a.record_id = $29::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $30::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $31::uuid is null or (day, record_id, key) > ($32::date, $33::uuid, $34::text)
  order by day, record_id, key
  limit $35::int
) x on true
where o.office_id = $36::int;

-- people.communities_staffed: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 office, $13 asOf, $14 asOf, $15 office, $16 = community, $17 asOf, $18 asOf, $19 office, $20 asOf, $21 asOf, $22 office, $23 node, $24 asOf, $25 asOf, $26 office, $27 asOf, $28 asOf, $29 office
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
      select "k"."community_id" as "record_id", "k"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "k"."valid_from", "k"."valid_to", null::bigint as "amount", k.community_id::text as "key", null::text as "kind"
      from (
        select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
        from "organisation"."place_spell" as "c"
        where "c"."office_id" = $5::int
          and "c"."kind" = $6
          and ("c"."valid_from" <= $7::date and ("c"."valid_to" is null or $8::date < "c"."valid_to"))
      ) as "k"
      where exists (
        select 1 as "one"
        from (
          select "h"."post", "s"."needed"
          from "people"."staffing_standard_spell" as "s"
          inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $9::int
            and ("s"."valid_from" <= $10::date and ("s"."valid_to" is null or $11::date < "s"."valid_to"))
        ) as "n"
      )
        and not exists (
        select 1 as "one"
        from (
          select "k"."community_id", "k"."valid_from", "k"."valid_to", "n"."post", "n"."needed", (
            select count(*) as "n"
            from "people"."community_post_spell" as "c"
            where "c"."office_id" = $12::int
              and "c"."place_id" = "k"."community_id"
              and "c"."post" = "n"."post"
              and ("c"."valid_from" <= $13::date and ("c"."valid_to" is null or $14::date < "c"."valid_to"))
          ) as "there"
          from (
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $15::int
              and "c"."kind" = $16
              and ("c"."valid_from" <= $17::date and ("c"."valid_to" is null or $18::date < "c"."valid_to"))
          ) as "k"
          inner join (
            select "h"."post", "s"."needed"
            from "people"."staffing_standard_spell" as "s"
            inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
              and "h"."id" = "s"."record_id"
            where "s"."office_id" = $19::int
              and ("s"."valid_from" <= $20::date and ("s"."valid_to" is null or $21::date < "s"."valid_to"))
          ) as "n" on true
        ) as "w"
        where "w"."community_id" = "k"."community_id"
          and "w"."there" < "w"."needed"
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

-- people.communities_staffed: rows
-- $1 office, $2 = community, $3 asOf, $4 asOf, $5 office, $6 asOf, $7 asOf, $8 office, $9 asOf, $10 asOf, $11 office, $12 = community, $13 asOf, $14 asOf, $15 office, $16 asOf, $17 asOf, $18 office, $19 node, $20 asOf, $21 asOf, $22 office, $23 asOf, $24 asOf, $25 afterRecord, $26 afterDay, $27 afterRecord, $28 afterKey, $29 limit, $30 office
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
          select "k"."community_id" as "record_id", "k"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "k"."valid_from", "k"."valid_to", null::bigint as "amount", k.community_id::text as "key", null::text as "kind"
          from (
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $1::int
              and "c"."kind" = $2
              and ("c"."valid_from" <= $3::date and ("c"."valid_to" is null or $4::date < "c"."valid_to"))
          ) as "k"
          where exists (
            select 1 as "one"
            from (
              select "h"."post", "s"."needed"
              from "people"."staffing_standard_spell" as "s"
              inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $5::int
                and ("s"."valid_from" <= $6::date and ("s"."valid_to" is null or $7::date < "s"."valid_to"))
            ) as "n"
          )
            and not exists (
            select 1 as "one"
            from (
              select "k"."community_id", "k"."valid_from", "k"."valid_to", "n"."post", "n"."needed", (
                select count(*) as "n"
                from "people"."community_post_spell" as "c"
                where "c"."office_id" = $8::int
                  and "c"."place_id" = "k"."community_id"
                  and "c"."post" = "n"."post"
                  and ("c"."valid_from" <= $9::date and ("c"."valid_to" is null or $10::date < "c"."valid_to"))
              ) as "there"
              from (
                select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
                from "organisation"."place_spell" as "c"
                where "c"."office_id" = $11::int
                  and "c"."kind" = $12
                  and ("c"."valid_from" <= $13::date and ("c"."valid_to" is null or $14::date < "c"."valid_to"))
              ) as "k"
              inner join (
                select "h"."post", "s"."needed"
                from "people"."staffing_standard_spell" as "s"
                inner join "people"."staffing_standard" as "h" on "h"."office_id" = "s"."office_id"
                  and "h"."id" = "s"."record_id"
                where "s"."office_id" = $15::int
                  and ("s"."valid_from" <= $16::date and ("s"."valid_to" is null or $17::date < "s"."valid_to"))
              ) as "n" on true
            ) as "w"
            where "w"."community_id" = "k"."community_id"
              and "w"."there" < "w"."needed"
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

-- people.communities: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = community, $7 asOf, $8 asOf, $9 office, $10 node, $11 asOf, $12 asOf, $13 office, $14 asOf, $15 asOf, $16 office
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
      select "k"."community_id" as "record_id", "k"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "k"."valid_from", "k"."valid_to", null::bigint as "amount", k.community_id::text as "key", null::text as "kind"
      from (
        select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
        from "organisation"."place_spell" as "c"
        where "c"."office_id" = $5::int
          and "c"."kind" = $6
          and ("c"."valid_from" <= $7::date and ("c"."valid_to" is null or $8::date < "c"."valid_to"))
      ) as "k"
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

-- people.communities: rows
-- $1 office, $2 = community, $3 asOf, $4 asOf, $5 office, $6 node, $7 asOf, $8 asOf, $9 office, $10 asOf, $11 asOf, $12 afterRecord, $13 afterDay, $14 afterRecord, $15 afterKey, $16 limit, $17 office
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
          select "k"."community_id" as "record_id", "k"."community_id" as "place_id", null::uuid as "line_id", null::date as "on_date", "k"."valid_from", "k"."valid_to", null::bigint as "amount", k.community_id::text as "key", null::text as "kind"
          from (
            select "c"."record_id" as "community_id", "c"."valid_from", "c"."valid_to"
            from "organisation"."place_spell" as "c"
            where "c"."office_id" = $1::int
              and "c"."kind" = $2
              and ("c"."valid_from" <= $3::date and ("c"."valid_to" is null or $4::date < "c"."valid_to"))
          ) as "k"
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

-- people.terms_ended: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = remind, $7 office, $8 = term, $9 = cancelled, $10 office, $11 = term, $12 = cancelled, $13 = approved, $14 = recorded, $15 = term_began, $16 = 1, $17 office, $18 = 611, $19 = 621, $20 = 631, $21 = 632, $22 office, $23 from, $24 through, $25 office, $26 node, $27 office, $28 office
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
      select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
      from (
        select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
          select "s"."months"
          from "people"."lead_time_spell" as "s"
          inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and "h"."step" = $6
            and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
        )), 6) * interval '1 month')::date
          and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
          and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          where "s"."office_id" = $7::int
            and "s"."kind" = $8
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $9
          )
        )) then exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
            and "a"."record_id" = "s"."record_id"
          where "s"."office_id" = $10::int
            and "s"."kind" = $11
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $12
          )
            and "a"."kind" in ($13, $14)
            and btrim (a.document_no) <> ''
        )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
        from (
          select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
          from (
            select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
            from "organisation"."party_organisation_spell" as "o"
            left join lateral (
              select "n"."term_from", "e"."document_no"
              from "organisation"."party_organisation_spell" as "n"
              left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                and "e"."record_id" = "n"."record_id"
                and "e"."on_date" = "n"."valid_from"
                and "e"."kind" = $15
              where "n"."office_id" = "o"."office_id"
                and "n"."record_id" = "o"."record_id"
                and "n"."term_from" > "o"."term_from"
              order by "n"."term_from", "n"."valid_from", "e"."seq" desc
              limit $16
            ) as "next" on true
            where "o"."office_id" = $17::int
              and "o"."term_from" is not null
            order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
          ) as "o"
          left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
            and "l"."founded" = "o"."founded_in"
            and l.since <= o.term_from
            and (l.before is null or o.term_from < l.before)
          where "o"."kind" in ($18, $19, $20, $21)
        ) as "t"
        inner join lateral (
          select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
          from "organisation"."party_organisation_spell" as "o"
          where "o"."office_id" = $22::int
            and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
        ) as "s" on "s"."organisation_id" = "t"."organisation_id"
        where t.expiry between $23::date
          and $24::date
      ) as "d"
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $25::int
        and a.record_id = $26::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $27::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $28::int;

-- people.terms_ended: rows
-- $1 office, $2 = remind, $3 office, $4 = term, $5 = cancelled, $6 office, $7 = term, $8 = cancelled, $9 = approved, $10 = recorded, $11 = term_began, $12 = 1, $13 office, $14 = 611, $15 = 621, $16 = 631, $17 = 632, $18 office, $19 from, $20 through, $21 office, $22 node, $23 office, $24 afterRecord, $25 afterDay, $26 afterRecord, $27 afterKey, $28 limit, $29 office
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
          select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
          from (
            select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
              select "s"."months"
              from "people"."lead_time_spell" as "s"
              inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and "h"."step" = $2
                and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
            )), 6) * interval '1 month')::date
              and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
              and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              where "s"."office_id" = $3::int
                and "s"."kind" = $4
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $5
              )
            )) then exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
                and "a"."record_id" = "s"."record_id"
              where "s"."office_id" = $6::int
                and "s"."kind" = $7
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $8
              )
                and "a"."kind" in ($9, $10)
                and btrim (a.document_no) <> ''
            )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
            from (
              select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
              from (
                select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
                from "organisation"."party_organisation_spell" as "o"
                left join lateral (
                  select "n"."term_from", "e"."document_no"
                  from "organisation"."party_organisation_spell" as "n"
                  left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                    and "e"."record_id" = "n"."record_id"
                    and "e"."on_date" = "n"."valid_from"
                    and "e"."kind" = $11
                  where "n"."office_id" = "o"."office_id"
                    and "n"."record_id" = "o"."record_id"
                    and "n"."term_from" > "o"."term_from"
                  order by "n"."term_from", "n"."valid_from", "e"."seq" desc
                  limit $12
                ) as "next" on true
                where "o"."office_id" = $13::int
                  and "o"."term_from" is not null
                order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
              ) as "o"
              left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
                and "l"."founded" = "o"."founded_in"
                and l.since <= o.term_from
                and (l.before is null or o.term_from < l.before)
              where "o"."kind" in ($14, $15, $16, $17)
            ) as "t"
            inner join lateral (
              select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
              from "organisation"."party_organisation_spell" as "o"
              where "o"."office_id" = $18::int
                and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
            ) as "s" on "s"."organisation_id" = "t"."organisation_id"
            where t.expiry between $19::date
              and $20::date
          ) as "d"
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $21::int
            and a.record_id = $22::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $23::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $24::uuid is null or (day, record_id, key) > ($25::date, $26::uuid, $27::text)
  order by day, record_id, key
  limit $28::int
) x on true
where o.office_id = $29::int;

-- people.terms_renewed_in_time: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = remind, $7 office, $8 = term, $9 = cancelled, $10 office, $11 = term, $12 = cancelled, $13 = approved, $14 = recorded, $15 = term_began, $16 = 1, $17 office, $18 = 611, $19 = 621, $20 = 631, $21 = 632, $22 office, $23 from, $24 through, $25 = on_time, $26 = shifted, $27 office, $28 node, $29 office, $30 office
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
      select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
      from (
        select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
          select "s"."months"
          from "people"."lead_time_spell" as "s"
          inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and "h"."step" = $6
            and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
        )), 6) * interval '1 month')::date
          and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
          and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          where "s"."office_id" = $7::int
            and "s"."kind" = $8
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $9
          )
        )) then exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
            and "a"."record_id" = "s"."record_id"
          where "s"."office_id" = $10::int
            and "s"."kind" = $11
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $12
          )
            and "a"."kind" in ($13, $14)
            and btrim (a.document_no) <> ''
        )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
        from (
          select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
          from (
            select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
            from "organisation"."party_organisation_spell" as "o"
            left join lateral (
              select "n"."term_from", "e"."document_no"
              from "organisation"."party_organisation_spell" as "n"
              left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                and "e"."record_id" = "n"."record_id"
                and "e"."on_date" = "n"."valid_from"
                and "e"."kind" = $15
              where "n"."office_id" = "o"."office_id"
                and "n"."record_id" = "o"."record_id"
                and "n"."term_from" > "o"."term_from"
              order by "n"."term_from", "n"."valid_from", "e"."seq" desc
              limit $16
            ) as "next" on true
            where "o"."office_id" = $17::int
              and "o"."term_from" is not null
            order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
          ) as "o"
          left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
            and "l"."founded" = "o"."founded_in"
            and l.since <= o.term_from
            and (l.before is null or o.term_from < l.before)
          where "o"."kind" in ($18, $19, $20, $21)
        ) as "t"
        inner join lateral (
          select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
          from "organisation"."party_organisation_spell" as "o"
          where "o"."office_id" = $22::int
            and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
        ) as "s" on "s"."organisation_id" = "t"."organisation_id"
        where t.expiry between $23::date
          and $24::date
      ) as "d"
      where "d"."outcome" in ($25, $26)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $27::int
        and a.record_id = $28::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $29::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $30::int;

-- people.terms_renewed_in_time: rows
-- $1 office, $2 = remind, $3 office, $4 = term, $5 = cancelled, $6 office, $7 = term, $8 = cancelled, $9 = approved, $10 = recorded, $11 = term_began, $12 = 1, $13 office, $14 = 611, $15 = 621, $16 = 631, $17 = 632, $18 office, $19 from, $20 through, $21 = on_time, $22 = shifted, $23 office, $24 node, $25 office, $26 afterRecord, $27 afterDay, $28 afterRecord, $29 afterKey, $30 limit, $31 office
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
          select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
          from (
            select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
              select "s"."months"
              from "people"."lead_time_spell" as "s"
              inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and "h"."step" = $2
                and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
            )), 6) * interval '1 month')::date
              and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
              and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              where "s"."office_id" = $3::int
                and "s"."kind" = $4
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $5
              )
            )) then exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
                and "a"."record_id" = "s"."record_id"
              where "s"."office_id" = $6::int
                and "s"."kind" = $7
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $8
              )
                and "a"."kind" in ($9, $10)
                and btrim (a.document_no) <> ''
            )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
            from (
              select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
              from (
                select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
                from "organisation"."party_organisation_spell" as "o"
                left join lateral (
                  select "n"."term_from", "e"."document_no"
                  from "organisation"."party_organisation_spell" as "n"
                  left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                    and "e"."record_id" = "n"."record_id"
                    and "e"."on_date" = "n"."valid_from"
                    and "e"."kind" = $11
                  where "n"."office_id" = "o"."office_id"
                    and "n"."record_id" = "o"."record_id"
                    and "n"."term_from" > "o"."term_from"
                  order by "n"."term_from", "n"."valid_from", "e"."seq" desc
                  limit $12
                ) as "next" on true
                where "o"."office_id" = $13::int
                  and "o"."term_from" is not null
                order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
              ) as "o"
              left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
                and "l"."founded" = "o"."founded_in"
                and l.since <= o.term_from
                and (l.before is null or o.term_from < l.before)
              where "o"."kind" in ($14, $15, $16, $17)
            ) as "t"
            inner join lateral (
              select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
              from "organisation"."party_organisation_spell" as "o"
              where "o"."office_id" = $18::int
                and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
            ) as "s" on "s"."organisation_id" = "t"."organisation_id"
            where t.expiry between $19::date
              and $20::date
          ) as "d"
          where "d"."outcome" in ($21, $22)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $23::int
            and a.record_id = $24::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $25::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $26::uuid is null or (day, record_id, key) > ($27::date, $28::uuid, $29::text)
  order by day, record_id, key
  limit $30::int
) x on true
where o.office_id = $31::int;

-- people.terms_on_time: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = remind, $7 office, $8 = term, $9 = cancelled, $10 office, $11 = term, $12 = cancelled, $13 = approved, $14 = recorded, $15 = term_began, $16 = 1, $17 office, $18 = 611, $19 = 621, $20 = 631, $21 = 632, $22 office, $23 from, $24 through, $25 = on_time, $26 office, $27 node, $28 office, $29 office
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
      select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
      from (
        select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
          select "s"."months"
          from "people"."lead_time_spell" as "s"
          inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and "h"."step" = $6
            and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
        )), 6) * interval '1 month')::date
          and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
          and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          where "s"."office_id" = $7::int
            and "s"."kind" = $8
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $9
          )
        )) then exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
            and "a"."record_id" = "s"."record_id"
          where "s"."office_id" = $10::int
            and "s"."kind" = $11
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $12
          )
            and "a"."kind" in ($13, $14)
            and btrim (a.document_no) <> ''
        )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
        from (
          select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
          from (
            select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
            from "organisation"."party_organisation_spell" as "o"
            left join lateral (
              select "n"."term_from", "e"."document_no"
              from "organisation"."party_organisation_spell" as "n"
              left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                and "e"."record_id" = "n"."record_id"
                and "e"."on_date" = "n"."valid_from"
                and "e"."kind" = $15
              where "n"."office_id" = "o"."office_id"
                and "n"."record_id" = "o"."record_id"
                and "n"."term_from" > "o"."term_from"
              order by "n"."term_from", "n"."valid_from", "e"."seq" desc
              limit $16
            ) as "next" on true
            where "o"."office_id" = $17::int
              and "o"."term_from" is not null
            order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
          ) as "o"
          left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
            and "l"."founded" = "o"."founded_in"
            and l.since <= o.term_from
            and (l.before is null or o.term_from < l.before)
          where "o"."kind" in ($18, $19, $20, $21)
        ) as "t"
        inner join lateral (
          select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
          from "organisation"."party_organisation_spell" as "o"
          where "o"."office_id" = $22::int
            and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
        ) as "s" on "s"."organisation_id" = "t"."organisation_id"
        where t.expiry between $23::date
          and $24::date
      ) as "d"
      where "d"."outcome" in ($25)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $26::int
        and a.record_id = $27::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $28::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $29::int;

-- people.terms_on_time: rows
-- $1 office, $2 = remind, $3 office, $4 = term, $5 = cancelled, $6 office, $7 = term, $8 = cancelled, $9 = approved, $10 = recorded, $11 = term_began, $12 = 1, $13 office, $14 = 611, $15 = 621, $16 = 631, $17 = 632, $18 office, $19 from, $20 through, $21 = on_time, $22 office, $23 node, $24 office, $25 afterRecord, $26 afterDay, $27 afterRecord, $28 afterKey, $29 limit, $30 office
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
          select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
          from (
            select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
              select "s"."months"
              from "people"."lead_time_spell" as "s"
              inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and "h"."step" = $2
                and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
            )), 6) * interval '1 month')::date
              and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
              and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              where "s"."office_id" = $3::int
                and "s"."kind" = $4
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $5
              )
            )) then exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
                and "a"."record_id" = "s"."record_id"
              where "s"."office_id" = $6::int
                and "s"."kind" = $7
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $8
              )
                and "a"."kind" in ($9, $10)
                and btrim (a.document_no) <> ''
            )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
            from (
              select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
              from (
                select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
                from "organisation"."party_organisation_spell" as "o"
                left join lateral (
                  select "n"."term_from", "e"."document_no"
                  from "organisation"."party_organisation_spell" as "n"
                  left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                    and "e"."record_id" = "n"."record_id"
                    and "e"."on_date" = "n"."valid_from"
                    and "e"."kind" = $11
                  where "n"."office_id" = "o"."office_id"
                    and "n"."record_id" = "o"."record_id"
                    and "n"."term_from" > "o"."term_from"
                  order by "n"."term_from", "n"."valid_from", "e"."seq" desc
                  limit $12
                ) as "next" on true
                where "o"."office_id" = $13::int
                  and "o"."term_from" is not null
                order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
              ) as "o"
              left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
                and "l"."founded" = "o"."founded_in"
                and l.since <= o.term_from
                and (l.before is null or o.term_from < l.before)
              where "o"."kind" in ($14, $15, $16, $17)
            ) as "t"
            inner join lateral (
              select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
              from "organisation"."party_organisation_spell" as "o"
              where "o"."office_id" = $18::int
                and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
            ) as "s" on "s"."organisation_id" = "t"."organisation_id"
            where t.expiry between $19::date
              and $20::date
          ) as "d"
          where "d"."outcome" in ($21)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $22::int
            and a.record_id = $23::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $24::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- people.terms_shifted: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = remind, $7 office, $8 = term, $9 = cancelled, $10 office, $11 = term, $12 = cancelled, $13 = approved, $14 = recorded, $15 = term_began, $16 = 1, $17 office, $18 = 611, $19 = 621, $20 = 631, $21 = 632, $22 office, $23 from, $24 through, $25 = shifted, $26 office, $27 node, $28 office, $29 office
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
      select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
      from (
        select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
          select "s"."months"
          from "people"."lead_time_spell" as "s"
          inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and "h"."step" = $6
            and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
        )), 6) * interval '1 month')::date
          and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
          and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          where "s"."office_id" = $7::int
            and "s"."kind" = $8
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $9
          )
        )) then exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
            and "a"."record_id" = "s"."record_id"
          where "s"."office_id" = $10::int
            and "s"."kind" = $11
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $12
          )
            and "a"."kind" in ($13, $14)
            and btrim (a.document_no) <> ''
        )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
        from (
          select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
          from (
            select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
            from "organisation"."party_organisation_spell" as "o"
            left join lateral (
              select "n"."term_from", "e"."document_no"
              from "organisation"."party_organisation_spell" as "n"
              left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                and "e"."record_id" = "n"."record_id"
                and "e"."on_date" = "n"."valid_from"
                and "e"."kind" = $15
              where "n"."office_id" = "o"."office_id"
                and "n"."record_id" = "o"."record_id"
                and "n"."term_from" > "o"."term_from"
              order by "n"."term_from", "n"."valid_from", "e"."seq" desc
              limit $16
            ) as "next" on true
            where "o"."office_id" = $17::int
              and "o"."term_from" is not null
            order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
          ) as "o"
          left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
            and "l"."founded" = "o"."founded_in"
            and l.since <= o.term_from
            and (l.before is null or o.term_from < l.before)
          where "o"."kind" in ($18, $19, $20, $21)
        ) as "t"
        inner join lateral (
          select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
          from "organisation"."party_organisation_spell" as "o"
          where "o"."office_id" = $22::int
            and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
        ) as "s" on "s"."organisation_id" = "t"."organisation_id"
        where t.expiry between $23::date
          and $24::date
      ) as "d"
      where "d"."outcome" in ($25)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $26::int
        and a.record_id = $27::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $28::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $29::int;

-- people.terms_shifted: rows
-- $1 office, $2 = remind, $3 office, $4 = term, $5 = cancelled, $6 office, $7 = term, $8 = cancelled, $9 = approved, $10 = recorded, $11 = term_began, $12 = 1, $13 office, $14 = 611, $15 = 621, $16 = 631, $17 = 632, $18 office, $19 from, $20 through, $21 = shifted, $22 office, $23 node, $24 office, $25 afterRecord, $26 afterDay, $27 afterRecord, $28 afterKey, $29 limit, $30 office
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
          select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
          from (
            select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
              select "s"."months"
              from "people"."lead_time_spell" as "s"
              inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and "h"."step" = $2
                and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
            )), 6) * interval '1 month')::date
              and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
              and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              where "s"."office_id" = $3::int
                and "s"."kind" = $4
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $5
              )
            )) then exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
                and "a"."record_id" = "s"."record_id"
              where "s"."office_id" = $6::int
                and "s"."kind" = $7
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $8
              )
                and "a"."kind" in ($9, $10)
                and btrim (a.document_no) <> ''
            )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
            from (
              select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
              from (
                select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
                from "organisation"."party_organisation_spell" as "o"
                left join lateral (
                  select "n"."term_from", "e"."document_no"
                  from "organisation"."party_organisation_spell" as "n"
                  left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                    and "e"."record_id" = "n"."record_id"
                    and "e"."on_date" = "n"."valid_from"
                    and "e"."kind" = $11
                  where "n"."office_id" = "o"."office_id"
                    and "n"."record_id" = "o"."record_id"
                    and "n"."term_from" > "o"."term_from"
                  order by "n"."term_from", "n"."valid_from", "e"."seq" desc
                  limit $12
                ) as "next" on true
                where "o"."office_id" = $13::int
                  and "o"."term_from" is not null
                order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
              ) as "o"
              left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
                and "l"."founded" = "o"."founded_in"
                and l.since <= o.term_from
                and (l.before is null or o.term_from < l.before)
              where "o"."kind" in ($14, $15, $16, $17)
            ) as "t"
            inner join lateral (
              select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
              from "organisation"."party_organisation_spell" as "o"
              where "o"."office_id" = $18::int
                and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
            ) as "s" on "s"."organisation_id" = "t"."organisation_id"
            where t.expiry between $19::date
              and $20::date
          ) as "d"
          where "d"."outcome" in ($21)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $22::int
            and a.record_id = $23::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $24::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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

-- people.terms_out_of_time: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = remind, $7 office, $8 = term, $9 = cancelled, $10 office, $11 = term, $12 = cancelled, $13 = approved, $14 = recorded, $15 = term_began, $16 = 1, $17 office, $18 = 611, $19 = 621, $20 = 631, $21 = 632, $22 office, $23 from, $24 through, $25 = unapproved, $26 = beyond_a_year, $27 office, $28 node, $29 office, $30 office
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
      select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
      from (
        select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
          select "s"."months"
          from "people"."lead_time_spell" as "s"
          inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and "h"."step" = $6
            and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
        )), 6) * interval '1 month')::date
          and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
          and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          where "s"."office_id" = $7::int
            and "s"."kind" = $8
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $9
          )
        )) then exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
            and "a"."record_id" = "s"."record_id"
          where "s"."office_id" = $10::int
            and "s"."kind" = $11
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $12
          )
            and "a"."kind" in ($13, $14)
            and btrim (a.document_no) <> ''
        )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
        from (
          select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
          from (
            select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
            from "organisation"."party_organisation_spell" as "o"
            left join lateral (
              select "n"."term_from", "e"."document_no"
              from "organisation"."party_organisation_spell" as "n"
              left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                and "e"."record_id" = "n"."record_id"
                and "e"."on_date" = "n"."valid_from"
                and "e"."kind" = $15
              where "n"."office_id" = "o"."office_id"
                and "n"."record_id" = "o"."record_id"
                and "n"."term_from" > "o"."term_from"
              order by "n"."term_from", "n"."valid_from", "e"."seq" desc
              limit $16
            ) as "next" on true
            where "o"."office_id" = $17::int
              and "o"."term_from" is not null
            order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
          ) as "o"
          left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
            and "l"."founded" = "o"."founded_in"
            and l.since <= o.term_from
            and (l.before is null or o.term_from < l.before)
          where "o"."kind" in ($18, $19, $20, $21)
        ) as "t"
        inner join lateral (
          select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
          from "organisation"."party_organisation_spell" as "o"
          where "o"."office_id" = $22::int
            and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
        ) as "s" on "s"."organisation_id" = "t"."organisation_id"
        where t.expiry between $23::date
          and $24::date
      ) as "d"
      where "d"."outcome" in ($25, $26)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $27::int
        and a.record_id = $28::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $29::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $30::int;

-- people.terms_out_of_time: rows
-- $1 office, $2 = remind, $3 office, $4 = term, $5 = cancelled, $6 office, $7 = term, $8 = cancelled, $9 = approved, $10 = recorded, $11 = term_began, $12 = 1, $13 office, $14 = 611, $15 = 621, $16 = 631, $17 = 632, $18 office, $19 from, $20 through, $21 = unapproved, $22 = beyond_a_year, $23 office, $24 node, $25 office, $26 afterRecord, $27 afterDay, $28 afterRecord, $29 afterKey, $30 limit, $31 office
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
          select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
          from (
            select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
              select "s"."months"
              from "people"."lead_time_spell" as "s"
              inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and "h"."step" = $2
                and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
            )), 6) * interval '1 month')::date
              and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
              and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              where "s"."office_id" = $3::int
                and "s"."kind" = $4
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $5
              )
            )) then exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
                and "a"."record_id" = "s"."record_id"
              where "s"."office_id" = $6::int
                and "s"."kind" = $7
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $8
              )
                and "a"."kind" in ($9, $10)
                and btrim (a.document_no) <> ''
            )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
            from (
              select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
              from (
                select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
                from "organisation"."party_organisation_spell" as "o"
                left join lateral (
                  select "n"."term_from", "e"."document_no"
                  from "organisation"."party_organisation_spell" as "n"
                  left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                    and "e"."record_id" = "n"."record_id"
                    and "e"."on_date" = "n"."valid_from"
                    and "e"."kind" = $11
                  where "n"."office_id" = "o"."office_id"
                    and "n"."record_id" = "o"."record_id"
                    and "n"."term_from" > "o"."term_from"
                  order by "n"."term_from", "n"."valid_from", "e"."seq" desc
                  limit $12
                ) as "next" on true
                where "o"."office_id" = $13::int
                  and "o"."term_from" is not null
                order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
              ) as "o"
              left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
                and "l"."founded" = "o"."founded_in"
                and l.since <= o.term_from
                and (l.before is null or o.term_from < l.before)
              where "o"."kind" in ($14, $15, $16, $17)
            ) as "t"
            inner join lateral (
              select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
              from "organisation"."party_organisation_spell" as "o"
              where "o"."office_id" = $18::int
                and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
            ) as "s" on "s"."organisation_id" = "t"."organisation_id"
            where t.expiry between $19::date
              and $20::date
          ) as "d"
          where "d"."outcome" in ($21, $22)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $23::int
            and a.record_id = $24::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $25::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
          and t.path >= n.path
          and t.path < n.path_end
      ) r
    ) every
    where nth = 1
  ) counted
  where $26::uuid is null or (day, record_id, key) > ($27::date, $28::uuid, $29::text)
  order by day, record_id, key
  limit $30::int
) x on true
where o.office_id = $31::int;

-- people.terms_not_renewed: value
-- $1 office, $2 node, $3 office, $4 office, $5 office, $6 = remind, $7 office, $8 = term, $9 = cancelled, $10 office, $11 = term, $12 = cancelled, $13 = approved, $14 = recorded, $15 = term_began, $16 = 1, $17 office, $18 = 611, $19 = 621, $20 = 631, $21 = 632, $22 office, $23 from, $24 through, $25 = not_held, $26 office, $27 node, $28 office, $29 office
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
      select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
      from (
        select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
          select "s"."months"
          from "people"."lead_time_spell" as "s"
          inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
            and "h"."id" = "s"."record_id"
          where "s"."office_id" = $5::int
            and "h"."step" = $6
            and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
        )), 6) * interval '1 month')::date
          and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
          and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          where "s"."office_id" = $7::int
            and "s"."kind" = $8
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $9
          )
        )) then exists ((
          select 1 as "one"
          from "people"."election_spell" as "s"
          inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
            and "a"."record_id" = "s"."record_id"
          where "s"."office_id" = $10::int
            and "s"."kind" = $11
            and "s"."organisation_id" = "t"."organisation_id"
            and s.valid_from <= t.next_from
            and (s.valid_to is null or s.valid_to >= t.next_from)
            and not exists (
            select 1 as "one"
            from "people"."election_event" as "c"
            where "c"."office_id" = "s"."office_id"
              and "c"."record_id" = "s"."record_id"
              and "c"."kind" = $12
          )
            and "a"."kind" in ($13, $14)
            and btrim (a.document_no) <> ''
        )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
        from (
          select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
          from (
            select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
            from "organisation"."party_organisation_spell" as "o"
            left join lateral (
              select "n"."term_from", "e"."document_no"
              from "organisation"."party_organisation_spell" as "n"
              left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                and "e"."record_id" = "n"."record_id"
                and "e"."on_date" = "n"."valid_from"
                and "e"."kind" = $15
              where "n"."office_id" = "o"."office_id"
                and "n"."record_id" = "o"."record_id"
                and "n"."term_from" > "o"."term_from"
              order by "n"."term_from", "n"."valid_from", "e"."seq" desc
              limit $16
            ) as "next" on true
            where "o"."office_id" = $17::int
              and "o"."term_from" is not null
            order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
          ) as "o"
          left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
            and "l"."founded" = "o"."founded_in"
            and l.since <= o.term_from
            and (l.before is null or o.term_from < l.before)
          where "o"."kind" in ($18, $19, $20, $21)
        ) as "t"
        inner join lateral (
          select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
          from "organisation"."party_organisation_spell" as "o"
          where "o"."office_id" = $22::int
            and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
        ) as "s" on "s"."organisation_id" = "t"."organisation_id"
        where t.expiry between $23::date
          and $24::date
      ) as "d"
      where "d"."outcome" in ($25)
    )) r
    cross join lateral (
      select a.path, left(a.path, -1) || '0' as path_end
      from "organisation"."place_spell" a
      where a.office_id = $26::int
        and a.record_id = $27::uuid
        and "a"."valid_from" <= r.on_date
        and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
      offset 0
    ) n
    join "organisation"."place_spell" t on t.office_id = $28::int
      and t.record_id = "r"."place_id"
      and "t"."valid_from" <= r.on_date
      and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
      and t.path >= n.path
      and t.path < n.path_end
  ) r
) x on true
where o.office_id = $29::int;

-- people.terms_not_renewed: rows
-- $1 office, $2 = remind, $3 office, $4 = term, $5 = cancelled, $6 office, $7 = term, $8 = cancelled, $9 = approved, $10 = recorded, $11 = term_began, $12 = 1, $13 office, $14 = 611, $15 = 621, $16 = 631, $17 = 632, $18 office, $19 from, $20 through, $21 = not_held, $22 office, $23 node, $24 office, $25 afterRecord, $26 afterDay, $27 afterRecord, $28 afterKey, $29 limit, $30 office
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
          select "d"."organisation_id" as "record_id", "d"."seat_id" as "place_id", "d"."organisation_id" as "line_id", "d"."expiry" as "on_date", "d"."term_from" as "valid_from", "d"."next_from" as "valid_to", null::bigint as "amount", d.organisation_id::text || ' ' || d.term_from::text as "key", "d"."outcome" as "kind"
          from (
            select "t"."organisation_id", "s"."seat_id", "t"."term_from", "t"."next_from", "t"."expiry", case when t.next_from is null then 'not_held' when t.next_from between (t.expiry - coalesce(((
              select "s"."months"
              from "people"."lead_time_spell" as "s"
              inner join "people"."lead_time" as "h" on "h"."office_id" = "s"."office_id"
                and "h"."id" = "s"."record_id"
              where "s"."office_id" = $1::int
                and "h"."step" = $2
                and ("s"."valid_from" <= "t"."expiry" and ("s"."valid_to" is null or "t"."expiry" < "s"."valid_to"))
            )), 6) * interval '1 month')::date
              and t.expiry then 'on_time' when t.next_from not between (t.expiry - 1 * interval '1 year')::date
              and (t.expiry + 1 * interval '1 year')::date then 'beyond_a_year' when case when exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              where "s"."office_id" = $3::int
                and "s"."kind" = $4
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $5
              )
            )) then exists ((
              select 1 as "one"
              from "people"."election_spell" as "s"
              inner join "people"."election_event" as "a" on "a"."office_id" = "s"."office_id"
                and "a"."record_id" = "s"."record_id"
              where "s"."office_id" = $6::int
                and "s"."kind" = $7
                and "s"."organisation_id" = "t"."organisation_id"
                and s.valid_from <= t.next_from
                and (s.valid_to is null or s.valid_to >= t.next_from)
                and not exists (
                select 1 as "one"
                from "people"."election_event" as "c"
                where "c"."office_id" = "s"."office_id"
                  and "c"."record_id" = "s"."record_id"
                  and "c"."kind" = $8
              )
                and "a"."kind" in ($9, $10)
                and btrim (a.document_no) <> ''
            )) else coalesce(btrim (t.next_document) <> '', false) end then 'shifted' else 'unapproved' end as "outcome"
            from (
              select "o"."organisation_id", "o"."term_from", "o"."next_from", "o"."next_document", (o.term_from + coalesce(o.term_years::int, l.years) * interval '1 year')::date as "expiry"
              from (
                select distinct on ("o"."record_id", "o"."term_from") "o"."record_id" as "organisation_id", "o"."kind", "o"."founded_in", "o"."term_from", "o"."term_years", "next"."term_from" as "next_from", "next"."document_no" as "next_document"
                from "organisation"."party_organisation_spell" as "o"
                left join lateral (
                  select "n"."term_from", "e"."document_no"
                  from "organisation"."party_organisation_spell" as "n"
                  left join "organisation"."party_organisation_event" as "e" on "e"."office_id" = "n"."office_id"
                    and "e"."record_id" = "n"."record_id"
                    and "e"."on_date" = "n"."valid_from"
                    and "e"."kind" = $11
                  where "n"."office_id" = "o"."office_id"
                    and "n"."record_id" = "o"."record_id"
                    and "n"."term_from" > "o"."term_from"
                  order by "n"."term_from", "n"."valid_from", "e"."seq" desc
                  limit $12
                ) as "next" on true
                where "o"."office_id" = $13::int
                  and "o"."term_from" is not null
                order by "o"."record_id", "o"."term_from", "o"."valid_from" desc
              ) as "o"
              left join (values ('611', 'street', '2018-07-12'::date, null::date, 5), ('611', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('611', 'community', '2018-07-12'::date, null::date, 5), ('611', 'compound', '2018-07-12'::date, null::date, 5), ('611', 'stairwell', '2018-07-12'::date, null::date, 5), ('611', 'unit', '2018-07-12'::date, null::date, 5), ('611', 'project', '2018-07-12'::date, null::date, 5), ('621', 'street', '2018-07-12'::date, null::date, 3), ('621', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('621', 'community', '2018-07-12'::date, null::date, 5), ('621', 'compound', '2018-07-12'::date, null::date, 3), ('621', 'stairwell', '2018-07-12'::date, null::date, 3), ('621', 'unit', '2018-07-12'::date, null::date, 3), ('621', 'project', '2018-07-12'::date, null::date, 3), ('631', 'street', '2018-07-12'::date, null::date, 3), ('631', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('631', 'community', '2018-07-12'::date, null::date, 5), ('631', 'compound', '2018-07-12'::date, null::date, 3), ('631', 'stairwell', '2018-07-12'::date, null::date, 3), ('631', 'unit', '2018-07-12'::date, null::date, 3), ('631', 'project', '2018-07-12'::date, null::date, 3), ('632', 'street', '2018-07-12'::date, null::date, 3), ('632', 'community', '1990-01-01'::date, '2018-07-12'::date, 3), ('632', 'community', '2018-07-12'::date, null::date, 5), ('632', 'compound', '2018-07-12'::date, null::date, 3), ('632', 'stairwell', '2018-07-12'::date, null::date, 3), ('632', 'unit', '2018-07-12'::date, null::date, 3), ('632', 'project', '2018-07-12'::date, null::date, 3)) as l (kind, founded, since, before, years) on "l"."kind" = "o"."kind"
                and "l"."founded" = "o"."founded_in"
                and l.since <= o.term_from
                and (l.before is null or o.term_from < l.before)
              where "o"."kind" in ($14, $15, $16, $17)
            ) as "t"
            inner join lateral (
              select "o"."record_id" as "organisation_id", "o"."kind" as "organisation_kind", "o"."seat_id"
              from "organisation"."party_organisation_spell" as "o"
              where "o"."office_id" = $18::int
                and ("o"."valid_from" <= "t"."expiry" and ("o"."valid_to" is null or "t"."expiry" < "o"."valid_to"))
            ) as "s" on "s"."organisation_id" = "t"."organisation_id"
            where t.expiry between $19::date
              and $20::date
          ) as "d"
          where "d"."outcome" in ($21)
        )) r
        cross join lateral (
          select a.path, left(a.path, -1) || '0' as path_end
          from "organisation"."place_spell" a
          where a.office_id = $22::int
            and a.record_id = $23::uuid
            and "a"."valid_from" <= r.on_date
            and ("a"."valid_to" is null or r.on_date < "a"."valid_to")
          offset 0
        ) n
        join "organisation"."place_spell" t on t.office_id = $24::int
          and t.record_id = "r"."place_id"
          and "t"."valid_from" <= r.on_date
          and ("t"."valid_to" is null or r.on_date < "t"."valid_to")
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
