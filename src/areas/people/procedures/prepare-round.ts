import { sql } from 'kysely'
import { newId } from '../../../platform/db/id.ts'
import type { Reader } from '../../../platform/db/transaction.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import type { RecordType } from '../../../platform/records/record-type.ts'
import { noSuchRecord, type Records } from '../../../platform/records/records.ts'
import { type Asking, inChange, refuseFuture, refuseStopped } from '../../../platform/records/write-change.ts'
import { Refusal } from '../../../platform/refusal.ts'
import type { Override } from '../../../platform/rules/judge.ts'
import { type Text, text } from '../../../platform/text.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inStrokeOrder } from '../../../platform/values/stroke-order.ts'
import { loadStrokes } from '../../../platform/values/strokes.ts'
import type { ElectionTypes } from '../election-types.ts'
import { personType } from '../records.ts'
import { refuseEnded } from './refuse-ended.ts'

type Preparing = {
  readonly election: string
  readonly contest: string
  readonly vote: string
  readonly seats: number
  readonly onDate: Day
  /** Persons and what is said of their standing; the list puts them by the strokes of their surnames. */
  readonly candidates: readonly { readonly personId: string; readonly sets: Sets }[]
  readonly idempotencyKey: string
  readonly overrides: readonly Override[]
}
type Sets = Readonly<Record<string, string | null>>
/** What is voted on, and the figure by which a round is known to be counted. */
type Kind = {
  readonly types: ElectionTypes
  readonly contests: Readonly<Record<string, Text>>
  readonly figure: string
}

/** The next round of a contest, with its list of candidates in the order of their surnames. */
export async function prepareRound(
  records: Records,
  asking: Asking,
  input: Preparing,
  { types, contests, figure }: Kind,
) {
  refuseFuture(input.onDate)
  const strokesOf = await loadStrokes()
  const { engine } = records
  const body = { ...input, type: types.ballot.id, reason: null }
  return await inChange(records, asking, 'event', body, async (writer, reader) => {
    const election = (await engine.load(reader, types.election, [input.election])).get(input.election)
    if (!election) throw noSuchRecord(types.election, input.election)
    refuseEnded(election)
    const standing = new Map(input.candidates.map(({ personId, sets }) => [personId, sets]))
    const persons = [...standing.keys()]
    const names = await engine.titlesOf(reader, personType, persons)
    for (const person of persons) if (!names.has(person)) throw noSuchRecord(personType, person)
    const round = (await roundsOf(reader, types.ballot, figure, input)) + 1
    const event = { onDate: input.onDate, seq: 1, documentNo: null, reason: null }
    const ballot = {
      id: newId(),
      header: {
        code: `${String(election.header['code'])}-${contests[input.contest]?.zh}-${round}`,
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
            ...standing.get(person),
          },
        },
      ],
    }))
    const findings = [
      ...(await engine.save(writer, types.ballot, [ballot])),
      ...(await engine.save(writer, types.candidacy, listed)),
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
async function roundsOf(
  reader: Reader<unknown>,
  ballot: RecordType,
  figure: string,
  { election, contest }: Pick<Preparing, 'election' | 'contest'>,
): Promise<number> {
  const { rows } = await sql<{
    round: number
    counted: boolean
  }>`select round, ${sql.ref(figure)} is not null as counted
    from ${sql.table(`${ballot.id}_spell`)} where office_id = ${reader.scope.office} and election_id = ${election}
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
