import type { Reader } from '../../../../platform/db/transaction.ts'
import { findingView } from '../../../../platform/records/finding-view.ts'
import type { RecordsEngine, StoredRecord } from '../../../../platform/records/records-engine.ts'
import { inStrokeOrder } from '../../../../platform/values/stroke-order.ts'
import type { StrokesOf } from '../../../../platform/values/strokes.ts'
import type { ResidentsBallot } from '../../queries/residents-ballots.ts'
import { residentsBallotType } from '../../records.ts'
import type { ResidentsBallotView } from '../../residents-view-schema.ts'
import { validBallots } from '../../rules/elections/ballots.ts'
import { decideResidentsRound, type ResidentsOutcome } from '../../rules/elections/residents/outcome.ts'
import { residentsOutcomes } from '../../rules/elections/residents/tally.ts'

/** A round with its list, its count and what follows from it. */
export async function viewResidentsBallot(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  record: StoredRecord,
  { id, contest, vote, no, seats, round, contenders }: ResidentsBallot,
  strokesOf: StrokesOf,
): Promise<ResidentsBallotView> {
  const outcome = round ? decideResidentsRound(round) : null
  const counted = outcome?.result.kind === 'counted' ? outcome.result.contenders : []
  const listed = contenders.filter(({ way }) => way === 'candidate')
  const byStrokes = inStrokeOrder(listed, ({ name }) => name, strokesOf)
  const proxies = (key: string) => Number(record.spells.at(-1)?.attributes[key] ?? 0)
  return {
    id,
    version: String(record.version),
    contest,
    vote,
    no,
    seats,
    on: round?.on ?? null,
    figures: round && {
      entitled: round.entitled,
      participants: round.participants,
      issued: round.ballots.issued,
      returned: round.ballots.returned,
      void: round.ballots.void,
      proxies: proxies('proxies'),
      mostProxies: proxies('most_proxies'),
      candidateProxies: proxies('candidate_proxies'),
      unwrittenProxies: proxies('unwritten_proxies'),
      valid: validBallots(round.ballots),
    },
    contenders: contenders.map((each) => {
      const came = counted.find((one) => one.id === each.personId)?.outcome
      return {
        candidacy: each.candidacy,
        personId: each.personId,
        name: each.name,
        way: each.way,
        position: each.position,
        movedByHand: each.way === 'candidate' && byStrokes.ordered.indexOf(each) + 1 !== each.position,
        nominatedBy: each.nominatedBy,
        nominators: each.nominators,
        votes: each.votes,
        outcome: came ? residentsOutcomes[came] : null,
        elected: came === 'elected',
      }
    }),
    withoutStrokes: byStrokes.withoutStrokes.map(({ item, characters }) => ({
      name: item.name,
      characters: [...characters],
    })),
    undecided: byStrokes.undecided.map(({ items }) => items.map(({ name }) => name)),
    outcome: outcome && shown(outcome),
    findings: (await engine.judge(reader, residentsBallotType, [record])).map((one) => findingView(one)),
  }
}

function shown({ result }: ResidentsOutcome): ResidentsBallotView['outcome'] {
  const none = { kind: result.kind, participantsNeeded: null, votesNeeded: null, steps: [] }
  if (result.kind === 'notJudged' || result.kind === 'contradictory') return none
  const participantsNeeded = result.validity.needed
  if (result.kind === 'invalid') return { ...none, participantsNeeded }
  const steps = result.steps.map(({ message, basis }) => ({ message, basis }))
  return { kind: result.kind, participantsNeeded, votesNeeded: result.votesNeeded, steps }
}
