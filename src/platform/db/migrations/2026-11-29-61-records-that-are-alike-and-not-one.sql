-- Two records which look like one and are not, and which of these statements was taken back: facts of changes, never superseded. The
-- lesser id stands first, so that a pair is said in one way.
create table platform.record_apart (
  office_id int not null,
  change_no bigint not null,
  record_type text not null,
  first_id uuid not null,
  second_id uuid not null,
  primary key (office_id, change_no),
  check (first_id < second_id),
  foreign key (office_id, change_no) references platform.change (office_id, change_no)
);
create index on platform.record_apart (office_id, first_id);
create index on platform.record_apart (office_id, second_id);

create table platform.record_apart_end (
  office_id int not null,
  change_no bigint not null,
  apart_change_no bigint not null,
  primary key (office_id, change_no, apart_change_no),
  unique (office_id, apart_change_no),
  foreign key (office_id, change_no) references platform.change (office_id, change_no),
  foreign key (office_id, apart_change_no) references platform.record_apart (office_id, change_no)
);

select platform.secure_by_office(name::regclass) from unnest(array['platform.record_apart', 'platform.record_apart_end']) name;
insert into platform.sealed_fact values ('record_apart'), ('record_apart_end');
