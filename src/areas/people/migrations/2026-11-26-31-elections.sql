-- Elections of Party organisations: the steps, the rounds of voting as totals, who stood, who watched and counted. What one voter marked
-- has no table, no column and no key here, so that no query can find it.

create table people.election (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id), unique (office_id, code)
);

create table people.election_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('planned', 'replanned', 'requested', 'approved', 'candidates_requested', 'candidates_approved', 'held', 'reported', 'confirmed', 'cancelled')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.election (office_id, id) deferrable initially deferred
);
create index on people.election_event (office_id, record_id) include (on_date, kind);

create table people.election_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  organisation_id uuid not null,
  kind text not null check (kind in ('term', 'by_election')),
  term_no int check (term_no between 1 and 99),
  seats int not null check (seats between 1 and 99),
  secretary_by text not null check (secretary_by in ('committee', 'meeting')),
  planned_on date not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, organisation_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.election (office_id, id) deferrable initially deferred
);
create index election_spell_by_place on people.election_spell (office_id, place_id)
  include (valid_from, valid_to, organisation_id, kind, record_id, scope_place_id);
create index on people.election_spell (office_id, organisation_id) include (valid_from, valid_to, record_id);

create table people.ballot (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id), unique (office_id, code)
);

create table people.ballot_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('prepared', 'counted', 'ruled', 'settled_for_fewer')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.ballot (office_id, id) deferrable initially deferred
);
create index on people.ballot_event (office_id, record_id) include (on_date, kind);

create table people.ballot_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  election_id uuid not null,
  contest text not null check (contest in ('committee', 'secretary', 'deputy_secretary')),
  vote text not null check (vote in ('first', 'further', 'tie')),
  round int not null check (round between 1 and 99),
  seats int not null check (seats between 1 and 99),
  due int check (due between 1 and 99999),
  present int check (present between 0 and 99999),
  issued int check (issued between 0 and 99999),
  returned int check (returned between 0 and 99999),
  void int check (void between 0 and 99999),
  ruling text check (ruling in ('due', 'present')),
  settled text check (settled in ('fewer')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, election_id with =, contest with =, round with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, election_id) references people.election (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.ballot (office_id, id) deferrable initially deferred
);
create index on people.ballot_spell (office_id, place_id) include (valid_from, valid_to, election_id, record_id, scope_place_id);
create index on people.ballot_spell (office_id, election_id) include (valid_from, valid_to, record_id);

create table people.candidacy (
  office_id int not null references platform.office,
  id uuid not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.candidacy_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('listed', 'moved', 'counted', 'withdrew')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.candidacy (office_id, id) deferrable initially deferred
);
create index on people.candidacy_event (office_id, record_id) include (on_date, kind);

create table people.candidacy_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  ballot_id uuid not null,
  way text not null check (way in ('candidate', 'write_in')),
  list_no int check (list_no between 1 and 99),
  votes_for int check (votes_for between 0 and 99999),
  votes_against int check (votes_against between 0 and 99999),
  abstentions int check (abstentions between 0 and 99999),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, ballot_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, ballot_id) references people.ballot (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.candidacy (office_id, id) deferrable initially deferred
);
create index on people.candidacy_spell (office_id, place_id) include (valid_from, valid_to, ballot_id, person_id, record_id, scope_place_id);
create index on people.candidacy_spell (office_id, ballot_id) include (valid_from, valid_to, record_id);
create index on people.candidacy_spell (office_id, person_id) include (valid_from, valid_to, record_id);

create table people.election_officer (
  office_id int not null references platform.office,
  id uuid not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.election_officer_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('chosen', 'released')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.election_officer (office_id, id) deferrable initially deferred
);
create index on people.election_officer_event (office_id, record_id) include (on_date, kind);

create table people.election_officer_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  election_id uuid not null,
  role text not null check (role in ('scrutineer', 'teller')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, election_id with =, role with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, election_id) references people.election (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.election_officer (office_id, id) deferrable initially deferred
);
create index on people.election_officer_spell (office_id, place_id) include (valid_from, valid_to, election_id, person_id, record_id, scope_place_id);
create index on people.election_officer_spell (office_id, election_id) include (valid_from, valid_to, person_id, record_id);
create index on people.election_officer_spell (office_id, person_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'people.election', 'people.election_event', 'people.election_spell',
  'people.ballot', 'people.ballot_event', 'people.ballot_spell',
  'people.candidacy', 'people.candidacy_event', 'people.candidacy_spell',
  'people.election_officer', 'people.election_officer_event', 'people.election_officer_spell']) name;

create index on people_history.election (office_id, id, known_to);
create index on people_history.election_event (office_id, record_id, known_to);
create index on people_history.election_spell (office_id, record_id, known_to);
create index on people_history.ballot (office_id, id, known_to);
create index on people_history.ballot_event (office_id, record_id, known_to);
create index on people_history.ballot_spell (office_id, record_id, known_to);
create index on people_history.candidacy (office_id, id, known_to);
create index on people_history.candidacy_event (office_id, record_id, known_to);
create index on people_history.candidacy_spell (office_id, record_id, known_to);
create index on people_history.election_officer (office_id, id, known_to);
create index on people_history.election_officer_event (office_id, record_id, known_to);
create index on people_history.election_officer_spell (office_id, record_id, known_to);
