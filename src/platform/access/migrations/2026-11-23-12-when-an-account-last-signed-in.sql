-- Kept beside the account, because signing out deletes the session: an account that nobody uses is found and ended by it.
alter table access.account add column last_signed_in_at timestamptz;
