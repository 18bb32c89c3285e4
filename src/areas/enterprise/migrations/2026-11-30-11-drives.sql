-- Drives for Party organisations in companies, and the companies on their lists.
create table enterprise.drive (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table enterprise.drive_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('launched', 'rescheduled', 'census_settled', 'ended')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.drive (office_id, id) deferrable initially deferred
);
create index on enterprise.drive_event (office_id, record_id) include (on_date, kind);

create table enterprise.drive_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  industry text not null check (industry in ('internet', 'technology', 'manufacturing', 'construction', 'trade', 'hospitality', 'logistics', 'real_estate', 'finance', 'culture', 'health_education', 'other')),
  days int not null check (days between 1 and 1000),
  last_day date not null,
  census text not null check (census in ('open', 'closed')),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references enterprise.drive (office_id, id) deferrable initially deferred
);

create table enterprise.target (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.target_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('listed', 'verified', 'handed_over', 'planned', 'left', 'returned')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  leaving text check (leaving in ('not_operating', 'moved_out', 'other_industry', 'listed_wrongly', 'other')),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.target (office_id, id) deferrable initially deferred
);
create index on enterprise.target_event (office_id, record_id) include (on_date, kind);

create table enterprise.target_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  drive_id uuid not null,
  company_id uuid not null,
  has_place boolean not null default false,
  staff int check (staff >= 0),
  active boolean not null default false,
  evidence text,
  owner_id uuid,
  why_not text,
  planned_on date,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, drive_id with =, company_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, drive_id) references enterprise.drive (office_id, id) deferrable initially deferred,
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, owner_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.target (office_id, id) deferrable initially deferred
);
create index on enterprise.target_spell (office_id, place_id)
  include (valid_from, valid_to, drive_id, company_id, has_place, staff, active, record_id, scope_place_id);
create index on enterprise.target_spell (office_id, company_id) include (valid_from, valid_to, record_id);
create index on enterprise.target_spell (office_id, drive_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, false) from unnest(array[
  'enterprise.drive', 'enterprise.drive_event', 'enterprise.drive_spell']) name;
select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.target', 'enterprise.target_event', 'enterprise.target_spell']) name;

create index on enterprise_history.drive (office_id, id, known_to);
create index on enterprise_history.drive_event (office_id, record_id, known_to);
create index on enterprise_history.drive_spell (office_id, record_id, known_to);
create index on enterprise_history.target (office_id, id, known_to);
create index on enterprise_history.target_event (office_id, record_id, known_to);
create index on enterprise_history.target_spell (office_id, record_id, known_to);
