import type { Reader } from '../../../platform/db/transaction.ts'
import { noSuchRecord } from '../../../platform/records/records.ts'
import type { RecordsEngine, StoredRecord } from '../../../platform/records/records-engine.ts'
import type { ElectionTypes } from '../election-types.ts'
import { refuseEnded } from './refuse-ended.ts'

/** The election of a ballot. @throws Refusal NOT_FOUND, and CONFLICT where it has ended and its ballots stand */
export async function openElectionOf(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  { spells }: StoredRecord,
  types: ElectionTypes,
): Promise<StoredRecord> {
  const id = spells.at(-1)?.attributes['election_id'] ?? ''
  const election = (await engine.load(reader, types.election, [id])).get(id)
  if (!election) throw noSuchRecord(types.election, id)
  refuseEnded(election)
  return election
}
