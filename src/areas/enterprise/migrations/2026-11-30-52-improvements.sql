-- That the office helped a company to improve its Party organisation: by which act of it, and what was done for it.
create table enterprise.improvement (
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

create table enterprise.improvement_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('recorded', 'evidenced')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.improvement (office_id, id) deferrable initially deferred
);
create index on enterprise.improvement_event (office_id, record_id) include (on_date, kind);
create index on enterprise.improvement_event (office_id, on_date) include (record_id, kind);

create table enterprise.improvement_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  organisation_id uuid not null,
  act text not null check (act in ('founded', 'reclassified', 're_elected', 'raised', 'secretary_changed')),
  request_id uuid,
  served text not null,
  evidence text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, request_id) references enterprise.request (office_id, id) deferrable initially deferred,
  foreign key (office_id, organisation_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.improvement (office_id, id) deferrable initially deferred
);
create index on enterprise.improvement_spell (office_id, place_id) include (valid_from, valid_to, record_id, scope_place_id);
create index on enterprise.improvement_spell (office_id, company_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.improvement', 'enterprise.improvement_event', 'enterprise.improvement_spell']) name;

create index on enterprise_history.improvement (office_id, id, known_to);
create index on enterprise_history.improvement_event (office_id, record_id, known_to);
create index on enterprise_history.improvement_spell (office_id, record_id, known_to);
