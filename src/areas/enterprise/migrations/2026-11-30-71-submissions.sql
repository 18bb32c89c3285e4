-- What companies send through the public form. Nobody has verified it: it is no request until the office makes one of it, which names it.
create table enterprise.submission (
  office_id int not null references platform.office,
  id uuid not null,
  number text not null,
  credit_code text not null,
  company_name text not null,
  kind text not null check (kind in ('financing', 'upgrading', 'hiring', 'land', 'approval', 'facilities', 'policy', 'other')),
  subject text not null,
  content text not null,
  wished_on date,
  asker_name text,
  asker_phone text,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, number)
);

create table enterprise.submission_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('submitted', 'declined', 'reconsidered')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.submission (office_id, id) deferrable initially deferred
);
create index on enterprise.submission_event (office_id, record_id) include (on_date, kind);

create table enterprise.submission_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  stage text not null check (stage in ('waiting', 'declined')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.submission (office_id, id) deferrable initially deferred
);
create index on enterprise.submission_spell (office_id, place_id) include (valid_from, valid_to, stage, record_id, scope_place_id);
-- What the desk's list reads.
create index submission_spell_waiting on enterprise.submission_spell (office_id, record_id) include (valid_from)
  where stage = 'waiting' and valid_to is null;

-- A submission becomes one request at most.
alter table enterprise.request add column submission_id uuid;
alter table enterprise.request add constraint request_submission_id_fkey
  foreign key (office_id, submission_id) references enterprise.submission (office_id, id) deferrable initially deferred;
create unique index request_by_submission on enterprise.request (office_id, submission_id) where submission_id is not null;

select platform.keep('enterprise.submission', true, array['asker_name', 'asker_phone']);
select platform.keep(name::regclass, true) from unnest(array['enterprise.submission_event', 'enterprise.submission_spell']) name;
select platform.keep('enterprise.request', true, array['asker_name', 'asker_phone']);

create index on enterprise_history.submission (office_id, id, known_to);
create index on enterprise_history.submission_event (office_id, record_id, known_to);
create index on enterprise_history.submission_spell (office_id, record_id, known_to);
