-- A community keeps seeing its own past: a compound that was re-homed has its header in the scope where it lies now, so
-- its level stands beside each spell, which lies where the compound lay then.
alter table organisation.place_spell add column kind text check (kind in ('street', 'community', 'compound', 'building', 'stairwell'));
select platform.keep('organisation.place_spell', true);

alter table organisation.place no force row level security;
alter table organisation.place_spell no force row level security;
alter table organisation.place_spell disable trigger keep_history;
alter table organisation_history.place no force row level security;
alter table organisation_history.place_spell no force row level security;

update organisation.place_spell s set kind = h.kind from organisation.place h where h.office_id = s.office_id and h.id = s.record_id;
-- A past spell has the level that was known when it was superseded; a removed place has it in its history alone.
update organisation_history.place_spell s set kind = coalesce(
  (select h.kind from organisation_history.place h where h.office_id = s.office_id and h.id = s.record_id
    and h.known_from < s.known_to and h.known_to >= s.known_to order by h.known_from desc limit 1),
  (select h.kind from organisation.place h where h.office_id = s.office_id and h.id = s.record_id));

alter table organisation.place force row level security;
alter table organisation.place_spell force row level security;
alter table organisation.place_spell enable trigger keep_history;
alter table organisation_history.place force row level security;
alter table organisation_history.place_spell force row level security;
alter table organisation.place_spell alter column kind set not null;
