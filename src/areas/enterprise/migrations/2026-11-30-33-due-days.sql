-- The day on which a clock runs out, as rules/clocks/unit-days.ts says it (a test compares them): the first day from earliest on that is worked
-- and in no pause, by which so many days of the unit outside pauses have passed since the start. Null where no notice reaches that far.
create function enterprise.due_day(start date, amount int, unit text, earliest date, pauses datemultirange) returns date
language sql stable parallel safe as $$
  select w.day from platform.working_day s, platform.working_day w
  where s.day = start and w.worked and w.nth >= s.nth + case when unit = 'working_day' then amount else 0 end
    and w.day >= earliest and not w.day <@ pauses
    and case when unit = 'working_day' then w.nth - s.nth else w.day - start end
      - (select count(*) from platform.working_day p where p.day > start and p.day <= w.day and p.day <@ pauses and (p.worked or unit = 'day'))
      >= amount
  order by w.nth limit 1
$$;
