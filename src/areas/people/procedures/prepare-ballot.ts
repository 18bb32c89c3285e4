import { sql } from 'kysely'
import { newId } from '../../../platform/db/id.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import { type Asking, inChange, refuseFuture, refuseStopped } from '../../../platform/records/write-change.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import { text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inStrokeOrder } from '../../../platform/values/stroke-order.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import { ballotType, candidacyType, electionType, personType } from '../records.ts'
import { type Contest, contests } from '../terms.ts'
import { refuseEnded } from './refuse-ended.ts'

export type PrepareInput = {
  readonly election: string
  readonly contest: Contest
  readonly vote: 'first' | 'further' | 'tie'
  readonly seats: number
  readonly onDate: Day
  /** Persons; the list puts them by the strokes of their surnames. */
  readonly candidates: readonly string[]
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}

/** The next round of a contest, with its list of candidates in the order of the law. */
export async function prepareBallot(records: Records, asking: Asking, input: PrepareInput) {
  refuseFuture(input.onDate)
  const strokesOf = await loadStrokes()
  const { engine } = records
  const body = { ...input, type: ballotType.id, reason: null }
  return await inChange(records, asking, 'event', body, async (writer, reader) => {
    const election = (await engine.load(reader, electionType, [input.election])).get(input.election)
    if (!election) throw noSuchRecord(electionType, input.election)
    refuseEnded(election)
    const names = await engine.titlesOf(reader, personType, input.candidates)
    const persons = [...new Set(input.candidates)]
    for (const person of persons) if (!names.has(person)) throw noSuchRecord(personType, person)
    const round = (await roundsOf(reader, input.election, input.contest)) + 1
    const event = { onDate: input.onDate, seq: 1, documentNo: null, reason: null }
    const ballot = {
      id: newId(),
      header: {
        code: `${String(election.header['code'])}-${contests[input.contest].zh}-${round}`,
        invented: election.header['invented'] ?? false,
      },
      events: [
        {
          ...event,
          id: newId(),
          kind: 'prepared',
          sets: {
            election_id: input.election,
            contest: input.contest,
            vote: input.vote,
            round: String(round),
            seats: String(input.seats),
          },
        },
      ],
    }
    const { ordered } = inStrokeOrder(persons, (person) => names.get(person) ?? '', strokesOf)
    const listed = ordered.map((person, at) => ({
      id: newId(),
      header: {},
      events: [
        {
          ...event,
          id: newId(),
          kind: 'listed',
          sets: {
            person_id: person,
            ballot_id: ballot.id,
            way: 'candidate',
            list_no: String(at + 1),
          },
        },
      ],
    }))
    const findings = [
      ...(await engine.save(writer, ballotType, [ballot])),
      ...(await engine.save(writer, candidacyType, listed)),
    ]
    refuseStopped(findings, input.overrides)
    return {
      id: ballot.id,
      version: String(writer.change),
      findings: findings.map((one) => findingView(one)),
    }
  })
}

/** @throws Refusal CONFLICT where the round before is still to be counted */
async function roundsOf(reader: Reader<unknown>, election: string, contest: Contest): Promise<number> {
  const { rows } = await sql<{ round: number; counted: boolean }>`select round, due is not null as counted
    from people.ballot_spell where office_id = ${reader.scope.office} and election_id = ${election}
    and contest = ${contest} and valid_to is null order by round desc limit 1`.execute(reader.db)
  const [last] = rows
  if (last && !last.counted) throw new Refusal('CONFLICT', uncounted(last.round), { round: last.round })
  return last?.round ?? 0
}

const uncounted = (round: number) =>
  text(
    `第${round}轮投票尚未计票，先登记计票结果，再准备下一轮。`,
    `Round ${round} is not counted yet: record its count before the next one is prepared.`,
  )
