-- Elections of residents' committees: steps, rounds of voting as totals, who stood, and who ran the election and counted. The voter list is a day
-- and a number: no voter, proxy holder or ballot has a table, a column or a key here.

create table people.residents_election (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id), unique (office_id, code)
);

create table people.residents_election_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('planned', 'replanned', 'committee_chosen', 'list_published', 'objected', 'objections_decided', 'candidates_checked', 'relatives_checked', 'held', 'announced', 'confirmed', 'handed_over', 'cancelled')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.residents_election (office_id, id) deferrable initially deferred
);
create index on people.residents_election_event (office_id, record_id) include (on_date, kind);

create table people.residents_election_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  kind text not null check (kind in ('term', 'by_election')),
  term_no int check (term_no between 1 and 99),
  seats int not null check (seats between 1 and 99),
  mode text not null check (mode in ('voters', 'households', 'representatives')),
  planned_on date not null,
  chosen_by text check (chosen_by in ('residents_meeting', 'representatives_meeting')),
  voters int check (voters between 1 and 99999),
  objections int check (objections between 0 and 99999),
  eligibility_by text,
  relatives_by text,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.residents_election (office_id, id) deferrable initially deferred
);
create index on people.residents_election_spell (office_id, place_id) include (valid_from, valid_to, record_id, scope_place_id);

create table people.residents_ballot (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id), unique (office_id, code)
);

create table people.residents_ballot_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('prepared', 'counted')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.residents_ballot (office_id, id) deferrable initially deferred
);
create index on people.residents_ballot_event (office_id, record_id) include (on_date, kind);

create table people.residents_ballot_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  election_id uuid not null,
  contest text not null check (contest in ('director', 'deputy', 'member')),
  vote text not null check (vote in ('first', 'run_off')),
  round int not null check (round between 1 and 99),
  seats int not null check (seats between 1 and 99),
  voted_on date,
  entitled int check (entitled between 1 and 99999),
  participants int check (participants between 0 and 99999),
  issued int check (issued between 0 and 99999),
  returned int check (returned between 0 and 99999),
  void int check (void between 0 and 99999),
  proxies int check (proxies between 0 and 99999),
  most_proxies int check (most_proxies between 0 and 99999),
  candidate_proxies int check (candidate_proxies between 0 and 99999),
  unwritten_proxies int check (unwritten_proxies between 0 and 99999),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, election_id with =, contest with =, round with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, election_id) references people.residents_election (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.residents_ballot (office_id, id) deferrable initially deferred
);
create index on people.residents_ballot_spell (office_id, place_id) include (valid_from, valid_to, election_id, record_id, scope_place_id);
create index on people.residents_ballot_spell (office_id, election_id) include (valid_from, valid_to, record_id);

create table people.residents_candidacy (
  office_id int not null references platform.office,
  id uuid not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.residents_candidacy_event (
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
  foreign key (office_id, record_id) references people.residents_candidacy (office_id, id) deferrable initially deferred
);
create index on people.residents_candidacy_event (office_id, record_id) include (on_date, kind);

create table people.residents_candidacy_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  ballot_id uuid not null,
  way text not null check (way in ('candidate', 'write_in')),
  nominated_by text check (nominated_by in ('party_organisation', 'voters')),
  nominators int check (nominators between 1 and 99999),
  list_no int check (list_no between 1 and 99),
  votes_for int check (votes_for between 0 and 99999),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, ballot_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, ballot_id) references people.residents_ballot (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.residents_candidacy (office_id, id) deferrable initially deferred
);
create index on people.residents_candidacy_spell (office_id, place_id) include (valid_from, valid_to, ballot_id, person_id, record_id, scope_place_id);
create index on people.residents_candidacy_spell (office_id, ballot_id) include (valid_from, valid_to, record_id);
create index on people.residents_candidacy_spell (office_id, person_id) include (valid_from, valid_to, record_id);

create table people.residents_officer (
  office_id int not null references platform.office,
  id uuid not null,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.residents_officer_event (
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
  foreign key (office_id, record_id) references people.residents_officer (office_id, id) deferrable initially deferred
);
create index on people.residents_officer_event (office_id, record_id) include (on_date, kind);

create table people.residents_officer_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  election_id uuid not null,
  role text not null check (role in ('committee_chair', 'committee_member', 'scrutineer', 'teller')),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, election_id with =, role with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, election_id) references people.residents_election (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.residents_officer (office_id, id) deferrable initially deferred
);
create index on people.residents_officer_spell (office_id, place_id) include (valid_from, valid_to, election_id, person_id, record_id, scope_place_id);
create index on people.residents_officer_spell (office_id, election_id) include (valid_from, valid_to, person_id, record_id);
create index on people.residents_officer_spell (office_id, person_id) include (valid_from, valid_to, record_id);

select platform.keep(name::regclass, true) from unnest(array[
  'people.residents_election', 'people.residents_election_event', 'people.residents_election_spell',
  'people.residents_ballot', 'people.residents_ballot_event', 'people.residents_ballot_spell',
  'people.residents_candidacy', 'people.residents_candidacy_event', 'people.residents_candidacy_spell',
  'people.residents_officer', 'people.residents_officer_event', 'people.residents_officer_spell']) name;

create index on people_history.residents_election (office_id, id, known_to);
create index on people_history.residents_election_event (office_id, record_id, known_to);
create index on people_history.residents_election_spell (office_id, record_id, known_to);
create index on people_history.residents_ballot (office_id, id, known_to);
create index on people_history.residents_ballot_event (office_id, record_id, known_to);
create index on people_history.residents_ballot_spell (office_id, record_id, known_to);
create index on people_history.residents_candidacy (office_id, id, known_to);
create index on people_history.residents_candidacy_event (office_id, record_id, known_to);
create index on people_history.residents_candidacy_spell (office_id, record_id, known_to);
create index on people_history.residents_officer (office_id, id, known_to);
create index on people_history.residents_officer_event (office_id, record_id, known_to);
create index on people_history.residents_officer_spell (office_id, record_id, known_to);
