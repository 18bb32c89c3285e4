-- What makes a branch look like a shell has no national definition: the office sets how few full members, and for how many months.
alter table enterprise.service_limit drop constraint service_limit_matter_check;
alter table enterprise.service_limit add constraint service_limit_matter_check
  check (matter in ('instructor_companies', 'shell_members', 'shell_months'));
