import type { Reader } from '../../../platform/db/transaction.ts'
import type { WantedRecord } from '../../../platform/records/records-engine.ts'
import type { Text } from '../../../platform/text.ts'
import { isPast } from '../rules/elections/ballot-round.ts'
import { endedWords, runHere } from '../rules/elections/ended-words.ts'
import { isAmong, peopleTables } from './people-tables.ts'

type Settled = (
  reader: Reader<unknown>,
  wanted: readonly WantedRecord[],
) => Promise<ReadonlyMap<string, Text>>
/** A past election takes what its paper says at any time; one run here, what is recorded in its steps until it ends. */
type Standing = { readonly past: boolean; readonly ended: Text | null }

/** What a record names, or named before the act that is asked about. */
const namedIn = ({ events }: WantedRecord, key: string) => events.flatMap(({ sets }) => sets[key] ?? [])

/** Of what belongs to an election: why it stands as it is once that is confirmed or cancelled. */
export const ofEndedElection: Settled = async (reader, wanted) => {
  const named = wanted.flatMap((each) => namedIn(each, 'election_id'))
  return whereSettled(wanted, 'election_id', await standingOf(reader, named))
}

/** The same of a candidacy, by its ballot. */
export const inBallotOfEnded: Settled = async (reader, wanted) => {
  const named = wanted.flatMap((each) => namedIn(each, 'ballot_id'))
  const ballots = await peopleTables(reader)
    .selectFrom('ballot_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', named))
    .select(['record_id', 'election_id'])
    .execute()
  const elections = await standingOf(
    reader,
    ballots.map(({ election_id }) => election_id),
  )
  const byBallot = ballots.flatMap(({ record_id, election_id }): [string, Standing][] => {
    const standing = elections.get(election_id)
    return standing ? [[record_id, standing]] : []
  })
  return whereSettled(wanted, 'ballot_id', new Map(byBallot))
}

function whereSettled(wanted: readonly WantedRecord[], key: string, over: ReadonlyMap<string, Standing>) {
  return new Map(
    wanted.flatMap((each): [string, Text][] => {
      const run = namedIn(each, key)
        .flatMap((named) => over.get(named) ?? [])
        .filter(({ past }) => !past)
      const why = run.find(({ ended }) => ended)?.ended ?? (run.length > 0 && isPast(each) ? runHere : null)
      return why ? [[each.id, why]] : []
    }),
  )
}

async function standingOf(reader: Reader<unknown>, ids: readonly string[]): Promise<Map<string, Standing>> {
  if (ids.length === 0) return new Map()
  const rows = await peopleTables(reader)
    .selectFrom('election_event')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', ids))
    .select(['record_id', 'kind'])
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ record_id }) => record_id)].map(([id, events]) => {
      const end = events.find(({ kind }) => kind in endedWords)
      const ended = end ? endedWords[end.kind as keyof typeof endedWords] : null
      return [id, { past: events.some(({ kind }) => kind === 'recorded'), ended }]
    }),
  )
}
