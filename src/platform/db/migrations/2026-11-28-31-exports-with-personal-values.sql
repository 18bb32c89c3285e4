-- Exports with personal values in clear: asked for with a reason, agreed to by a second person where a sensitive value is among them,
-- and taken once. No record depends on them, so they keep no history; the chain of the office tells of each step.
create table platform.clear_export (
  office_id int not null references platform.office,
  id uuid not null,
  ledger text not null,
  language text not null check (language in ('zh', 'en')),
  place_id uuid,
  place_name text,
  as_of date,
  -- What was asked for is what is given: a later change is not in it.
  known_at bigint not null,
  row_count int not null,
  -- The keys of the fields that come in clear, and whether somebody else must agree to it.
  fields text[] not null,
  second_person boolean not null,
  -- The places of the asker's scope; null: the whole office. Who agrees must see all of them.
  places text[],
  reason text not null,
  asked_by text not null,
  asked_name text not null,
  asked_at timestamptz not null default now(),
  decision text check (decision in ('agreed', 'refused')),
  decided_by text check (decided_by <> asked_by),
  decided_name text,
  decided_at timestamptz,
  decision_reason text,
  taken_at timestamptz,
  primary key (office_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check (taken_at is null or not second_person or decision = 'agreed')
);
create index on platform.clear_export (office_id, asked_at);

select platform.secure_by_office('platform.clear_export');
