-- Who holds what where by a record of a post, on a day by today's knowledge, as one text; null where the post is not in force then.
-- Asked when somebody signs in, before an office or a place is known; no row is seen by it.
create function people.holding_key(office int, holding uuid, on_day date) returns text
language plpgsql security definer set search_path = '' as $$
declare
  before text[] := platform.see_office(office::text, 'on');
  key text;
begin
  select concat_ws(' ', s.person_id, s.place_id, s.post) into key from people.community_post_spell s
  where s.office_id = office and s.record_id = holding
    and s.valid_from <= on_day and (s.valid_to is null or on_day < s.valid_to);
  if key is null then
    select concat_ws(' ', s.person_id, s.organisation_id, s.post) into key from people.party_post_spell s
    where s.office_id = office and s.record_id = holding
      and s.valid_from <= on_day and (s.valid_to is null or on_day < s.valid_to);
  end if;
  perform platform.see_office(before[1], before[2]);
  return key;
end $$;
