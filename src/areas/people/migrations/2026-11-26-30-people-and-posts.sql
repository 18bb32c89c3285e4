-- People and what they are in the office's work: members of Party organisations, holders of posts. A person is kept apart from the
-- accounts that sign in, with the fewest fields; nothing here names a household.
create schema people;
create schema people_history;
create schema people_known;

-- An erasure empties the name, the birth and the telephone: they may be null for that alone.
create table people.person (
  office_id int not null references platform.office,
  id uuid not null,
  code text not null,
  name text,
  sex text not null check (sex in ('1', '2')),
  birth text check (birth ~ '^[0-9]{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?$'),
  phone text,
  joined_on date,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, code)
);

create table people.person_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('registered', 'admitted', 'became_full', 'transferred', 'transferred_in', 'membership_ended', 'educated', 're_homed', 'closed', 'returned')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  -- Why a membership ended and why a file was closed: of the act, not of a time.
  ending text check (ending in ('transferred_out', 'cancelled', 'withdrew', 'struck_off', 'expelled', 'deceased')),
  closing text check (closing in ('left', 'deceased', 'other')),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.person (office_id, id) deferrable initially deferred
);
create index on people.person_event (office_id, record_id) include (on_date, kind);

create table people.person_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  education text not null check (education in ('11', '14', '21', '22', '23', '31', '32', '33', '41', '61', '71', '81', '90')),
  branch_id uuid,
  category text check (category in ('full', 'probationary')),
  home_id uuid,
  -- Where the person counts: at the seat of the organisation affiliated to, else in the community that looks after, else in the street.
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, branch_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, home_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.person (office_id, id) deferrable initially deferred
);
create index person_spell_by_place on people.person_spell (office_id, place_id)
  include (valid_from, valid_to, branch_id, category, education, record_id, scope_place_id);
create index person_spell_by_branch on people.person_spell (office_id, branch_id)
  include (valid_from, valid_to, category, record_id, scope_place_id);

create table people.party_post (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.party_post_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('began', 're_elected', 'duty_changed', 'terms_changed', 're_ranked', 'handed_over', 'ended')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  cause text check (cause in ('term_ended', 'resigned', 'removed', 'recalled', 'moved', 'retired', 'contract_ended', 'deceased')),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.party_post (office_id, id) deferrable initially deferred
);
create index on people.party_post_event (office_id, record_id) include (on_date, kind);

create table people.party_post_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  organisation_id uuid not null,
  post text not null check (post in ('secretary', 'deputy_secretary', 'member', 'group_leader')),
  duty text,
  gained text not null check (gained in ('elected', 'by_elected', 'co_opted', 'appointed', 'seconded', 'employed')),
  won_on date,
  working_time text not null check (working_time in ('full_time', 'part_time')),
  standing text check (standing in ('main', 'additional')),
  rank int check (rank between 1 and 999),
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, organisation_id with =, post with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, organisation_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.party_post (office_id, id) deferrable initially deferred
);
create index party_post_spell_by_place on people.party_post_spell (office_id, place_id)
  include (valid_from, valid_to, organisation_id, person_id, post, gained, record_id, scope_place_id);
create index party_post_spell_by_organisation on people.party_post_spell (office_id, organisation_id)
  include (valid_from, valid_to, person_id, post, gained, record_id, scope_place_id);
create index on people.party_post_spell (office_id, person_id) include (valid_from, valid_to, record_id);

create table people.community_post (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.community_post_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('began', 're_elected', 'duty_changed', 'terms_changed', 're_ranked', 'contract_renewed', 'ended')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  cause text check (cause in ('term_ended', 'resigned', 'removed', 'recalled', 'moved', 'retired', 'contract_ended', 'deceased')),
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.community_post (office_id, id) deferrable initially deferred
);
create index on people.community_post_event (office_id, record_id) include (on_date, kind);

create table people.community_post_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  place_id uuid not null,
  post text not null check (post in ('leader_in_charge', 'social_worker', 'assistant', 'committee_director', 'committee_deputy', 'committee_member')),
  duty text,
  gained text not null check (gained in ('elected', 'by_elected', 'co_opted', 'appointed', 'seconded', 'employed')),
  won_on date,
  working_time text not null check (working_time in ('full_time', 'part_time')),
  standing text check (standing in ('main', 'additional')),
  rank int check (rank between 1 and 999),
  contract_until date,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, place_id with =, post with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.community_post (office_id, id) deferrable initially deferred
);
create index community_post_spell_by_place on people.community_post_spell (office_id, place_id)
  include (valid_from, valid_to, person_id, post, record_id, scope_place_id);
