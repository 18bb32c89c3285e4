-- Contacts with companies: who, when, how, about what and what comes next. No place, no picture, no length, no quota.
create table enterprise.contact (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.contact_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('made')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.contact (office_id, id) deferrable initially deferred
);
create index on enterprise.contact_event (office_id, record_id) include (on_date, kind);
create index on enterprise.contact_event (office_id, on_date) include (record_id, kind);

create table enterprise.contact_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  code text not null,
  company_id uuid not null,
  person_id uuid not null,
  way text not null check (way in ('phone', 'visit', 'meeting', 'online')),
  topic text not null,
  next_step text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, code with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.contact (office_id, id) deferrable initially deferred
);
create index on enterprise.contact_spell (office_id, place_id) include (valid_from, valid_to, company_id, way, record_id, scope_place_id);
create index on enterprise.contact_spell (office_id, company_id, valid_from desc);
create index on enterprise.contact_spell (office_id, person_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.contact', 'enterprise.contact_event', 'enterprise.contact_spell']) name;

create index on enterprise_history.contact (office_id, id, known_to);
create index on enterprise_history.contact_event (office_id, record_id, known_to);
create index on enterprise_history.contact_spell (office_id, record_id, known_to);
