-- Who answers what companies ask for, and how long each step may take: registers of the whole office.
create table enterprise.department (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table enterprise.department_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('entered', 'renamed', 'joint_changed', 'left')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.department (office_id, id) deferrable initially deferred
);
create index on enterprise.department_event (office_id, record_id) include (on_date, kind);

create table enterprise.department_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  joint boolean not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references enterprise.department (office_id, id) deferrable initially deferred
);

create table enterprise.clock (
  office_id int not null references platform.office,
  id uuid not null,
  name text not null,
  step text not null check (step in ('assign', 'object', 'settle', 'assist', 'lead', 'extend')),
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, step)
);

create table enterprise.clock_event (
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
  foreign key (office_id, record_id) references enterprise.clock (office_id, id) deferrable initially deferred
);
create index on enterprise.clock_event (office_id, record_id) include (on_date, kind);

create table enterprise.clock_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  length int not null check (length between 0 and 365),
  unit text not null check (unit in ('working_day', 'day')),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references enterprise.clock (office_id, id) deferrable initially deferred
);

select platform.keep(name::regclass, false) from unnest(array[
  'enterprise.department', 'enterprise.department_event', 'enterprise.department_spell',
  'enterprise.clock', 'enterprise.clock_event', 'enterprise.clock_spell']) name;

create index on enterprise_history.department (office_id, id, known_to);
create index on enterprise_history.department_event (office_id, record_id, known_to);
create index on enterprise_history.department_spell (office_id, record_id, known_to);
create index on enterprise_history.clock (office_id, id, known_to);
create index on enterprise_history.clock_event (office_id, record_id, known_to);
create index on enterprise_history.clock_spell (office_id, record_id, known_to);
