-- What a role rests on beside its days: who gave it; a holding of its holder, such as a post, with which it ends; or the grant of
-- somebody who is away and handed it on. Null in granted_by: from the machine itself; in granted_at: before this was kept.
alter table access.grant
  add column granted_by uuid,
  add column granted_at timestamptz,
  add column holding_id uuid,
  -- Who holds what where, as it was when the role was given: of another holder, place or post it is another holding.
  add column holding_key text,
  add column handed_on_from uuid,
  add column reason text,
  add column own boolean not null generated always as (handed_on_from is null) stored,
  add column from_own boolean generated always as (case when handed_on_from is not null then true end) stored,
  add foreign key (office_id, granted_by) references access.account (office_id, id),
  add constraint grant_holding_whole check ((holding_id is null) = (holding_key is null)),
  -- An administrator neither goes with what others record nor is handed on.
  add constraint grant_rests_on_work check (kind = 'work' or (holding_id is null and handed_on_from is null)),
  add constraint grant_handed_on check (handed_on_from is null or (holding_id is null
    and valid_to is not null and valid_to - valid_from <= 90 and reason is not null and reason <> '')),
  add unique (office_id, id, role, own);
alter table access.grant alter column granted_at set default now();

-- What is handed on is the very role of a grant that was not itself handed on.
alter table access.grant add constraint grant_handed_on_once
  foreign key (office_id, handed_on_from, role, from_own) references access.grant (office_id, id, role, own);
create index on access.grant (office_id, handed_on_from) where handed_on_from is not null;

-- A closed account is not signed in to, and its roles count no more; it may be opened again.
alter table access.account
  add column closed_at timestamptz,
  add column closed_reason text,
  add constraint account_closed_whole check ((closed_at is null) = (closed_reason is null));
