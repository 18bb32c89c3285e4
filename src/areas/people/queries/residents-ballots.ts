import type { Reader } from '../../../platform/db/transaction.ts'
import type { Judged } from '../../../platform/records/behaviour.ts'
import {
  type RecordedResidentsBallot,
  residentsRoundOf,
} from '../rules/elections/residents/recorded-round.ts'
import type { ResidentsMode } from '../rules/elections/residents/round.ts'
import type { ResidentsBallotFacts } from '../rules/elections/residents/steps/ballot-rules.ts'
import type { ResidentsElectionFacts } from '../rules/elections/residents/steps/residents-election.ts'
import { residentsContests } from '../terms.ts'
import { isAmong, peopleTables } from './people-tables.ts'
import { residentsContenders, type StandingResident } from './residents-contenders.ts'

type Life = Omit<Judged, 'facts'>
export type ResidentsBallot = Omit<RecordedResidentsBallot, 'contenders'> & {
  readonly id: string
  readonly proxies: number
  readonly contenders: readonly StandingResident[]
}

/** The ballots of residents' elections, by election in the order of posts and rounds, each with who stands in it. */
export async function residentsBallots(
  reader: Reader<unknown>,
  elections: readonly string[],
): Promise<ReadonlyMap<string, ResidentsBallot[]>> {
  const modes = await modesOf(reader, elections)
  const rows = await peopleTables(reader)
    .selectFrom('residents_ballot_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('election_id', elections))
    .where('valid_to', 'is', null)
    .selectAll()
    .orderBy('round')
    .execute()
  const contenders = await residentsContenders(
    reader,
    rows.map(({ record_id }) => record_id),
  )
  const order = Object.keys(residentsContests)
  return Map.groupBy(
    rows
      .toSorted((a, b) => order.indexOf(a.contest) - order.indexOf(b.contest))
      .map((row) => {
        const own = contenders.get(row.record_id) ?? []
        const values = Object.fromEntries(
          Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]),
        )
        return {
          election: row.election_id,
          id: row.record_id,
          contest: row.contest as ResidentsBallot['contest'],
          vote: row.vote as ResidentsBallot['vote'],
          no: row.round,
          seats: row.seats,
          proxies: row.proxies ?? 0,
          contenders: own,
          round: residentsRoundOf(values, modes.get(row.election_id) ?? 'voters', own),
        }
      }),
    ({ election }) => election,
  )
}

async function modesOf(reader: Reader<unknown>, elections: readonly string[]) {
  const rows = await peopleTables(reader)
    .selectFrom('residents_election_spell')
    .where('office_id', '=', reader.scope.office)
    .where(isAmong('record_id', elections))
    .select(['record_id', 'mode'])
    .orderBy('valid_from')
    .execute()
  return new Map(rows.map((row) => [row.record_id, row.mode as ResidentsMode]))
}

/** What the rules on an election need: its rounds. */
export async function residentsElectionFacts(
  reader: Reader<unknown>,
  judged: readonly Life[],
): Promise<ReadonlyMap<string, ResidentsElectionFacts>> {
  const ballots = await residentsBallots(
    reader,
    judged.map(({ id }) => id),
  )
  return new Map(judged.map(({ id }) => [id, { ballots: ballots.get(id) ?? [] }]))
}

/** What the rules on a ballot need: who stands in it, and who may vote. */
export async function residentsBallotFacts(
  reader: Reader<unknown>,
  judged: readonly Life[],
): Promise<ReadonlyMap<string, ResidentsBallotFacts>> {
  const electionOf = ({ spells }: Life) => spells.at(-1)?.attributes['election_id'] ?? ''
  const modes = await modesOf(reader, judged.map(electionOf))
  const contenders = await residentsContenders(
    reader,
    judged.map(({ id }) => id),
  )
  return new Map(
    judged.map((life) => [
      life.id,
      { mode: modes.get(electionOf(life)) ?? 'voters', contenders: contenders.get(life.id) ?? [] },
    ]),
  )
}
