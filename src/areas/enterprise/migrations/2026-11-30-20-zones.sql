-- Zones of the office's service to companies: what lies in each, and who leads it.
create table enterprise.zone (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table enterprise.zone_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('set_up', 'renamed', 'dissolved')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.zone (office_id, id) deferrable initially deferred
);
create index on enterprise.zone_event (office_id, record_id) include (on_date, kind);

create table enterprise.zone_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references enterprise.zone (office_id, id) deferrable initially deferred
);

create table enterprise.zone_place (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.zone_place_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('assigned', 'moved', 'ended', 'assigned_again')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.zone_place (office_id, id) deferrable initially deferred
);
create index on enterprise.zone_place_event (office_id, record_id) include (on_date, kind);

create table enterprise.zone_place_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  zone_id uuid not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  -- A place is in one zone on any day.
  exclude using gist (office_id with =, place_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, zone_id) references enterprise.zone (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.zone_place (office_id, id) deferrable initially deferred
);
create index on enterprise.zone_place_spell (office_id, place_id) include (valid_from, valid_to, zone_id, record_id, scope_place_id);
create index on enterprise.zone_place_spell (office_id, zone_id) include (valid_from, valid_to, place_id, record_id);

create table enterprise.zone_leader (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table enterprise.zone_leader_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('appointed', 'role_changed', 'moved', 'ended', 'appointed_again')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.zone_leader (office_id, id) deferrable initially deferred
);
create index on enterprise.zone_leader_event (office_id, record_id) include (on_date, kind);

create table enterprise.zone_leader_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  zone_id uuid not null,
  person_id uuid not null,
  role text not null check (role in ('group_leader', 'deputy_leader', 'leader_in_charge', 'community_head', 'member')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  -- A person leads one zone on any day (R-S8-05).
  exclude using gist (office_id with =, person_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, zone_id) references enterprise.zone (office_id, id) deferrable initially deferred,
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.zone_leader (office_id, id) deferrable initially deferred
);
create index on enterprise.zone_leader_spell (office_id, place_id) include (valid_from, valid_to, person_id, role, record_id, scope_place_id);
create index on enterprise.zone_leader_spell (office_id, zone_id) include (valid_from, valid_to, person_id, record_id);
create index on enterprise.zone_leader_spell (office_id, person_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.zone_place', 'enterprise.zone_place_event', 'enterprise.zone_place_spell',
  'enterprise.zone_leader', 'enterprise.zone_leader_event', 'enterprise.zone_leader_spell']) name;
select platform.keep(name::regclass, false) from unnest(array[
  'enterprise.zone', 'enterprise.zone_event', 'enterprise.zone_spell']) name;

create index on enterprise_history.zone_place (office_id, id, known_to);
create index on enterprise_history.zone_place_event (office_id, record_id, known_to);
create index on enterprise_history.zone_place_spell (office_id, record_id, known_to);
create index on enterprise_history.zone_leader (office_id, id, known_to);
create index on enterprise_history.zone_leader_event (office_id, record_id, known_to);
create index on enterprise_history.zone_leader_spell (office_id, record_id, known_to);
create index on enterprise_history.zone (office_id, id, known_to);
create index on enterprise_history.zone_event (office_id, record_id, known_to);
create index on enterprise_history.zone_spell (office_id, record_id, known_to);
