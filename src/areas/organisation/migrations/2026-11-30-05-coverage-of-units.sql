-- Which units Party organisations cover, on which days: of the whole office, whoever asks. A joint branch with its seat in one community
-- covers companies of another, whose clerk must count them as covered. Ids of units and days alone; no organisation is named.
create function organisation.coverage_of_units(as_known boolean) returns table
  (office_id int, unit_id uuid, way text, valid_from date, valid_to date)
language plpgsql security definer set search_path = '' as $$
declare
  this_office int := current_setting('app.office')::int;
  before text[] := platform.see_office(this_office::text, 'on');
begin
  if as_known then
    return query
      select this_office, o.unit_id, 'own'::text, o.valid_from, o.valid_to from organisation_known.party_organisation_spell o
      where o.office_id = this_office and o.unit_id is not null and o.kind <> '641'
      union all
      select this_office, c.unit_id, 'joint', greatest(c.valid_from, o.valid_from), least(c.valid_to, o.valid_to)
      from organisation_known.covered_unit_spell c
      join organisation_known.party_organisation_spell o on o.office_id = c.office_id and o.record_id = c.organisation_id
        and (o.valid_to is null or c.valid_from < o.valid_to) and (c.valid_to is null or o.valid_from < c.valid_to)
      where c.office_id = this_office;
  else
    return query
      select this_office, o.unit_id, 'own'::text, o.valid_from, o.valid_to from organisation.party_organisation_spell o
      where o.office_id = this_office and o.unit_id is not null and o.kind <> '641'
      union all
      select this_office, c.unit_id, 'joint', greatest(c.valid_from, o.valid_from), least(c.valid_to, o.valid_to)
      from organisation.covered_unit_spell c
      join organisation.party_organisation_spell o on o.office_id = c.office_id and o.record_id = c.organisation_id
        and (o.valid_to is null or c.valid_from < o.valid_to) and (c.valid_to is null or o.valid_from < c.valid_to)
      where c.office_id = this_office;
  end if;
  perform platform.see_office(before[1], before[2]);
end $$;

-- Asked for like a table, now and as known.
create view organisation.unit_coverage as select * from organisation.coverage_of_units(false);
create view organisation_known.unit_coverage as select * from organisation.coverage_of_units(true);
