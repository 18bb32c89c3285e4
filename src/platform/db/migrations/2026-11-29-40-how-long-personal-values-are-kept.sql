-- How long personal values are kept, what is held back from erasure, and the erasures that two persons agree on. The chain of the office
-- tells of each step; nothing here holds a name or another value of the records.

-- How long after a purpose has run out; null: nothing falls due. The newest of a purpose holds, the others are its history.
create table platform.retention_period (
  office_id int not null references platform.office,
  purpose text not null,
  set_no int not null,
  months int check (months between 0 and 1200),
  basis text not null,
  set_by text not null,
  set_name text not null,
  set_at timestamptz not null default now(),
  primary key (office_id, purpose, set_no)
);

create table platform.retention_hold (
  office_id int not null references platform.office,
  id uuid not null,
  record_type text not null,
  record_id uuid not null,
  reason text not null,
  until date not null,
  held_by text not null,
  held_name text not null,
  held_at timestamptz not null default now(),
  lifted_by text,
  lifted_name text,
  lifted_at timestamptz,
  primary key (office_id, id),
  check ((lifted_by is null) = (lifted_at is null))
);
create index on platform.retention_hold (office_id, record_id);

create table platform.retention_batch (
  office_id int not null references platform.office,
  id uuid not null,
  -- The places of the proposer's scope; null: the whole office. Who agrees must see all of them.
  places text[],
  proposed_by text not null,
  proposed_name text not null,
  proposed_at timestamptz not null default now(),
  decision text check (decision in ('agreed', 'refused')),
  decided_by text check (decided_by <> proposed_by),
  decided_name text,
  decided_at timestamptz,
  decision_reason text,
  primary key (office_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null))
);
create index on platform.retention_batch (office_id, proposed_at);

create table platform.retention_item (
  office_id int not null,
  batch_id uuid not null,
  record_type text not null,
  record_id uuid not null,
  -- Kept: it was not due any more when it was looked at again.
  state text not null default 'waiting' check (state in ('waiting', 'erased', 'kept', 'failed')),
  change_no bigint,
  primary key (office_id, batch_id, record_type, record_id),
  check ((state = 'erased') = (change_no is not null)),
  foreign key (office_id, batch_id) references platform.retention_batch (office_id, id),
  foreign key (office_id, change_no) references platform.change (office_id, change_no)
);
create index on platform.retention_item (office_id, record_id);

-- Nothing of a batch is erased that no second person agreed to.
create function platform.refuse_unagreed() returns trigger language plpgsql set search_path = '' as $$
begin
  if not exists (select from platform.retention_batch b where b.office_id = new.office_id and b.id = new.batch_id and b.decision = 'agreed') then
    raise exception 'the batch % was not agreed to', new.batch_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreed before insert or update on platform.retention_item for each row when (new.state = 'erased')
  execute function platform.refuse_unagreed();

select platform.secure_by_office(format('platform.%I', name)::regclass)
from unnest(array['retention_period', 'retention_hold', 'retention_batch', 'retention_item']) name;
