-- What companies ask of the office, and each department's part of it. Both stay in force once begun: one day can see a request received,
-- answered and closed. `stage` follows from the events of a record and is what they make of it at the end of each day.
create table enterprise.request (
  office_id int not null references platform.office,
  id uuid not null,
  number text not null,
  channel text not null check (channel in ('telephone', 'visit', 'paper', 'public_form')),
  subject text not null,
  content text,
  asker_name text,
  asker_phone text,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, number)
);

create table enterprise.request_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('received', 'amended', 'supervised', 'closed', 'called_back', 'reopened')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  outcome text check (outcome in ('solved', 'partly_solved', 'explained', 'passed_on', 'withdrawn')),
  confirmation text check (confirmation in ('written', 'spoken', 'evidence')),
  satisfaction text check (satisfaction in ('satisfied', 'fairly', 'not_satisfied', 'not_reached')),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.request (office_id, id) deferrable initially deferred
);
create index on enterprise.request_event (office_id, record_id) include (on_date, kind);
create index request_event_by_day on enterprise.request_event (office_id, kind, on_date)
  include (record_id, outcome, satisfaction, scope_place_id);

create table enterprise.request_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  kind text not null check (kind in ('financing', 'upgrading', 'hiring', 'land', 'approval', 'facilities', 'policy', 'other')),
  wished_on date,
  stage text not null check (stage in ('open', 'closed', 'called_back')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.request (office_id, id) deferrable initially deferred
);
create index request_spell_by_place on enterprise.request_spell (office_id, place_id)
  include (valid_from, valid_to, company_id, kind, stage, record_id, scope_place_id);
create index on enterprise.request_spell (office_id, company_id) include (valid_from, valid_to, record_id);
-- What the lists of work read; whatever is over leaves it.
create index request_spell_under_way on enterprise.request_spell (office_id, record_id) include (valid_from, valid_to, stage)
  where stage <> 'called_back' and valid_to is null;

create table enterprise.task (
  office_id int not null references platform.office,
  id uuid not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.task_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('assigned', 'objected', 'upheld', 'rejected', 'accepted', 'paused', 'resumed', 'extended', 'adjusted', 'answered', 'reopened')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  new_due date,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.task (office_id, id) deferrable initially deferred
);
create index on enterprise.task_event (office_id, record_id) include (on_date, kind);

create table enterprise.task_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  request_id uuid not null,
  department_id uuid not null,
  role text not null check (role in ('lead', 'assist')),
  holder_id uuid,
  stage text not null check (stage in ('assigned', 'objected', 'accepted', 'paused', 'answered', 'returned')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  -- One department leads on any day, and a department has one part.
  exclude using gist (office_id with =, request_id with =, daterange(valid_from, valid_to) with &&) where (role = 'lead' and stage <> 'returned'),
  exclude using gist (office_id with =, request_id with =, department_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, request_id) references enterprise.request (office_id, id) deferrable initially deferred,
  foreign key (office_id, department_id) references enterprise.department (office_id, id) deferrable initially deferred,
  foreign key (office_id, holder_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.task (office_id, id) deferrable initially deferred
);
create index on enterprise.task_spell (office_id, place_id) include (valid_from, valid_to, request_id, stage, record_id, scope_place_id);
create index on enterprise.task_spell (office_id, request_id) include (valid_from, valid_to, role, stage, record_id);
create index on enterprise.task_spell (office_id, department_id) include (valid_from, valid_to, record_id);
create index on enterprise.task_spell (office_id, holder_id) include (valid_from, valid_to, record_id);

select platform.keep('enterprise.request', true, array['asker_name', 'asker_phone']);
select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.request_event', 'enterprise.request_spell',
  'enterprise.task', 'enterprise.task_event', 'enterprise.task_spell']) name;

create index on enterprise_history.request (office_id, id, known_to);
create index on enterprise_history.request_event (office_id, record_id, known_to);
create index on enterprise_history.request_spell (office_id, record_id, known_to);
create index on enterprise_history.task (office_id, id, known_to);
create index on enterprise_history.task_event (office_id, record_id, known_to);
create index on enterprise_history.task_spell (office_id, record_id, known_to);
