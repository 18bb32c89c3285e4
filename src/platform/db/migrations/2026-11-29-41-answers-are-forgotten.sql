-- Answers to requests are kept for a while and then forgotten. The application may delete none itself: it asks for what is older than some
-- days, and never for the newest week.
create function platform.forget_answers(days int) returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare
  office int := nullif(current_setting('app.office', true), '')::int;
  kept bigint;
  gone bigint;
begin
  -- The changes that are younger are few, and their numbers follow the clock.
  select coalesce(min(change_no), 9223372036854775807) into kept from platform.change
  where office_id = office and recorded_at >= now() - make_interval(days => greatest(days, 7));
  delete from platform.request where office_id = office and change_no < kept;
  get diagnostics gone = row_count;
  return gone;
end $$;
