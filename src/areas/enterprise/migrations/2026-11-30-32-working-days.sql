-- The days of which the notices of the General Office of the State Council for 2017 to 2026 say everything, the same for every office: a
-- dictionary, so that a figure can count working days. `nth` is how many working days there were up to the day, itself included. A test holds
-- it against the notices (platform/values/working-time); a new notice comes as a migration of its own. Nobody writes it at run time.
create table enterprise.working_day (
  day date primary key,
  worked boolean not null,
  nth int not null
);

with off (day) as (select unnest(array[
  '2017-01-02', '2017-01-27', '2017-01-30', '2017-01-31', '2017-02-01', '2017-02-02', '2017-04-03', '2017-04-04', '2017-05-01', '2017-05-29', '2017-05-30', '2017-10-02', '2017-10-03', '2017-10-04', '2017-10-05', '2017-10-06',
  '2018-01-01', '2018-02-15', '2018-02-16', '2018-02-19', '2018-02-20', '2018-02-21', '2018-04-05', '2018-04-06', '2018-04-30', '2018-05-01', '2018-06-18', '2018-09-24', '2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05', '2018-12-31',
  '2019-01-01', '2019-02-04', '2019-02-05', '2019-02-06', '2019-02-07', '2019-02-08', '2019-04-05', '2019-05-01', '2019-05-02', '2019-05-03', '2019-06-07', '2019-09-13', '2019-10-01', '2019-10-02', '2019-10-03', '2019-10-04', '2019-10-07',
  '2020-01-01', '2020-01-24', '2020-01-27', '2020-01-28', '2020-01-29', '2020-01-30', '2020-01-31', '2020-04-06', '2020-05-01', '2020-05-04', '2020-05-05', '2020-06-25', '2020-06-26', '2020-10-01', '2020-10-02', '2020-10-05', '2020-10-06', '2020-10-07', '2020-10-08',
  '2021-01-01', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16', '2021-02-17', '2021-04-05', '2021-05-03', '2021-05-04', '2021-05-05', '2021-06-14', '2021-09-20', '2021-09-21', '2021-10-01', '2021-10-04', '2021-10-05', '2021-10-06', '2021-10-07',
  '2022-01-03', '2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04', '2022-04-04', '2022-04-05', '2022-05-02', '2022-05-03', '2022-05-04', '2022-06-03', '2022-09-12', '2022-10-03', '2022-10-04', '2022-10-05', '2022-10-06', '2022-10-07',
  '2023-01-02', '2023-01-23', '2023-01-24', '2023-01-25', '2023-01-26', '2023-01-27', '2023-04-05', '2023-05-01', '2023-05-02', '2023-05-03', '2023-06-22', '2023-06-23', '2023-09-29', '2023-10-02', '2023-10-03', '2023-10-04', '2023-10-05', '2023-10-06',
  '2024-01-01', '2024-02-12', '2024-02-13', '2024-02-14', '2024-02-15', '2024-02-16', '2024-04-04', '2024-04-05', '2024-05-01', '2024-05-02', '2024-05-03', '2024-06-10', '2024-09-16', '2024-09-17', '2024-10-01', '2024-10-02', '2024-10-03', '2024-10-04', '2024-10-07',
  '2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-03', '2025-02-04', '2025-04-04', '2025-05-01', '2025-05-02', '2025-05-05', '2025-06-02', '2025-10-01', '2025-10-02', '2025-10-03', '2025-10-06', '2025-10-07', '2025-10-08',
  '2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25', '2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07']::date[])),
made_up (day) as (select unnest(array[
  '2017-01-22', '2017-02-04', '2017-04-01', '2017-05-27', '2017-09-30',
  '2018-02-11', '2018-02-24', '2018-04-08', '2018-04-28', '2018-09-29', '2018-09-30', '2018-12-29',
  '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12',
  '2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10',
  '2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26', '2021-10-09',
  '2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08', '2022-10-09',
  '2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07', '2023-10-08',
  '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14', '2024-09-29', '2024-10-12',
  '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']::date[])),
days as (
  select d::date as day,
    (extract(isodow from d) < 6 and not exists (select from off where off.day = d)) or exists (select from made_up where made_up.day = d) as worked
  from generate_series(date '2017-01-01', date '2026-12-28', interval '1 day') d)
insert into enterprise.working_day (day, worked, nth)
select day, worked, (count(*) filter (where worked) over (order by day))::int from days;

create unique index on enterprise.working_day (nth) where worked;
alter table enterprise.working_day enable row level security;
alter table enterprise.working_day force row level security;
create policy readable on enterprise.working_day for select using (true);

-- The day on which a clock runs out, as rules/clocks/unit-days.ts says it (a test compares them): the first day from earliest on that is worked
-- and in no pause, by which so many days of the unit outside pauses have passed since the start. Null where no notice reaches that far.
create function enterprise.due_day(start date, amount int, unit text, earliest date, pauses datemultirange) returns date
language sql stable parallel safe as $$
  select w.day from enterprise.working_day s, enterprise.working_day w
  where s.day = start and w.worked and w.nth >= s.nth + case when unit = 'working_day' then amount else 0 end
    and w.day >= earliest and not w.day <@ pauses
    and case when unit = 'working_day' then w.nth - s.nth else w.day - start end
      - (select count(*) from enterprise.working_day p where p.day > start and p.day <= w.day and p.day <@ pauses and (p.worked or unit = 'day'))
      >= amount
  order by w.nth limit 1
$$;
