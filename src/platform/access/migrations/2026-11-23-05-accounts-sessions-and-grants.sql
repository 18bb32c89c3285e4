-- Sign-in and roles. Sign-in comes before an office is known, so these tables are found by user name, token or account;
-- they do not begin with office_id and carry no row-level security. No procedure lists them.
create schema access;

create table access.account (
  id uuid primary key,
  office_id int not null references platform.office,
  username text not null unique check (username = lower(username) and username <> ''),
  name text not null,
  -- The sign-in library wants an address; it is made from the id, never shown and never written to.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  must_change_password boolean not null default false,
  -- A demo account, whose password is public.
  published boolean not null default false,
  -- Signing out deletes the session; an account that nobody uses is found by this.
  last_signed_in_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (office_id, id)
);

create table access.credential (
  id uuid primary key,
  account_id uuid not null references access.account on delete cascade,
  provider text not null,
  provider_account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, provider_account_id)
);
create index on access.credential (account_id);

create table access.session (
  id uuid primary key,
  account_id uuid not null references access.account on delete cascade,
  token text not null unique,
  -- The end that no use puts off; seen_at decides on idleness.
  expires_at timestamptz not null,
  seen_at timestamptz not null default now(),
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on access.session (account_id);

create table access.verification (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on access.verification (identifier);

create table access.setting (
  office_id int primary key references platform.office,
  demo boolean not null default false
);

-- A role over a place and everything that carries its scope; without a place over the whole office.
create table access.grant (
  office_id int not null references platform.office,
  id uuid not null,
  account_id uuid not null,
  role text not null,
  place_id uuid,
  valid_from date not null,
  valid_to date,
  primary key (office_id, id),
  -- Equal days: given by mistake and taken back before it ever counted.
  check (valid_from <= valid_to),
  foreign key (office_id, account_id) references access.account (office_id, id) on delete cascade
);
create index on access.grant (office_id, account_id) include (role, place_id, valid_from, valid_to);
