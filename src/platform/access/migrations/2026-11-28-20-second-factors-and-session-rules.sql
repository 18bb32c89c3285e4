-- When the person behind a session last proved to be themselves; some acts ask for it anew.
alter table access.session add column authenticated_at timestamptz not null default now();

-- A time-based code (RFC 6238). It counts once it is confirmed; last_step is the newest period whose code was taken.
create table access.second_factor (
  account_id uuid primary key references access.account on delete cascade,
  -- Enciphered with the key of the installation.
  secret text not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  created_at timestamptz not null default now()
);

-- Each opens one sign-in without the device. Only keyed hashes are kept.
create table access.recovery_code (
  account_id uuid not null references access.account on delete cascade,
  hash text not null,
  primary key (account_id, hash)
);

create table access.former_password (
  id uuid primary key,
  account_id uuid not null references access.account on delete cascade,
  password text not null,
  replaced_at timestamptz not null default now()
);
create index on access.former_password (account_id, replaced_at);

-- Who must have a second factor, and how many sessions an account keeps; a further sign-in ends the oldest.
alter table access.setting
  add column second_factor text not null default 'nobody' check (second_factor in ('nobody', 'roles', 'all')),
  add column second_factor_roles text[] not null default '{}',
  add column sessions_per_account int not null default 5 check (sessions_per_account between 1 and 50);
