import type { Reader } from '../../../platform/db/transaction.ts'
import type { RecordedResident } from '../rules/elections/residents/recorded-round.ts'
import { isAmong, peopleTables } from './people-tables.ts'

/** Somebody who stands in a ballot and has not withdrawn, with the candidacy. */
export type StandingResident = RecordedResident & { readonly candidacy: string }

/** Who stands in residents' ballots, by ballot in the order of the list; the written in come last. */
export async function residentsContenders(
  reader: Reader<unknown>,
  ballots: readonly string[],
): Promise<ReadonlyMap<string, StandingResident[]>> {
  const rows = await peopleTables(reader)
    .selectFrom('residents_candidacy_spell as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.office_id', '=', 's.office_id').onRef('p.id', '=', 's.person_id'),
    )
    .where('s.office_id', '=', reader.scope.office)
    .where(isAmong('s.ballot_id', ballots))
    .where('s.valid_to', 'is', null)
    .select(['s.record_id', 's.ballot_id', 's.person_id', 's.way', 's.list_no', 's.votes_for'])
    .select(['s.nominated_by', 's.nominators', 'p.name', 'p.code', 'p.sex', 'p.birth'])
    .orderBy('s.ballot_id')
    .orderBy('s.list_no', (order) => order.asc().nullsLast())
    .orderBy('s.record_id')
    .execute()
  const standing = rows.map((row) => ({
    ballot: row.ballot_id,
    candidacy: row.record_id,
    personId: row.person_id,
    name: row.name ?? row.code,
    sex: row.sex as RecordedResident['sex'],
    birth: row.birth,
    way: row.way as RecordedResident['way'],
    position: row.list_no,
    votes: row.votes_for,
    nominatedBy: row.nominated_by as RecordedResident['nominatedBy'],
    nominators: row.nominators,
  }))
  return Map.groupBy(standing, ({ ballot }) => ballot)
}
