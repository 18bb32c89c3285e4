-- Each written import with the files that it came from, and what its undoing kept: facts of a change, never superseded.
create table platform.import_batch (
  office_id int not null,
  id uuid not null,
  change_no bigint not null,
  ledgers text[] not null,
  rows_read int not null,
  created int not null,
  updated int not null,
  unchanged int not null,
  findings jsonb not null,
  -- How long the office's head was locked, up to the commit itself.
  head_held_ms int not null,
  primary key (office_id, id),
  unique (office_id, change_no),
  foreign key (office_id, change_no) references platform.change (office_id, change_no)
);

create table platform.import_file (
  office_id int not null,
  import_id uuid not null,
  position int not null,
  name text not null,
  sha256 text not null,
  primary key (office_id, import_id, position),
  foreign key (office_id, import_id) references platform.import_batch (office_id, id)
);
create index on platform.import_file (office_id, sha256);

create table platform.import_undo (
  office_id int not null,
  change_no bigint not null,
  import_id uuid not null,
  removed int not null,
  restored int not null,
  kept jsonb not null,
  primary key (office_id, change_no),
  foreign key (office_id, change_no) references platform.change (office_id, change_no),
  foreign key (office_id, import_id) references platform.import_batch (office_id, id)
);
create index on platform.import_undo (office_id, import_id);

select platform.secure_by_office(name::regclass) from unnest(array[
  'platform.import_batch', 'platform.import_file', 'platform.import_undo']) name;
