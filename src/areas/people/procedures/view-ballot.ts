import type { Reader } from '../../../platform/db/transaction.ts'
import { findingView } from '../../../platform/records/finding-view.ts'
import type { Records } from '../../../platform/records/records.ts'
import { inStrokeOrder } from '../../../platform/values/stroke-order.ts'
import type { StrokesOf } from '../../../platform/values/strokes.ts'
import type { ElectionBallotView } from '../election-view-schema.ts'
import { candidaciesOf } from '../queries/candidacies-of.ts'
import type { ElectionBallot } from '../queries/election-ballots.ts'
import { ballotType, candidacyType } from '../records.ts'
import { isPast } from '../rules/elections/ballot-round.ts'
import { instruments } from '../rules/elections/instruments.ts'
import { majorityBasis } from '../rules/elections/party/next-steps.ts'
import { decidePartyRound, type PartyOutcome } from '../rules/elections/party/outcome.ts'
import { contenderOutcomes } from '../rules/elections/party/tally.ts'
import { text } from '../../../platform/text.ts'

/** A round with its list, its count and what follows from it. */
export async function viewBallot(
  { engine }: Records,
  reader: Reader<unknown>,
  { record, facts, contest, vote, no, seats, settled, round }: ElectionBallot,
  strokesOf: StrokesOf,
): Promise<ElectionBallotView> {
  const outcome = round ? decidePartyRound(round) : null
  const candidacies = new Map(
    (await candidaciesOf(reader, engine, candidacyType, record.id)).map(({ id, spells }) => [
      spells.at(-1)?.attributes['person_id'] ?? '',
      id,
    ]),
  )
  const listed = facts.contenders.filter(({ way }) => way === 'candidate')
  const byStrokes = inStrokeOrder(listed, ({ name }) => name, strokesOf)
  return {
    id: record.id,
    version: String(record.version),
    code: String(record.header['code']),
    contest,
    vote,
    no,
    seats,
    on: round?.on ?? null,
    figures: round && {
      due: round.due,
      present: round.present,
      issued: round.ballots.issued,
      returned: round.ballots.returned,
      void: round.ballots.void,
      valid: outcome?.ballots.valid ?? 0,
    },
    contenders: facts.contenders.map((each) => {
      const counted = outcome ? countedAs(outcome, each.personId) : null
      return {
        candidacy: candidacies.get(each.personId) ?? '',
        personId: each.personId,
        name: each.name,
        way: each.way,
        position: each.position,
        movedByHand: each.way === 'candidate' && byStrokes.ordered.indexOf(each) + 1 !== each.position,
        votes: each.votes,
        outcome: counted && contenderOutcomes[counted],
        elected: counted === 'elected',
      }
    }),
    withoutStrokes: byStrokes.withoutStrokes.map(({ item, characters }) => ({
      name: item.name,
      characters: [...characters],
    })),
    undecided: byStrokes.undecided.map(({ items }) => items.map(({ name }) => name)),
    // What a past count left to be done is past as well.
    outcome: outcome && { ...shownOutcome(outcome), ...(isPast(record) ? { steps: [] } : {}) },
    offers: outcome && !isPast(record) ? offersOf(outcome, settled) : [],
    findings: (await engine.judge(reader, ballotType, [record])).map((finding) => findingView(finding)),
  }
}

/** What may be recorded of a count that leaves something open: the ruling on a majority, and to do with fewer. */
function offersOf({ result }: PartyOutcome, settled: boolean): ElectionBallotView['offers'] {
  const steps = result.kind === 'counted' ? result.steps : []
  return [
    ...(steps.some(({ step }) => step === 'refer') ? (['ruled'] as const) : []),
    ...(!settled && steps.some((step) => step.step === 'fillVacancies' && step.maySettleForFewer)
      ? (['settled_for_fewer'] as const)
      : []),
  ]
}

function countedAs({ result }: PartyOutcome, person: string) {
  if (result.kind !== 'counted') return null
  return result.contenders.find(({ id }) => id === person)?.outcome ?? null
}

const shownOutcome = ({ regime, quorum, lines, result }: PartyOutcome) => ({
  kind: result.kind,
  regime: instruments[regime].name,
  quorum: { needed: quorum.needed, held: quorum.held },
  lines,
  majority: regime === 'party1990' ? ofPresent : majorityBasis.basis,
  steps: result.kind === 'counted' ? result.steps.map(({ message, basis }) => ({ message, basis })) : [],
})

const ofPresent = text(
  '当选须得赞成票超过实到会有选举权人数的半数（1990年规定）',
  'Elected by more than half of the voters present (regulations of 1990)',
)
