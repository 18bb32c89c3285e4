-- Names and addresses that wrong passwords have locked, so that neither a restart nor a second process frees one. Only a keyed hash of
-- each is kept: people type their password where a name belongs.
create table access.sign_in_lock (
  subject text primary key,
  until timestamptz not null
);
create index on access.sign_in_lock (until);

-- A session whose person proved to be themselves anew goes on under another token. What was asked under the former one is still answered
-- for a moment: a row of that token, which ends with its session.
alter table access.session add column former_of uuid references access.session on delete cascade;
create index on access.session (former_of) where former_of is not null;
