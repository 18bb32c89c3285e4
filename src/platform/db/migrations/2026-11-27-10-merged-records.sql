-- Which record turned out to be which, and which of these findings was taken back: facts of changes, never superseded.
create table platform.record_merge (
  office_id int not null,
  change_no bigint not null,
  record_type text not null,
  kept_id uuid not null,
  given_id uuid not null,
  primary key (office_id, change_no),
  foreign key (office_id, change_no) references platform.change (office_id, change_no)
);
create index on platform.record_merge (office_id, given_id);
create index on platform.record_merge (office_id, kept_id);

create table platform.record_unmerge (
  office_id int not null,
  change_no bigint not null,
  merge_change_no bigint not null,
  primary key (office_id, change_no),
  unique (office_id, merge_change_no),
  foreign key (office_id, change_no) references platform.change (office_id, change_no),
  foreign key (office_id, merge_change_no) references platform.record_merge (office_id, change_no)
);

select platform.secure_by_office(name::regclass) from unnest(array['platform.record_merge', 'platform.record_unmerge']) name;
