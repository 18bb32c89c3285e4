-- Who is paired with which company, and who is sent to one; the office's own limits of such work.
create table enterprise.pairing (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.pairing_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('paired', 'handed_over', 'ended', 'paired_again')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.pairing (office_id, id) deferrable initially deferred
);
create index on enterprise.pairing_event (office_id, record_id) include (on_date, kind);

create table enterprise.pairing_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  person_id uuid not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, company_id with =, person_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.pairing (office_id, id) deferrable initially deferred
);
create index on enterprise.pairing_spell (office_id, place_id) include (valid_from, valid_to, company_id, person_id, record_id, scope_place_id);
create index on enterprise.pairing_spell (office_id, company_id) include (valid_from, valid_to, person_id, record_id);
create index on enterprise.pairing_spell (office_id, person_id) include (valid_from, valid_to, company_id, record_id);

create table enterprise.posting (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.posting_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('sent', 'handed_over', 'ended', 'sent_again')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.posting (office_id, id) deferrable initially deferred
);
create index on enterprise.posting_event (office_id, record_id) include (on_date, kind);

create table enterprise.posting_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  person_id uuid not null,
  kind text not null check (kind in ('instructor', 'liaison')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, company_id with =, person_id with =, kind with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.posting (office_id, id) deferrable initially deferred
);
create index on enterprise.posting_spell (office_id, place_id) include (valid_from, valid_to, company_id, person_id, kind, record_id, scope_place_id);
create index on enterprise.posting_spell (office_id, company_id) include (valid_from, valid_to, person_id, record_id);
create index on enterprise.posting_spell (office_id, person_id) include (valid_from, valid_to, company_id, record_id);

create table enterprise.service_limit (
  office_id int not null references platform.office,
  id uuid not null,
  name text not null,
  matter text not null check (matter in ('instructor_companies')),
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, matter)
);

create table enterprise.service_limit_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('set', 'changed', 'lifted')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.service_limit (office_id, id) deferrable initially deferred
);
create index on enterprise.service_limit_event (office_id, record_id) include (on_date, kind);

create table enterprise.service_limit_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  most int not null check (most between 1 and 999),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references enterprise.service_limit (office_id, id) deferrable initially deferred
);

select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.pairing', 'enterprise.pairing_event', 'enterprise.pairing_spell',
  'enterprise.posting', 'enterprise.posting_event', 'enterprise.posting_spell']) name;
select platform.keep(name::regclass, false) from unnest(array[
  'enterprise.service_limit', 'enterprise.service_limit_event', 'enterprise.service_limit_spell']) name;

create index on enterprise_history.pairing (office_id, id, known_to);
create index on enterprise_history.pairing_event (office_id, record_id, known_to);
create index on enterprise_history.pairing_spell (office_id, record_id, known_to);
create index on enterprise_history.posting (office_id, id, known_to);
create index on enterprise_history.posting_event (office_id, record_id, known_to);
create index on enterprise_history.posting_spell (office_id, record_id, known_to);
create index on enterprise_history.service_limit (office_id, id, known_to);
create index on enterprise_history.service_limit_event (office_id, record_id, known_to);
create index on enterprise_history.service_limit_spell (office_id, record_id, known_to);
