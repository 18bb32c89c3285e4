-- Elections of the past with their counts, as the office's papers have them: what is transcribed at once, apart from elections run here.

alter table people.election_event drop constraint election_event_kind_check;
alter table people.election_event add constraint election_event_kind_check check (kind in ('planned', 'recorded', 'replanned', 'requested', 'approved', 'candidates_requested', 'candidates_approved', 'held', 'reported', 'confirmed', 'cancelled'));
alter table people.ballot_event drop constraint ballot_event_kind_check;
alter table people.ballot_event add constraint ballot_event_kind_check check (kind in ('prepared', 'recorded', 'counted', 'ruled', 'settled_for_fewer'));
alter table people.candidacy_event drop constraint candidacy_event_kind_check;
alter table people.candidacy_event add constraint candidacy_event_kind_check check (kind in ('listed', 'recorded', 'moved', 'counted', 'withdrew'));

alter table people.ballot_spell add column voted_on date, add column valid int check (valid between 0 and 99999);
alter table people.candidacy_spell add column stated text check (stated in ('elected', 'not_elected'));

select platform.keep(name::regclass, true) from unnest(array['people.ballot_spell', 'people.candidacy_spell']) name;
