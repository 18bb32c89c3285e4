-- What companies reached with the office's assistance, in fen and in persons. Old and new capital are those of the registration.
create table enterprise.capital_increase (
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

create table enterprise.capital_increase_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('recorded', 'paid', 'evidenced')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.capital_increase (office_id, id) deferrable initially deferred
);
create index on enterprise.capital_increase_event (office_id, record_id) include (on_date, kind);
create index on enterprise.capital_increase_event (office_id, on_date) include (record_id, kind);

create table enterprise.capital_increase_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  old_capital bigint not null check (old_capital >= 0),
  new_capital bigint not null check (new_capital >= 0),
  paid_in bigint check (paid_in >= 0),
  request_id uuid,
  served text not null,
  confirmation text,
  evidence text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, request_id) references enterprise.request (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.capital_increase (office_id, id) deferrable initially deferred
);
create index on enterprise.capital_increase_spell (office_id, place_id) include (valid_from, valid_to, record_id, scope_place_id);
create index on enterprise.capital_increase_spell (office_id, company_id) include (valid_from, valid_to, record_id);

create table enterprise.financing (
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

create table enterprise.financing_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('recorded', 'evidenced')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.financing (office_id, id) deferrable initially deferred
);
create index on enterprise.financing_event (office_id, record_id) include (on_date, kind);
create index on enterprise.financing_event (office_id, on_date) include (record_id, kind);

create table enterprise.financing_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  amount bigint not null check (amount >= 0),
  lender text not null,
  request_id uuid,
  served text not null,
  evidence text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, request_id) references enterprise.request (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.financing (office_id, id) deferrable initially deferred
);
create index on enterprise.financing_spell (office_id, place_id) include (valid_from, valid_to, record_id, scope_place_id);
create index on enterprise.financing_spell (office_id, company_id) include (valid_from, valid_to, record_id);

create table enterprise.hiring (
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

create table enterprise.hiring_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('recorded', 'evidenced')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references enterprise.hiring (office_id, id) deferrable initially deferred
);
create index on enterprise.hiring_event (office_id, record_id) include (on_date, kind);
create index on enterprise.hiring_event (office_id, on_date) include (record_id, kind);

create table enterprise.hiring_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  company_id uuid not null,
  persons int not null check (persons >= 0),
  way text not null,
  request_id uuid,
  served text not null,
  evidence text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, company_id) references enterprise.company (office_id, id) deferrable initially deferred,
  foreign key (office_id, request_id) references enterprise.request (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references enterprise.hiring (office_id, id) deferrable initially deferred
);
create index on enterprise.hiring_spell (office_id, place_id) include (valid_from, valid_to, record_id, scope_place_id);
create index on enterprise.hiring_spell (office_id, company_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'enterprise.capital_increase', 'enterprise.capital_increase_event', 'enterprise.capital_increase_spell',
  'enterprise.financing', 'enterprise.financing_event', 'enterprise.financing_spell',
  'enterprise.hiring', 'enterprise.hiring_event', 'enterprise.hiring_spell']) name;

create index on enterprise_history.capital_increase (office_id, id, known_to);
create index on enterprise_history.capital_increase_event (office_id, record_id, known_to);
create index on enterprise_history.capital_increase_spell (office_id, record_id, known_to);
create index on enterprise_history.financing (office_id, id, known_to);
create index on enterprise_history.financing_event (office_id, record_id, known_to);
create index on enterprise_history.financing_spell (office_id, record_id, known_to);
create index on enterprise_history.hiring (office_id, id, known_to);
create index on enterprise_history.hiring_event (office_id, record_id, known_to);
create index on enterprise_history.hiring_spell (office_id, record_id, known_to);