create index on people.community_post_spell (office_id, person_id) include (valid_from, valid_to, record_id);

-- A member who takes part in a temporary organisation; the affiliation stays where it is.
create table people.assignment (
  office_id int not null references platform.office,
  id uuid not null,
  invented boolean not null default false,
  revision bigint not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id)
);

create table people.assignment_event (
  office_id int not null,
  id uuid not null,
  record_id uuid not null,
  on_date date not null,
  seq int not null,
  kind text not null check (kind in ('began', 'ended')),
  sets jsonb not null,
  document_no text,
  reason text,
  deed_id uuid,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, id),
  foreign key (office_id, record_id) references people.assignment (office_id, id) deferrable initially deferred
);
create index on people.assignment_event (office_id, record_id) include (on_date, kind);

create table people.assignment_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  person_id uuid not null,
  organisation_id uuid not null,
  place_id uuid not null,
  scope_place_id uuid not null,
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  exclude using gist (office_id with =, person_id with =, organisation_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, person_id) references people.person (office_id, id) deferrable initially deferred,
  foreign key (office_id, organisation_id) references organisation.party_organisation (office_id, id) deferrable initially deferred,
  foreign key (office_id, place_id) references organisation.place (office_id, id) deferrable initially deferred,
  foreign key (office_id, record_id) references people.assignment (office_id, id) deferrable initially deferred
);
create index on people.assignment_spell (office_id, place_id)
  include (valid_from, valid_to, organisation_id, person_id, record_id, scope_place_id);
create index on people.assignment_spell (office_id, organisation_id) include (valid_from, valid_to, person_id, record_id);

-- The office's own standard: how many holders of a post every community needs.
create table people.staffing_standard (
  office_id int not null references platform.office,
  id uuid not null,
  name text not null,
  post text not null check (post in ('leader_in_charge', 'social_worker', 'assistant', 'committee_director', 'committee_deputy', 'committee_member')),
  revision bigint not null,
  known_from bigint not null,
  primary key (office_id, id),
  unique (office_id, post)
);

create table people.staffing_standard_event (
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
  foreign key (office_id, record_id) references people.staffing_standard (office_id, id) deferrable initially deferred
);
create index on people.staffing_standard_event (office_id, record_id) include (on_date, kind);

create table people.staffing_standard_spell (
  office_id int not null,
  record_id uuid not null,
  valid_from date not null,
  valid_to date,
  needed int not null check (needed between 1 and 99),
  known_from bigint not null,
  primary key (office_id, record_id, valid_from),
  check (valid_from < valid_to),
  exclude using gist (office_id with =, record_id with =, daterange(valid_from, valid_to) with &&),
  foreign key (office_id, record_id) references people.staffing_standard (office_id, id) deferrable initially deferred
);

select platform.keep('people.person', true, array['name', 'birth', 'phone']);
select platform.keep(name::regclass, true) from unnest(array[
  'people.person_event', 'people.person_spell',
  'people.party_post', 'people.party_post_event', 'people.party_post_spell',
  'people.community_post', 'people.community_post_event', 'people.community_post_spell',
  'people.assignment', 'people.assignment_event', 'people.assignment_spell']) name;
select platform.keep(name::regclass, false) from unnest(array[
  'people.staffing_standard', 'people.staffing_standard_event', 'people.staffing_standard_spell']) name;

create index on people_history.person (office_id, id, known_to);
create index on people_history.person_event (office_id, record_id, known_to);
create index on people_history.person_spell (office_id, record_id, known_to);
create index on people_history.party_post (office_id, id, known_to);
create index on people_history.party_post_event (office_id, record_id, known_to);
create index on people_history.party_post_spell (office_id, record_id, known_to);
create index on people_history.community_post (office_id, id, known_to);
create index on people_history.community_post_event (office_id, record_id, known_to);
create index on people_history.community_post_spell (office_id, record_id, known_to);
create index on people_history.assignment (office_id, id, known_to);
create index on people_history.assignment_event (office_id, record_id, known_to);
create index on people_history.assignment_spell (office_id, record_id, known_to);
create index on people_history.staffing_standard (office_id, id, known_to);
create index on people_history.staffing_standard_event (office_id, record_id, known_to);
create index on people_history.staffing_standard_spell (office_id, record_id, known_to);
