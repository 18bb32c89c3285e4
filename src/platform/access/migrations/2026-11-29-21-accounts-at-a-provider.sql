-- Sign-in by an OpenID Connect provider. An account is linked to the subject that its person is there: a subject opens one account, an
-- account has one subject of a provider. Nothing that the provider gave is kept beside its name for the person.
create table access.linked_subject (
  account_id uuid not null references access.account on delete cascade,
  issuer text not null,
  subject text not null,
  linked_at timestamptz not null default now(),
  primary key (account_id, issuer),
  unique (issuer, subject)
);

-- What was begun with the provider ends once: a keyed hash of each state that came back, until it would be too old anyway.
create table access.used_state (
  hash text primary key,
  expires_at timestamptz not null
);
create index on access.used_state (expires_at);

alter table access.session
  -- The issuer whose sign-in began it; null where the password did.
  add column provider text,
  -- The provider said that it had seen two factors, and the office takes its word.
  add column provider_saw_two_factors boolean not null default false;
