import { type RawBuilder, sql } from 'kysely'
import { lastUse } from '../../../platform/personal/retention/keeping.ts'

/** Who was ever a member, held a Party post or took part in an election of the Party, and the day on which the last of it ended. */
export const endedMemberships = (office: number): RawBuilder<unknown> =>
  lastUse(sql`
    select record_id as id, valid_to as until from people.person_spell where office_id = ${office} and branch_id is not null
    union all select person_id, valid_to from people.party_post_spell where office_id = ${office}
    union all select person_id, valid_to from people.assignment_spell where office_id = ${office}
    union all select c.person_id, e.valid_to from people.candidacy_spell c
      join people.ballot_spell b on b.office_id = c.office_id and b.record_id = c.ballot_id
      join people.election_spell e on e.office_id = b.office_id and e.record_id = b.election_id where c.office_id = ${office}
    union all select o.person_id, e.valid_to from people.election_officer_spell o
      join people.election_spell e on e.office_id = o.office_id and e.record_id = o.election_id where o.office_id = ${office}`)

/**
 * Who ever held a post in a community, was looked after by one or took part in its elections, and the day on which the last of it ended.
 * Whoever was never a member either is kept for these posts as long as the file is open.
 */
export const endedPosts = (office: number): RawBuilder<unknown> =>
  lastUse(sql`
    select person_id as id, valid_to as until from people.community_post_spell where office_id = ${office}
    union all select s.record_id, s.valid_to from people.person_spell s where s.office_id = ${office} and (s.home_id is not null
      or not exists (select from people.person_spell m where m.office_id = s.office_id and m.record_id = s.record_id and m.branch_id is not null))
    union all select c.person_id, e.valid_to from people.residents_candidacy_spell c
      join people.residents_ballot_spell b on b.office_id = c.office_id and b.record_id = c.ballot_id
      join people.residents_election_spell e on e.office_id = b.office_id and e.record_id = b.election_id where c.office_id = ${office}
    union all select o.person_id, e.valid_to from people.residents_officer_spell o
      join people.residents_election_spell e on e.office_id = o.office_id and e.record_id = o.election_id where o.office_id = ${office}`)

/** Every request about personal data, and the day of its answer. */
export const answeredRequests = (office: number): RawBuilder<unknown> =>
  lastUse(
    sql`select record_id as id, valid_to as until from people.data_request_spell where office_id = ${office}`,
  )
