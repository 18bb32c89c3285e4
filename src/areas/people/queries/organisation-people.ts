import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Day } from '../../../platform/values/day.ts'
import type { OrganisationPeople } from '../rules/organisations/organisation-people.ts'
import type { MemberCategory, PartyPost } from '../terms.ts'
import { isAmong, peopleTables } from './people-tables.ts'

/** Who is in many organisations, and since when the office keeps registers of that. */
export async function organisationPeople(
  reader: Reader<unknown>,
  judged: readonly Pick<Judged, 'id'>[],
): Promise<ReadonlyMap<string, OrganisationPeople>> {
  const tables = peopleTables(reader)
  const ids = judged.map(({ id }) => id)
  const members = await tables
    .selectFrom('person_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('branch_id', ids))
    .select(['branch_id', 'category', 'valid_from as from', 'valid_to as to'])
    .execute()
  const posts = await tables
    .selectFrom('party_post_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('organisation_id', ids))
    .select(['organisation_id', 'person_id as person', 'post', 'valid_from as from', 'valid_to as to'])
    .execute()
  const membersIn = Map.groupBy(
    members.map((row) => ({ ...row, category: row.category as MemberCategory | null })),
    (row) => row.branch_id,
  )
  const postsIn = Map.groupBy(
    posts.map((row) => ({ ...row, post: row.post as PartyPost })),
    (row) => row.organisation_id,
  )
  const kept = await keptSince(reader)
  return new Map(
    ids.map((id) => [id, { members: membersIn.get(id) ?? [], posts: postsIn.get(id) ?? [], ...kept }]),
  )
}

async function keptSince(
  reader: Reader<unknown>,
): Promise<Pick<OrganisationPeople, 'membersSince' | 'postsSince'>> {
  const tables = peopleTables(reader)
  const first = sql<Day | null>`min(valid_from)`.as('first')
  const members = await tables
    .selectFrom('person_spell')
    .where('office_id', '=', reader.scope.office)
    .where('branch_id', 'is not', null)
    .select(first)
    .executeTakeFirst()
  const posts = await tables
    .selectFrom('party_post_spell')
    .where('office_id', '=', reader.scope.office)
    .select(first)
    .executeTakeFirst()
  return { membersSince: members?.first ?? null, postsSince: posts?.first ?? null }
}
