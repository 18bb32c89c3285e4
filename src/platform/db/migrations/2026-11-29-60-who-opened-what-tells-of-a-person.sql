-- That an account opened a record which identifies somebody: a kind of event of its own, once an account, record and day of the office.
alter table platform.audit_event drop constraint audit_event_kind_check;
alter table platform.audit_event add constraint audit_event_kind_check check (kind in ('change', 'view', 'reveal', 'export', 'publication',
  'sign_in', 'sign_in_failed', 'sign_out', 'refused', 'act', 'sealed'));

-- Appends it unless it is there for today, and answers its number or null. Of two at the same moment the second sees the first, since
-- the head of the chain is theirs by turns; who opens it again waits for nobody.
create function platform.append_audit_view(office int, event jsonb) returns bigint
language plpgsql security definer set search_path = '' as $$
declare
  before text[] := platform.see_office(office::text, 'on');
  this_day timestamptz := date_trunc('day', clock_timestamp() at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai';
  number bigint;
begin
  for attempt in 1..2 loop
    if exists (select from platform.audit_event e where e.office_id = office and e.kind = 'view'
      and e.subject_id = event ->> 'subject_id' and e.subject_type = event ->> 'subject_type'
      and e.actor_id = event ->> 'actor_id' and e.happened_at >= this_day) then
      perform platform.see_office(before[1], before[2]);
      return null;
    end if;
    if attempt = 1 then perform from platform.audit_head h where h.office_id = office for update; end if;
  end loop;
  number := platform.append_audit_event(office, event || '{"kind": "view"}');
  perform platform.see_office(before[1], before[2]);
  return number;
end $$;
