-- The life of an organisation: how it came to be and ended, what it exists for, whom it covers; and acts over several records.

alter table organisation.place_event add column deed_id uuid;
alter table organisation.legal_person_event add column deed_id uuid;
alter table organisation.council_event add column deed_id uuid;
alter table organisation.council_seat_event add column deed_id uuid;

alter table organisation.party_organisation_event
  add column deed_id uuid,
  -- Why it was dissolved, and on what occasion it was formed or re-formed: of the act, not of a time.
  add column cause text check (cause in ('shell', 'unit_gone', 'too_few_members', 'task_done', 'other')),
  add column occasion text check (occasion in ('ordinary', 'adjustment')),
  drop constraint party_organisation_event_kind_check,
  add constraint party_organisation_event_kind_check check (kind in (
    'established', 'jointly_established', 'founded_by_merger', 'founded_by_split', 'restored',
    'renamed', 're_homed', 're_seated', 'reclassified', 'raised', 'term_began', 'purpose_changed', 'took_in', 'divided',
    'dissolved', 'absorbed', 'merged', 'split'));
create index on organisation.party_organisation_event (office_id, deed_id) where deed_id is not null;
create index on organisation.party_organisation_event (office_id, kind, on_date) include (record_id, place_id, scope_place_id);

alter table organisation.party_organisation_spell
  add column purpose text,
  add column expected_end date,
  add column term_from date,
  add column term_years text check (term_years in ('3', '5'));

alter table organisation.council_event
  drop constraint council_event_kind_check,
  add constraint council_event_kind_check check (kind in ('established', 'renamed', 'lead_changed', 'dissolved'));
alter table organisation.council_spell
  add column lead_id uuid,
  add foreign key (office_id, lead_id) references organisation.party_organisation (office_id, id) deferrable initially deferred;
create index on organisation.council_spell (office_id, lead_id) include (valid_from, valid_to, record_id);

-- A unit that a joint branch covers. It lies where the branch lies, on each day.
create table organisation.covered_unit (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table organisation.covered_unit_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('established', 'transferred', 'dissolved')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references organisation.covered_unit (office_id, id) deferrable initially deferred
);
create index on organisation.covered_unit_event (office_id, record_id) include (on_date, kind);

create table organisation.covered_unit_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  organisation_id uuid not null,
  unit_id uuid not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, organisation_id with =, unit_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references organisation.covered_unit (office_id, id) deferrable initially deferred,
  foreign key (office_id, organisation_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, unit_id) references organisation.legal_person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred
);
create index on organisation.covered_unit_spell (office_id, place_id)
  include (valid_from, valid_to, unit_id, record_id, scope_place_id);
create index on organisation.covered_unit_spell (office_id, organisation_id)
  include (valid_from, valid_to, unit_id, record_id, scope_place_id);

select platform.keep(name::regclass, true) from unnest(array[
  'organisation.place_event', 'organisation.party_organisation_event', 'organisation.party_organisation_spell',
  'organisation.council_event', 'organisation.council_spell', 'organisation.council_seat_event',
  'organisation.covered_unit', 'organisation.covered_unit_event', 'organisation.covered_unit_spell']) name;
select platform.keep('organisation.legal_person_event', false);

create index on organisation_history.covered_unit (office_id, id, known_to);
create index on organisation_history.covered_unit_event (office_id, record_id, known_to);
create index on organisation_history.covered_unit_spell (office_id, record_id, known_to);
create index on organisation_history.party_organisation_event (office_id, deed_id) where deed_id is not null;
