-- Restores from the page: asked for by one, agreed to by another within a day, begun once within a day of that. No record depends on
-- them, so they keep no history; the chain of the office tells of each step.
create table platform.restore_request (
  office_id int not null references platform.office,
  id uuid not null,
  backup text not null,
  -- The moment to be reached with the log after the backup; null: what the backup itself holds.
  target timestamptz,
  reason text not null,
  asked_by text not null,
  asked_name text not null,
  asked_at timestamptz not null default now(),
  decision text check (decision in ('agreed', 'refused')),
  decided_by text check (decided_by <> asked_by),
  decided_name text,
  decided_at timestamptz check (decided_at <= asked_at + interval '24 hours'),
  decision_reason text,
  begun_by text check (begun_by <> decided_by),
  begun_name text,
  begun_at timestamptz check (begun_at <= decided_at + interval '24 hours'),
  ended_at timestamptz,
  -- Why it did not come about, in both languages.
  failure jsonb,
  primary key (office_id, id),
  check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  check ((begun_at is null) = (begun_by is null)),
  check (begun_at is null or decision is not distinct from 'agreed')
);
create index on platform.restore_request (office_id, asked_at);

select platform.secure_by_office('platform.restore_request');
