import type { Reader } from '../../../platform/db/transaction.ts'
import type { WantedRecord } from '../../../platform/records/records-engine.ts'
import type { Text } from '../../../platform/text.ts'
import { endedWords } from '../rules/elections/ended-words.ts'
import { isAmong, peopleTables } from './people-tables.ts'

type Settled = (
  reader: Reader<unknown>,
  wanted: readonly WantedRecord[],
) => Promise<ReadonlyMap<string, Text>>
type Ended = keyof typeof endedWords

const namedIn = ({ events }: WantedRecord, key: string) => events.flatMap(({ sets }) => sets[key] ?? [])

/** What belongs to a residents' election stands as it is once that is confirmed or cancelled. */
export const ofSettledResidents: Settled = async (reader, wanted) => {
  const named = (each: WantedRecord) => namedIn(each, 'election_id')
  return where(wanted, named, await endedAmong(reader, wanted.flatMap(named)))
}

/** The same of a candidacy, by its ballot. */
export const inBallotOfSettledResidents: Settled = async (reader, wanted) => {
  const named = (each: WantedRecord) => namedIn(each, 'ballot_id')
  const ballots = await peopleTables(reader)
    .selectFrom('residents_ballot_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', wanted.flatMap(named)))
    .select(['record_id', 'election_id'])
    .execute()
  const ended = await endedAmong(
    reader,
    ballots.map(({ election_id }) => election_id),
  )
  const byBallot = ballots.flatMap(({ record_id, election_id }): [string, Text][] => {
    const why = ended.get(election_id)
    return why ? [[record_id, why]] : []
  })
  return where(wanted, named, new Map(byBallot))
}

/** After its confirmation an election takes the hand-over and nothing else; that may be corrected and taken away again. */
export const settledResidents: Settled = async (reader, wanted) => {
  const ids = wanted.map(({ id }) => id)
  const ended = await endedAmong(reader, ids, ['confirmed'])
  const rows = await peopleTables(reader)
    .selectFrom('residents_election_event')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', [...ended.keys()]))
    .where('kind', '!=', 'handed_over')
    .select(['id', 'record_id', 'on_date', 'kind', 'sets', 'document_no'])
    .execute()
  const stored = Map.groupBy(rows, ({ record_id }) => record_id)
  const changed = ({ id, events }: WantedRecord) => {
    const before = stored.get(id) ?? []
    const others = events.filter(({ kind }) => kind !== 'handed_over')
    return (
      others.length !== before.length ||
      others.some((event) => {
        const same = before.find((row) => row.id === event.id)
        return (
          same === undefined ||
          same.on_date !== event.onDate ||
          same.document_no !== event.documentNo ||
          !sameValues(same.sets as Values, event.sets)
        )
      })
    )
  }
  return new Map(
    wanted.flatMap((each): [string, Text][] => {
      const why = ended.get(each.id)
      return why && changed(each) ? [[each.id, why]] : []
    }),
  )
}

type Values = Readonly<Record<string, string | null>>
const sameValues = (one: Values, other: Values) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    (key) => (one[key] ?? null) === (other[key] ?? null),
  )

function where(
  wanted: readonly WantedRecord[],
  named: (each: WantedRecord) => readonly string[],
  ended: ReadonlyMap<string, Text>,
) {
  return new Map(
    wanted.flatMap((each): [string, Text][] => {
      const why = named(each).flatMap((id) => ended.get(id) ?? [])[0]
      return why ? [[each.id, why]] : []
    }),
  )
}

async function endedAmong(
  reader: Reader<unknown>,
  ids: readonly string[],
  kinds: readonly Ended[] = Object.keys(endedWords) as Ended[],
): Promise<Map<string, Text>> {
  if (ids.length === 0) return new Map()
  const rows = await peopleTables(reader)
    .selectFrom('residents_election_event')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', ids))
    .where('kind', 'in', [...kinds])
    .select(['record_id', 'kind'])
    .execute()
  return new Map(rows.map(({ record_id, kind }) => [record_id, endedWords[kind as Ended]]))
}
