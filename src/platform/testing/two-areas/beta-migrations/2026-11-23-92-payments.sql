-- A payment to a holder of the other area stands from the day it is made until it is taken back. Amounts are in fen.
create schema beta;
create schema beta_history;
create schema beta_known;

create table beta.payment (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table beta.payment_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('paid', 'amended', 'taken_back')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  amount bigint not null,
  holder_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references beta.payment (office_id, id) deferrable initially deferred,
  foreign key (office_id, holder_id) references alpha.holder (office_id, id) deferrable initially deferred
);

create table beta.payment_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  holder_id uuid not null,
  amount bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references beta.payment (office_id, id) deferrable initially deferred,
  foreign key (office_id, holder_id) references alpha.holder (office_id, id) deferrable initially deferred
);

select platform.keep(name::regclass, true) from unnest(array['beta.payment', 'beta.payment_event', 'beta.payment_spell']) name;
