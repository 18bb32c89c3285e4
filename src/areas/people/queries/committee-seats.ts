import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { CommunityPost, Education, Gaining, PartyPost, Sex, WorkingTime } from '../terms.ts'

/** A committee on a day: of which organisation, seated where, and when the term began that it sits in. */
export type CommitteeDay = {
  readonly organisation: string
  readonly seat: string
  readonly on: Day
  readonly began: Day | null
}

export type HeldSeat = {
  readonly id: string
  readonly person: string
  /** Null, and with it all that is the person's own, where the person lies outside the reader's places. */
  readonly name: string | null
  readonly sex: Sex | null
  readonly birth: string | null
  readonly education: Education | null
  readonly post: PartyPost
  readonly duty: string | null
  readonly rank: number | null
  readonly gained: Gaining
  readonly wonOn: Day | null
  readonly workingTime: WorkingTime
  /** Whether elected for the term; whether in the same committee on the day before it began. */
  readonly elected: boolean
  readonly again: boolean
  /** Posts held in the residents' committee on the day. */
  readonly alsoPosts: CommunityPost[]
}

const committeePosts = ['committee_director', 'committee_deputy', 'committee_member']

/** Who sits in each committee on its day, in no order. The leader of a Party group has no seat in it. */
export async function committeeSeats(
  reader: Reader<unknown>,
  days: readonly CommitteeDay[],
): Promise<HeldSeat[][]> {
  const of = (table: string) => sql.table(`${schemaOf('people', reader.known)}.${table}`)
  const on = (alias: string, day: string) =>
    sql`${sql.ref(`${alias}.valid_from`)} <= ${sql.ref(day)} and (${sql.ref(`${alias}.valid_to`)} is null or ${sql.ref(day)} < ${sql.ref(`${alias}.valid_to`)})`
  const column = <Key extends keyof CommitteeDay>(key: Key) => days.map((day) => day[key])
  const { rows } = await sql<HeldSeat & { nth: number }>`
    select w.nth::int, s.record_id as id, s.person_id as person, coalesce(p.name, p.code) as name, p.sex, p.birth, e.education,
      s.post, s.duty, s.rank, s.gained, s.won_on as "wonOn", s.working_time as "workingTime",
      s.gained = 'elected' and coalesce(s.won_on = w.began, false) as elected,
      exists (select from ${of('party_post_spell')} b where b.office_id = s.office_id and b.organisation_id = s.organisation_id
        and b.person_id = s.person_id and b.post <> 'group_leader' and ${on('b', 'w.eve')}) as again,
      array(select c.post from ${of('community_post_spell')} c where c.office_id = s.office_id and c.person_id = s.person_id
        and c.place_id = w.seat and c.post = any(${committeePosts}::text[]) and ${on('c', 'w.day')}) as "alsoPosts"
    from (select *, began - 1 as eve from unnest(${column('organisation')}::uuid[], ${column('seat')}::uuid[],
        ${column('on')}::date[], ${column('began')}::date[]) with ordinality as d (organisation, seat, day, began, nth)) w
    join ${of('party_post_spell')} s on s.office_id = ${reader.scope.office} and s.organisation_id = w.organisation
      and s.post <> 'group_leader' and ${on('s', 'w.day')}
    left join ${of('person')} p on p.office_id = s.office_id and p.id = s.person_id
    left join ${of('person_spell')} e on e.office_id = s.office_id and e.record_id = s.person_id and ${on('e', 'w.day')}`.execute(
    reader.db,
  )
  const byCommittee = Map.groupBy(rows, ({ nth }) => nth)
  return days.map((_, index) => byCommittee.get(index + 1) ?? [])
}
