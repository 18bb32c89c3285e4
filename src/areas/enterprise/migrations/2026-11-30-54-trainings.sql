-- Trainings that the office or a community held for companies, in totals: no list of who was there.
create table enterprise.training (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table enterprise.training_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('held', 'evidenced')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.training (office_id, id) deferrable initially deferred
);
create index on enterprise.training_event (office_id, record_id) include (on_date, kind);
create index on enterprise.training_event (office_id, on_date) include (record_id, kind);

create table enterprise.training_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  title text not null,
  hours int check (hours >= 0),
  venue text,
  organiser text not null,
  persons int check (persons >= 0),
  person_times int check (person_times >= 0),
  companies int check (companies >= 0),
  evidence text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.training (office_id, id) deferrable initially deferred
);
create index on enterprise.training_spell (office_id, place_id) include (valid_from, valid_to, record_id, scope_place_id);

select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.training', 'enterprise.training_event', 'enterprise.training_spell']) name;

create index on enterprise_history.training (office_id, id, known_to);
create index on enterprise_history.training_event (office_id, record_id, known_to);
create index on enterprise_history.training_spell (office_id, record_id, known_to);
