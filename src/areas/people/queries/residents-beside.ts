import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Beside } from '../rules/elections/residents/steps/candidacy-rules.ts'

type Life = Omit<Judged, 'facts'>
type Row = Beside[number] & { readonly record: string }
const named = (judged: readonly Life[], key: string) =>
  judged.map(({ spells }) => spells.at(-1)?.attributes[key] ?? '')
const byRecord = (rows: readonly Row[]): ReadonlyMap<string, Beside> =>
  Map.groupBy(rows, ({ record }) => record)

/** By candidacy, who runs the election, watches over it or counts in it. */
export async function residentsOfficersBeside(reader: Reader<unknown>, judged: readonly Life[]) {
  const table = (name: string) => sql.table(`${schemaOf('people', reader.known)}.${name}`)
  const { rows } = await sql<Row>`select distinct c.record, o.person_id as person, o.role
    from unnest(${judged.map(({ id }) => id)}::uuid[], ${named(judged, 'ballot_id')}::uuid[]) as c(record, ballot)
    join ${table('residents_ballot_spell')} b on b.office_id = ${reader.scope.office} and b.record_id = c.ballot
    join ${table('residents_officer_spell')} o on o.office_id = b.office_id and o.election_id = b.election_id
      and o.valid_to is null order by 1, 2, 3`.execute(reader.db)
  return byRecord(rows)
}

/** By officer, who is a candidate in the election, with the officer's own duty. */
export async function residentsCandidatesBeside(reader: Reader<unknown>, judged: readonly Life[]) {
  const table = (name: string) => sql.table(`${schemaOf('people', reader.known)}.${name}`)
  const { rows } = await sql<Row>`select distinct o.record, c.person_id as person, o.role
    from unnest(${judged.map(({ id }) => id)}::uuid[], ${named(judged, 'election_id')}::uuid[],
      ${named(judged, 'role')}::text[]) as o(record, election, role)
    join ${table('residents_ballot_spell')} b on b.office_id = ${reader.scope.office} and b.election_id = o.election
    join ${table('residents_candidacy_spell')} c on c.office_id = b.office_id and c.ballot_id = b.record_id
      and c.way = 'candidate' and c.valid_to is null order by 1, 2, 3`.execute(reader.db)
  return byRecord(rows)
}
