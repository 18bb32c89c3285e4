import { sql } from 'kysely'
import type { Reader } from '../../../platform/db/transaction.ts'
import { schemaOf } from '../../../platform/figures/hierarchy.ts'
import type { RecordsEngine, StoredRecord } from '../../../platform/records/records-engine.ts'
import { ballotType } from '../records.ts'
import { type BallotFacts, roundOf } from '../rules/elections/ballot-round.ts'
import type { RecordedBallot } from '../rules/elections/confirmation/recorded-ballot.ts'
import type { Contest } from '../terms.ts'
import { ballotFacts } from './ballot-facts.ts'

export type ElectionBallot = RecordedBallot & { readonly record: StoredRecord; readonly facts: BallotFacts }

/** The ballots of an election in the order of their rounds, each with who stands in it. */
export async function ballotsOf(
  reader: Reader<unknown>,
  engine: RecordsEngine,
  election: string,
): Promise<ElectionBallot[]> {
  const { rows } = await sql<{ id: string }>`select distinct record_id as id
    from ${sql.table(`${schemaOf('people', reader.known)}.ballot_spell`)}
    where office_id = ${reader.scope.office} and election_id = ${election}`.execute(reader.db)
  const stored = await engine.load(
    reader,
    ballotType,
    rows.map(({ id }) => id),
  )
  const lives = [...stored.values()].map((record) => ({ ...record, title: '' }))
  const facts = await ballotFacts(reader, lives)
  return lives
    .map((record) => {
      const ballot = record.spells.at(-1)?.attributes ?? {}
      const own = facts.get(record.id) as BallotFacts
      return {
        record,
        facts: own,
        contest: ballot['contest'] as Contest,
        vote: ballot['vote'] as RecordedBallot['vote'],
        no: Number(ballot['round']),
        seats: Number(ballot['seats']),
        settled: ballot['settled'] === 'fewer',
        round: roundOf({ ...record, facts: own }),
      }
    })
    .sort((a, b) => (a.contest === b.contest ? a.no - b.no : a.contest < b.contest ? -1 : 1))
}
