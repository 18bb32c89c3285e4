-- A path is compared in byte order with < and >=, which an index of text_pattern_ops does not serve: the column's own order
-- does. And with the scope beside the rest a policy is judged in the index, without a visit to every row.
drop index organisation.place_spell_office_id_path_valid_from_valid_to_record_id_idx;
drop index organisation.place_spell_office_id_record_id_valid_from_valid_to_path_pa_idx;
drop index organisation.party_organisation_spell_office_id_path_valid_from_valid_to_idx;
drop index organisation.party_organisation_spell_office_id_seat_id_valid_from_valid_idx;
drop index organisation.council_seat_spell_office_id_place_id_valid_from_valid_to_u_idx;

create index place_spell_by_path on organisation.place_spell (office_id, path)
  include (valid_from, valid_to, record_id, scope_place_id);
create index place_spell_by_record on organisation.place_spell (office_id, record_id)
  include (valid_from, valid_to, path, parent_id, scope_place_id);
create index party_organisation_spell_by_path on organisation.party_organisation_spell (office_id, path)
  include (valid_from, valid_to, record_id, scope_place_id);
create index party_organisation_spell_by_seat on organisation.party_organisation_spell (office_id, seat_id)
  include (valid_from, valid_to, kind, founded_in, record_id, known_from, scope_place_id);
create index council_seat_spell_by_place on organisation.council_seat_spell (office_id, place_id)
  include (valid_from, valid_to, unit_id, record_id, known_from, scope_place_id);
