-- Companies that the office serves, and their status in the statistics register.
create schema enterprise;
create schema enterprise_history;
create schema enterprise_known;

create table enterprise.company (
  office_id int not null references platform.office,
  id uuid not null,
  contact_name text,
  contact_phone text,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.company_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('listed', 'surveyed', 'moved', 'left', 'returned')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  leaving text check (leaving in ('moved_out', 'closed', 'other')),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.company (office_id, id) deferrable initially deferred
);
create index on enterprise.company_event (office_id, record_id) include (on_date, kind);

create table enterprise.company_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  unit_id uuid not null,
  place_id uuid not null,
  industry text not null check (industry in ('internet', 'technology', 'manufacturing', 'construction', 'trade', 'hospitality', 'logistics', 'real_estate', 'finance', 'culture', 'health_education', 'other')),
  business text,
  employees int check (employees >= 0),
  members_said int check (members_said >= 0),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  -- One legal person is one company on any day.
  exclude using gist (office_id with =, unit_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, unit_id) references organisation.legal_person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.company (office_id, id) deferrable initially deferred
);
create index company_spell_by_place on enterprise.company_spell (office_id, place_id)
  include (valid_from, valid_to, unit_id, industry, record_id, scope_place_id);
create index on enterprise.company_spell (office_id, unit_id) include (valid_from, valid_to, record_id);

create table enterprise.scale_listing (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.scale_listing_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('entered', 'renewed', 'removed')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.scale_listing (office_id, id) deferrable initially deferred
);
create index on enterprise.scale_listing_event (office_id, record_id) include (on_date, kind);

create table enterprise.scale_listing_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  kind text not null check (kind in ('industry', 'services', 'trade', 'construction', 'real_estate')),
  year int not null check (year between 1990 and 2100),
  source text not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, company_id with =, kind with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.scale_listing (office_id, id) deferrable initially deferred
);
create index on enterprise.scale_listing_spell (office_id, place_id) include (valid_from, valid_to, company_id, kind, record_id, scope_place_id);
create index on enterprise.scale_listing_spell (office_id, company_id) include (valid_from, valid_to, record_id);

select platform.keep('enterprise.company', true, array['contact_name', 'contact_phone']);
select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.company_event', 'enterprise.company_spell',
  'enterprise.scale_listing', 'enterprise.scale_listing_event', 'enterprise.scale_listing_spell']) name;

create index on enterprise_history.company (office_id, id, known_to);
create index on enterprise_history.company_event (office_id, record_id, known_to);
create index on enterprise_history.company_spell (office_id, record_id, known_to);
create index on enterprise_history.scale_listing (office_id, id, known_to);
create index on enterprise_history.scale_listing_event (office_id, record_id, known_to);
create index on enterprise_history.scale_listing_spell (office_id, record_id, known_to);
