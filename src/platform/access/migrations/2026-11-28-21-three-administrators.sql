-- System, security and audit are administered by different people, none of whom does the office's own work (GB/T 22239-2019,
-- 8.1.5). The former administrator becomes the system's; the next start of the program makes a security administrator.
-- Who administered and worked at once keeps the work: the old name no longer gives anything, and tells what was.
-- The day is that of the office, wherever the server stands.
update access.grant g set valid_to = greatest(g.valid_from, (now() at time zone 'Asia/Shanghai')::date)
where g.role = 'administrator' and (g.valid_to is null or g.valid_to > (now() at time zone 'Asia/Shanghai')::date)
  and exists (select from access.grant o where o.office_id = g.office_id and o.account_id = g.account_id
    and o.role <> 'administrator' and daterange(o.valid_from, o.valid_to) && daterange(g.valid_from, g.valid_to));
update access.grant set role = 'system_administrator'
where role = 'administrator' and (valid_to is null or valid_to > (now() at time zone 'Asia/Shanghai')::date);

-- Two roles of different kinds share no day of one account; any two pieces of work are of one kind.
alter table access.grant add column kind text not null generated always as (
  case when role in ('system_administrator', 'security_administrator', 'audit_administrator') then role else 'work' end
) stored;
alter table access.grant add constraint grant_kinds_apart
  exclude using gist (office_id with =, account_id with =, daterange(valid_from, valid_to) with &&, kind with <>);
