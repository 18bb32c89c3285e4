-- Sites are the places, holders the other tree: each holder stands at a site and may answer to another holder.
create schema alpha;
create schema alpha_history;
create schema alpha_known;

create table alpha.site (
  office_id int not null references platform.office,
  id uuid not null,
  label text collate "C" not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, label)
);

create table alpha.site_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('opened', 're_homed', 'closed')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references alpha.site (office_id, id) deferrable initially deferred
);

create table alpha.site_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  code text not null,
  parent_id uuid,
  path text collate "C" not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references alpha.site (office_id, id) deferrable initially deferred,
  foreign key (office_id, parent_id) references alpha.site (office_id, id) deferrable initially deferred
);

create table alpha.holder (
  office_id int not null references platform.office,
  id uuid not null,
  label text collate "C" not null,
  code text not null,
  contact text,
  rank int check (rank >= 0),
  pledge bigint check (pledge >= 0),
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, label),
  unique (office_id, code)
);

create table alpha.holder_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('registered', 'moved', 'resized', 'funded', 'left')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  ballots int check (ballots >= 0),
  fee bigint check (fee >= 0),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references alpha.holder (office_id, id) deferrable initially deferred
);

create table alpha.holder_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  name text not null,
  kind text not null check (kind in ('firm', 'person')),
  site_id uuid not null,
  seats int check (seats between 1 and 500),
  funds bigint check (funds between -100000000 and 10000000000000000),
  parent_id uuid,
  path text collate "C" not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references alpha.holder (office_id, id) deferrable initially deferred,
  foreign key (office_id, parent_id) references alpha.holder (office_id, id) deferrable initially deferred,
  foreign key (office_id, site_id) references alpha.site (office_id, id) deferrable initially deferred
);

select platform.keep(name::regclass, true) from unnest(array[
  'alpha.site', 'alpha.site_event', 'alpha.site_spell', 'alpha.holder_event', 'alpha.holder_spell']) name;
select platform.keep('alpha.holder', true, array['contact']);
