-- On which days another person became secretary of which Party organisation: of the whole office, whoever asks. Nobody is named; a first
-- secretary and one who stays for another term are no change.
create function people.changes_of_secretaries(as_known boolean) returns table (office_id int, organisation_id uuid, on_date date)
language plpgsql security definer set search_path = '' as $$
declare
  this_office int := current_setting('app.office')::int;
  before text[] := platform.see_office(this_office::text, 'on');
begin
  if as_known then
    return query
      select distinct this_office, s.organisation_id, s.valid_from from people_known.party_post_event e
      join people_known.party_post_spell s on s.office_id = e.office_id and s.record_id = e.record_id and s.valid_from = e.on_date
      where e.office_id = this_office and e.kind = 'began' and s.post = 'secretary'
        and exists (select from people_known.party_post_spell p
          where p.office_id = s.office_id and p.organisation_id = s.organisation_id and p.post = 'secretary'
            and p.person_id <> s.person_id and p.valid_from < s.valid_from);
  else
    return query
      select distinct this_office, s.organisation_id, s.valid_from from people.party_post_event e
      join people.party_post_spell s on s.office_id = e.office_id and s.record_id = e.record_id and s.valid_from = e.on_date
      where e.office_id = this_office and e.kind = 'began' and s.post = 'secretary'
        and exists (select from people.party_post_spell p
          where p.office_id = s.office_id and p.organisation_id = s.organisation_id and p.post = 'secretary'
            and p.person_id <> s.person_id and p.valid_from < s.valid_from);
  end if;
  perform platform.see_office(before[1], before[2]);
end $$;

create view people.secretary_change as select * from people.changes_of_secretaries(false);
create view people_known.secretary_change as select * from people.changes_of_secretaries(true);
