import type { Reader } from '../../../platform/db/transaction.ts'
import type { WantedRecord } from '../../../platform/records/records-engine.ts'
import type { Text } from '../../../platform/text.ts'
import { endedWords } from '../rules/elections/ended-words.ts'
import { isAmong, peopleTables } from './people-tables.ts'

type Settled = (
  reader: Reader<unknown>,
  wanted: readonly WantedRecord[],
) => Promise<ReadonlyMap<string, Text>>

/** What a record names, or named before the act that is asked about. */
const namedIn = ({ events }: WantedRecord, key: string) => events.flatMap(({ sets }) => sets[key] ?? [])

/** Of what belongs to an election: why it stands as it is once that is confirmed or cancelled. */
export const ofEndedElection: Settled = async (reader, wanted) =>
  whereEnded(
    wanted,
    'election_id',
    await ended(
      reader,
      wanted.flatMap((each) => namedIn(each, 'election_id')),
    ),
  )

/** The same of a candidacy, by its ballot. */
export const inBallotOfEnded: Settled = async (reader, wanted) => {
  const ballots = await peopleTables(reader)
    .selectFrom('ballot_spell')
    .where('office_id', '=', reader.scope.office)
    .where(
      isAmong(
        'record_id',
        wanted.flatMap((each) => namedIn(each, 'ballot_id')),
      ),
    )
    .select(['record_id', 'election_id'])
    .execute()
  const elections = await ended(
    reader,
    ballots.map(({ election_id }) => election_id),
  )
  const byBallot = ballots.flatMap(({ record_id, election_id }): [string, Text][] => {
    const words = elections.get(election_id)
    return words ? [[record_id, words]] : []
  })
  return whereEnded(wanted, 'ballot_id', new Map(byBallot))
}

function whereEnded(wanted: readonly WantedRecord[], key: string, over: ReadonlyMap<string, Text>) {
  return new Map(
    wanted.flatMap((each): [string, Text][] => {
      const words = namedIn(each, key).flatMap((named) => over.get(named) ?? [])[0]
      return words ? [[each.id, words]] : []
    }),
  )
}

async function ended(reader: Reader<unknown>, ids: readonly string[]): Promise<Map<string, Text>> {
  if (ids.length === 0) return new Map()
  const rows = await peopleTables(reader)
    .selectFrom('election_event')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', ids))
    .where('kind', 'in', Object.keys(endedWords))
    .select(['record_id', 'kind'])
    .execute()
  return new Map(rows.map(({ record_id, kind }) => [record_id, endedWords[kind as keyof typeof endedWords]]))
}
