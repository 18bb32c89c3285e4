import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import { livesOfPeople } from '../../people/index.ts'
import type { WithPeople } from '../rules/departed-rule.ts'
import type { Posted, PostingFacts } from '../rules/instructor-limit-rule.ts'
import type { PostingKind } from '../terms.ts'
import { enterpriseTables, isAmong } from './enterprise-tables.ts'
import { limitsOf } from './limits-of.ts'

type Drafts = readonly Omit<Judged, 'facts'>[]

const personsIn = (judged: Drafts) =>
  judged.flatMap(({ spells }) => spells.flatMap(({ attributes }) => attributes['person_id'] ?? []))

export async function peopleBeside(
  reader: Reader<unknown>,
  judged: Drafts,
): Promise<ReadonlyMap<string, WithPeople>> {
  const people = await livesOfPeople(reader, personsIn(judged))
  return new Map(judged.map(({ id }) => [id, { people }]))
}

/** The postings of the same persons, as they stand now and as the same write would leave them, and the office's limits. */
export async function postingFacts(
  reader: Reader<unknown>,
  judged: Drafts,
): Promise<ReadonlyMap<string, PostingFacts>> {
  const people = await livesOfPeople(reader, personsIn(judged))
  const drafted = new Set(judged.map(({ id }) => id))
  const stored = await enterpriseTables(reader)
    .selectFrom('posting_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('person_id', personsIn(judged)))
    .select(['record_id', 'person_id', 'company_id', 'kind', 'valid_from', 'valid_to'])
    .execute()
  const all: Posted[] = [
    ...stored
      .filter((row) => !drafted.has(row.record_id))
      .map((row) => ({
        person: row.person_id,
        company: row.company_id,
        kind: row.kind as PostingKind,
        from: row.valid_from,
        to: row.valid_to,
      })),
    ...judged.flatMap(({ spells }) =>
      spells.map(({ from, to, attributes }) => ({
        person: attributes['person_id'] as string,
        company: attributes['company_id'] as string,
        kind: attributes['kind'] as PostingKind,
        from,
        to,
      })),
    ),
  ]
  const postings = Map.groupBy(all, ({ person }) => person)
  const limits = await limitsOf(reader, ['instructor_companies'])
  return new Map(judged.map(({ id }) => [id, { people, postings, limits }]))
}
