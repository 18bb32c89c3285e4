-- Capital registered in another currency stands in yuan, by a rate of a day, and says both (R-S9-05).
alter table enterprise.capital_increase_spell
  add column currency text check (currency in ('cny', 'usd', 'hkd', 'eur', 'jpy', 'gbp', 'other')),
  add column rate text,
  add column rate_on date;
select platform.keep('enterprise.capital_increase_spell', true);

alter table enterprise.capital_increase_event drop constraint capital_increase_event_kind_check;
alter table enterprise.capital_increase_event add constraint capital_increase_event_kind_check
  check (kind in ('recorded', 'paid', 'converted', 'evidenced'));
