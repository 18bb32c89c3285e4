-- The day of joining the Party tells of a specific identity (PIPL art. 28): an erasure empties it too.
select platform.keep('people.person', true, array['name', 'birth', 'phone', 'joined_on']);
