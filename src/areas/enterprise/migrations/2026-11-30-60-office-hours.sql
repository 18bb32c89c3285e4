-- When the office works: what its notices of working hours say, each from its day on. Nothing stands here that nobody set.
create table enterprise.office_hours (
  office_id int not null references platform.office,
  id uuid not null,
  name text not null,
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, name)
);

create table enterprise.office_hours_event (
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
  foreign key (office_id, record_id) references enterprise.office_hours (office_id, id) deferrable initially deferred
);
create index on enterprise.office_hours_event (office_id, record_id) include (on_date, kind);

create table enterprise.office_hours_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  morning_from text not null check (morning_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  morning_to text not null check (morning_to ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'),
  afternoon_from text check (afternoon_from ~ '^([01]\d|2[0-3]):[0-5]\d$'),
  afternoon_to text check (afternoon_to ~ '^(([01]\d|2[0-3]):[0-5]\d|24:00)$'),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  check (morning_from collate "C" < morning_to collate "C"),
  check ((afternoon_from is null) = (afternoon_to is null)),
  check (morning_to collate "C" <= afternoon_from collate "C" and afternoon_from collate "C" < afternoon_to collate "C"),
  -- One set of hours holds on any day.
  exclude using gist (office_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references enterprise.office_hours (office_id, id) deferrable initially deferred
);

select platform.keep(name::regclass, false) from unnest(array[
  'enterprise.office_hours', 'enterprise.office_hours_event', 'enterprise.office_hours_spell']) name;

create index on enterprise_history.office_hours (office_id, id, known_to);
create index on enterprise_history.office_hours_event (office_id, record_id, known_to);
create index on enterprise_history.office_hours_spell (office_id, record_id, known_to);

-- The minutes of a session of the day within a stretch of time, as platform/values/working-time/working-minutes.ts counts them (a test
-- compares them): 0 where there is no session.
create function enterprise.session_minutes(day date, opens text, closes text, since timestamp, until timestamp) returns bigint
language sql immutable parallel safe as $$
  select case when opens is null then 0 else greatest(0,
    extract(epoch from least(day + closes::time, until) - greatest(day + opens::time, since)) / 60)::bigint end
$$;
