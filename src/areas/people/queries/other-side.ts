import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'

type Life = Omit<Judged, 'facts'>
type Row = { record: string; person: string }

const asMap = (rows: readonly Row[]): Map<string, string[]> =>
  new Map(
    [...Map.groupBy(rows, (row) => row.record)].map(([id, own]) => [id, own.map(({ person }) => person)]),
  )
const named = (judged: readonly Life[], key: string) =>
  judged.map(({ spells }) => spells.at(-1)?.attributes[key] ?? '')

/** By candidacy, who watches over the election or counts in it. */
export async function officialsBeside(reader: Reader<unknown>, judged: readonly Life[]) {
  const table = (name: string) => sql.table(`${schemaOf('people', reader.known)}.${name}`)
  const { rows } = await sql<Row>`select distinct c.record, o.person_id as person
    from unnest(${judged.map(({ id }) => id)}::uuid[], ${named(judged, 'ballot_id')}::uuid[]) as c(record, ballot)
    join ${table('ballot_spell')} b on b.office_id = ${reader.scope.office} and b.record_id = c.ballot
    join ${table('election_officer_spell')} o on o.office_id = b.office_id and o.election_id = b.election_id
      and o.valid_to is null order by 1, 2`.execute(reader.db)
  return asMap(rows)
}

/** By scrutineer or teller, who is a candidate in the election. */
export async function candidatesBeside(reader: Reader<unknown>, judged: readonly Life[]) {
  const table = (name: string) => sql.table(`${schemaOf('people', reader.known)}.${name}`)
  const { rows } = await sql<Row>`select distinct o.record, c.person_id as person
    from unnest(${judged.map(({ id }) => id)}::uuid[], ${named(judged, 'election_id')}::uuid[]) as o(record, election)
    join ${table('ballot_spell')} b on b.office_id = ${reader.scope.office} and b.election_id = o.election
    join ${table('candidacy_spell')} c on c.office_id = b.office_id and c.ballot_id = b.record_id
      and c.way = 'candidate' and c.valid_to is null order by 1, 2`.execute(reader.db)
  return asMap(rows)
}
