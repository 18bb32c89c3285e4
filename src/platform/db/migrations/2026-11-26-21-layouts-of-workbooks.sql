-- Which column of a ledger each heading of an office's own workbook is, as a person confirmed it: what to ask and what not to ask
-- again. No record depends on it, so it keeps no history.
create table platform.ledger_layout (
  office_id int not null references platform.office,
  ledger text not null,
  signature text not null,
  columns jsonb not null,
  confirmed_by text not null,
  confirmed_name text not null,
  confirmed_at timestamptz not null default now(),
  primary key (office_id, ledger, signature)
);

select platform.secure_by_office('platform.ledger_layout');
