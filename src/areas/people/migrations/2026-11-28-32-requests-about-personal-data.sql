-- What persons ask of the office about their own information (PIPL art. 44 to 50), and the answers. An erasure empties the asker.
create table people.data_request (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  asker text,
  person_id uuid,
  request text not null check (request in ('access', 'copy', 'transfer', 'correction', 'deletion', 'explanation', 'withdrawal')),
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred
);
create index on people.data_request (office_id, person_id);

create table people.data_request_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('received', 'extended', 'answered')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  outcome text check (outcome in ('granted', 'in_part', 'refused', 'taken_back')),
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.data_request (office_id, id) deferrable initially deferred
);
create index on people.data_request_event (office_id, record_id) include (on_date, kind);

create table people.data_request_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  due_on date not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references people.data_request (office_id, id) deferrable initially deferred
);

select platform.keep('people.data_request', false, array['asker']);
select platform.keep(name::regclass, false) from unnest(array['people.data_request_event', 'people.data_request_spell']) name;

create index on people_history.data_request (office_id, id, known_to);
create index on people_history.data_request_event (office_id, record_id, known_to);
create index on people_history.data_request_spell (office_id, record_id, known_to);
