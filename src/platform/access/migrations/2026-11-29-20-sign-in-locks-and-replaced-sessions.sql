-- Names and addresses that wrong passwords have locked, so that neither a restart nor a second process frees one. Only a keyed hash of
-- each is kept: people type their password where a name belongs.
create table access.sign_in_lock (
  subject text primary key,
  until timestamptz not null
);
create index on access.sign_in_lock (until);

-- A session whose person proved to be themselves anew goes on under another token; what was asked under this one is still answered.
alter table access.session add column replaced_at timestamptz;
