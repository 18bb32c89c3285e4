-- The places that a role over a place covers on a day: the place itself, and every place beneath it in which records lie by their
-- scope, such as the communities of a subdistrict. Answers ids alone, for whoever signs in; no row is seen by it.
create function organisation.scope_within(office int, place uuid, on_day date) returns setof uuid
language plpgsql security definer set search_path = '' as $$
declare
  before text[] := platform.see_office(office::text, 'on');
begin
  return next place;
  return query
    select s.record_id from organisation.place_spell top
    join organisation.place_spell s on s.office_id = top.office_id
      and s.path > top.path and s.path < left(top.path, -1) || '0' and s.scope_place_id = s.record_id
    where top.office_id = office and top.record_id = place
      and top.valid_from <= on_day and (top.valid_to is null or on_day < top.valid_to)
      and s.valid_from <= on_day and (s.valid_to is null or on_day < s.valid_to);
  perform platform.see_office(before[1], before[2]);
end $$;
