import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { livesOfOrganisations } from '../../organisation/index.ts'
import type { WithOrganisation } from '../rules/organisation-in-force.ts'
import type { Holder, PartyPostFacts } from '../rules/posts/party-post-facts.ts'
import type { MemberCategory, PartyPost } from '../terms.ts'
import { everIn, isAmong, peopleTables } from './people-tables.ts'
import { postsBeside } from './posts-beside.ts'

type Drafts = readonly Omit<Judged, 'facts'>[]

/** What posts stand beside: those in their organisations and of their holders, as they stand now and as the same write would leave them. */
export async function partyPostFacts(
  reader: Reader<unknown>,
  judged: Drafts,
): Promise<ReadonlyMap<string, PartyPostFacts>> {
  const posts = await postsBeside<PartyPost>(reader, judged, {
    name: 'party_post',
    where: 'organisation_id',
    by: ['organisation_id', 'person_id'],
  })
  const held = posts.map(({ where: organisation, ...one }) => ({ ...one, organisation }))
  const facts: PartyPostFacts = {
    organisations: await livesOfOrganisations(
      reader,
      held.map(({ organisation }) => organisation),
    ),
    holders: await holdersOf(reader, [...new Set(held.map(({ person }) => person))]),
    inOrganisation: Map.groupBy(held, ({ organisation }) => organisation),
    ofPerson: Map.groupBy(held, ({ person }) => person),
  }
  return new Map(judged.map(({ id }) => [id, facts]))
}

/** The lives of the organisations that records stand with. */
export async function organisationsBeside(
  reader: Reader<unknown>,
  judged: Drafts,
): Promise<ReadonlyMap<string, WithOrganisation>> {
  const facts = { organisations: await livesOfOrganisations(reader, everIn(judged, 'organisation_id')) }
  return new Map(judged.map(({ id }) => [id, facts]))
}

async function holdersOf(reader: Reader<unknown>, ids: readonly string[]): Promise<Map<string, Holder>> {
  const rows = await peopleTables(reader)
    .selectFrom('person_spell as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.office_id', '=', 's.office_id').onRef('p.id', '=', 's.record_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .where(isAmong('s.record_id', ids))
    .select(['s.record_id', 'p.name', 's.category', 's.valid_from as from', 's.valid_to as to'])
    .execute()
  const byId = Map.groupBy(rows, (row) => row.record_id)
  return new Map(
    [...byId].map(([id, spells]) => [
      id,
      {
        name: spells[0]?.name ?? null,
        spells: spells.map(({ from, to, category }) => ({
          from,
          to,
          category: category as MemberCategory | null,
        })),
      },
    ]),
  )
}
