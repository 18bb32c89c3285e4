-- Places, Party organisations, joint councils and the register of legal persons: each a record with its events
-- (what happened, on which day, by which document) and the spells that follow from them.
create schema organisation;
create schema organisation_history;
create schema organisation_known;

create table organisation.place (
  office_id int not null references platform.office,
  id uuid not null,
  label text collate "C" not null,
  kind text not null check (kind in ('street', 'community', 'compound', 'building', 'stairwell')),
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, label)
);

create table organisation.place_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('established', 'renamed', 'recoded', 're_homed', 'dissolved')),
  sets jsonb not null,
  document_no text,
  reason text,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references organisation.place (office_id, id) deferrable initially deferred
);
create index on organisation.place_event (office_id, record_id) include (on_date, kind);

create table organisation.place_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  code text,
  -- A re-homed place has its header in the scope where it lies now; its level stands beside each spell, where it lay then.
  kind text not null check (kind in ('street', 'community', 'compound', 'building', 'stairwell')),
  parent_id uuid,
  path text collate "C" not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, code with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, parent_id) references organisation.place (office_id, id) deferrable initially deferred
);
-- A path is compared in byte order with < and >=: the column's own order serves that, text_pattern_ops does not. With the
-- scope beside the rest a policy is judged in the index, without a visit to every row.
create index place_spell_by_path on organisation.place_spell (office_id, path)
  include (valid_from, valid_to, record_id, scope_place_id);
create index place_spell_by_record on organisation.place_spell (office_id, record_id)
  include (valid_from, valid_to, path, parent_id, scope_place_id);
create index on organisation.place_spell (office_id, parent_id) include (valid_from, valid_to, record_id);

create table organisation.legal_person (
  office_id int not null references platform.office,
  id uuid not null,
  credit_code text not null check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),
  kind text not null check (kind in ('organ', 'institution', 'state_owned', 'non_public', 'social_organisation', 'other')),
  invented boolean not null default false,
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, credit_code)
);

create table organisation.legal_person_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('established', 'renamed', 'moved', 'state_changed')),
  sets jsonb not null,
  document_no text,
  reason text,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references organisation.legal_person (office_id, id) deferrable initially deferred
);
create index on organisation.legal_person_event (office_id, record_id) include (on_date, kind);

create table organisation.legal_person_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  address text,
  state text not null check (state in ('operating', 'cancelled', 'revoked', 'moved_out')),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references organisation.legal_person (office_id, id) deferrable initially deferred
);

create table organisation.party_organisation (
  office_id int not null references platform.office,
  id uuid not null,
  label text collate "C" not null,
  code text not null,
  contact_name text,
  contact_phone text,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, label),
  unique (office_id, code)
);

create table organisation.party_organisation_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('established', 'renamed', 're_homed', 're_seated', 'dissolved')),
  sets jsonb not null,
  document_no text,
  reason text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred
);
create index on organisation.party_organisation_event (office_id, record_id) include (on_date, kind);
create index on organisation.party_organisation_event (office_id, place_id) include (on_date, kind, record_id);

create table organisation.party_organisation_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  kind text not null check (kind in ('610', '611', '621', '631', '632', '641', '911', '921', '931', '932')),
  founded_in text not null check (founded_in in ('street', 'community', 'compound', 'stairwell', 'unit', 'project')),
  parent_id uuid,
  seat_id uuid not null,
  unit_id uuid,
  path text collate "C" not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, parent_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, seat_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, unit_id) references organisation.legal_person (office_id, id) deferrable initially deferred
);
create index party_organisation_spell_by_seat on organisation.party_organisation_spell (office_id, seat_id)
  include (valid_from, valid_to, kind, founded_in, record_id, known_from, scope_place_id);
create index party_organisation_spell_by_path on organisation.party_organisation_spell (office_id, path)
  include (valid_from, valid_to, record_id, scope_place_id);
create index on organisation.party_organisation_spell (office_id, parent_id) include (valid_from, valid_to, record_id);

create table organisation.council (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table organisation.council_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('established', 'renamed', 'dissolved')),
  sets jsonb not null,
  document_no text,
  reason text,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references organisation.council (office_id, id) deferrable initially deferred
);
create index on organisation.council_event (office_id, record_id) include (on_date, kind);

create table organisation.council_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  kind text not null check (kind in ('street_council', 'community_council', 'community_general_council')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references organisation.council (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred
);
create index on organisation.council_spell (office_id, place_id) include (valid_from, valid_to, record_id, kind);

-- A seat of a member organisation in a council: an overlay, never a parent.
create table organisation.council_seat (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table organisation.council_seat_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('established', 'dissolved')),
  sets jsonb not null,
  document_no text,
  reason text,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references organisation.council_seat (office_id, id) deferrable initially deferred
);
create index on organisation.council_seat_event (office_id, record_id) include (on_date, kind);

create table organisation.council_seat_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  council_id uuid not null,
  unit_id uuid not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, council_id with =, unit_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references organisation.council_seat (office_id, id) deferrable initially deferred,
  foreign key (office_id, council_id) references organisation.council (office_id, id) deferrable initially deferred,
  foreign key (office_id, unit_id) references organisation.legal_person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred
);
create index council_seat_spell_by_place on organisation.council_seat_spell (office_id, place_id)
  include (valid_from, valid_to, unit_id, record_id, known_from, scope_place_id);
create index on organisation.council_seat_spell (office_id, council_id) include (valid_from, valid_to, unit_id, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'organisation.place', 'organisation.place_event', 'organisation.place_spell',
  'organisation.party_organisation_event', 'organisation.party_organisation_spell',
  'organisation.council', 'organisation.council_event', 'organisation.council_spell',
  'organisation.council_seat', 'organisation.council_seat_event', 'organisation.council_seat_spell']) name;
select platform.keep('organisation.party_organisation', true, array['contact_name', 'contact_phone']);
-- The register of legal persons is one for the whole office.
select platform.keep(name::regclass, false) from unnest(array[
  'organisation.legal_person', 'organisation.legal_person_event', 'organisation.legal_person_spell']) name;

create index on organisation_history.place (office_id, id, known_to);
create index on organisation_history.place_spell (office_id, record_id, known_to);
create index on organisation_history.place_event (office_id, record_id, known_to);
create index on organisation_history.legal_person (office_id, id, known_to);
create index on organisation_history.legal_person_spell (office_id, record_id, known_to);
create index on organisation_history.legal_person_event (office_id, record_id, known_to);
create index on organisation_history.party_organisation (office_id, id, known_to);
create index on organisation_history.party_organisation_spell (office_id, seat_id, known_to);
create index on organisation_history.party_organisation_spell (office_id, record_id, known_to);
create index on organisation_history.party_organisation_event (office_id, record_id, known_to);
create index on organisation_history.council (office_id, id, known_to);
create index on organisation_history.council_spell (office_id, record_id, known_to);
create index on organisation_history.council_event (office_id, record_id, known_to);
create index on organisation_history.council_seat (office_id, id, known_to);
create index on organisation_history.council_seat_event (office_id, record_id, known_to);
create index on organisation_history.council_seat_spell (office_id, place_id, known_to);
