-- What Party organisations went through on which day, and which units they had when: of the whole office, whoever asks. A company's clerk
-- counts what became of an organisation that has its seat in another community. Ids, kinds and days alone; nothing is named.
create function organisation.acts_of_organisations(as_known boolean) returns table
  (office_id int, organisation_id uuid, kind text, on_date date)
language plpgsql security definer set search_path = '' as $$
declare
  this_office int := current_setting('app.office')::int;
  before text[] := platform.see_office(this_office::text, 'on');
begin
  if as_known then
    return query select this_office, e.record_id, e.kind, e.on_date from organisation_known.party_organisation_event e
      where e.office_id = this_office;
  else
    return query select this_office, e.record_id, e.kind, e.on_date from organisation.party_organisation_event e
      where e.office_id = this_office;
  end if;
  perform platform.see_office(before[1], before[2]);
end $$;

create function organisation.units_of_organisations(as_known boolean) returns table
  (office_id int, organisation_id uuid, unit_id uuid, valid_from date, valid_to date)
language plpgsql security definer set search_path = '' as $$
declare
  this_office int := current_setting('app.office')::int;
  before text[] := platform.see_office(this_office::text, 'on');
begin
  if as_known then
    return query
      select this_office, o.record_id, o.unit_id, o.valid_from, o.valid_to from organisation_known.party_organisation_spell o
      where o.office_id = this_office and o.unit_id is not null and o.kind <> '641'
      union all
      select this_office, c.organisation_id, c.unit_id, c.valid_from, c.valid_to from organisation_known.covered_unit_spell c
      where c.office_id = this_office;
  else
    return query
      select this_office, o.record_id, o.unit_id, o.valid_from, o.valid_to from organisation.party_organisation_spell o
      where o.office_id = this_office and o.unit_id is not null and o.kind <> '641'
      union all
      select this_office, c.organisation_id, c.unit_id, c.valid_from, c.valid_to from organisation.covered_unit_spell c
      where c.office_id = this_office;
  end if;
  perform platform.see_office(before[1], before[2]);
end $$;

-- Asked for like tables, now and as known.
create view organisation.organisation_act as select * from organisation.acts_of_organisations(false);
create view organisation_known.organisation_act as select * from organisation.acts_of_organisations(true);
create view organisation.organisation_unit as select * from organisation.units_of_organisations(false);
create view organisation_known.organisation_unit as select * from organisation.units_of_organisations(true);
