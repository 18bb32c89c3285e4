-- How many months ahead each step of an election is due: the office's own times, as long as they are in force.

create table people.lead_time (
  office_id int not null references platform.office,
  id uuid not null,
  name text not null,
  step text not null check (step in ('remind', 'request', 'nominees')),
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, step)
);

create table people.lead_time_event (
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
  foreign key (office_id, record_id) references people.lead_time (office_id, id) deferrable initially deferred
);
create index on people.lead_time_event (office_id, record_id) include (on_date, kind);

create table people.lead_time_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  months int not null check (months between 0 and 24),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references people.lead_time (office_id, id) deferrable initially deferred
);

select platform.keep(name::regclass, false) from unnest(array[
  'people.lead_time', 'people.lead_time_event', 'people.lead_time_spell']) name;

create index on people_history.lead_time (office_id, id, known_to);
create index on people_history.lead_time_event (office_id, record_id, known_to);
create index on people_history.lead_time_spell (office_id, record_id, known_to);
