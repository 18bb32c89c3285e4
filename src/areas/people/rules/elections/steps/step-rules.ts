import { defineRule, type Rule } from '../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../../platform/timeline/timeline.ts'
import type { Day } from '../../../../../platform/values/day.ts'
import { inForce } from '../../../../../platform/values/spell.ts'
import { parts } from '../findings.ts'
import { always, byPractice } from '../instruments.ts'
import { isPast } from '../ballot-round.ts'
import { leadTimesOn } from '../calendar/lead-times.ts'
import { expiryOfTerm } from '../term-length.ts'
import { type TermElection, termElectionRules } from '../term-rules.ts'
import type { Election } from './election-facts.ts'
import { type ElectionStep, electionSteps, stepsWithDocument } from './election-steps.ts'
import { stepWords } from './step-words.ts'

const firstOf = (events: readonly TimelineEvent[], kind: ElectionStep) =>
  events.find((event) => event.kind === kind)

/** Steps that were done before the one that goes before them, each with that one. */
function stepsOutOfOrder(events: readonly TimelineEvent[]): { step: ElectionStep; missing: ElectionStep }[] {
  return electionSteps.flatMap((step, at) => {
    const done = firstOf(events, step)
    const missing = electionSteps[at - 1]
    if (!done || !missing) return []
    const before = firstOf(events, missing)
    return before && before.onDate <= done.onDate ? [] : [{ step, missing }]
  })
}

const inOrder = defineRule<Election>({
  id: 'R-S4-10',
  name: text('选举步骤依次进行', 'The steps of an election are taken in turn'),
  ...byPractice(
    text(
      '换届选举请示、批复，候选人预备人选请示、批复，选举，上报结果，依次进行',
      'Request and reply, nominees and reply, election, report: one after another',
    ),
  ),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: ({ events }) =>
    parts(
      (isPast({ events }) ? [] : stepsOutOfOrder(events)).map(({ step, missing }) =>
        text(
          `“${stepWords[step].zh}”之前应当先有“${stepWords[missing].zh}”，尚未登记或日期在后，请先登记或更正日期。`,
          `“${stepWords[missing].en}” comes before “${stepWords[step].en}”: it is not recorded, or is dated later. Record it first or correct the day.`,
        ),
      ),
    ),
})

const documented = defineRule<Election>({
  id: 'R-S4-11',
  name: text('请示、批复写明文号', 'Requests and replies carry their number'),
  ...byPractice(
    text('请示、批复、报告归档时写明文号', 'Requests, replies and reports are filed by their number'),
  ),
  inForce: always,
  weight: 'inform',
  judges: 'act',
  check: ({ events }) =>
    parts(
      stepsWithDocument
        .filter((step) => events.some(({ kind, documentNo }) => kind === step && !documentNo?.trim()))
        .map((step) =>
          text(
            `“${stepWords[step].zh}”没有文号，请补填。`,
            `“${stepWords[step].en}” has no document number: add it.`,
          ),
        ),
    ),
})

const onItsDay = defineRule<Election>({
  id: 'R-S4-12',
  name: text('投票日与会议日一致', 'Votes are counted from the day of the meeting on'),
  ...byPractice(text('先开会，后计票、上报', 'The meeting comes first, then the count and the report')),
  inForce: always,
  weight: 'warn',
  judges: 'act',
  check: ({ events, facts }) => {
    const held = firstOf(events, 'held')
    const reported = firstOf(events, 'reported')
    const counted = facts?.counted ?? []
    const messages: Text[] = []
    if (reported && counted.length === 0)
      messages.push(
        text(
          '还没有登记计票结果，不能上报，请先登记。',
          'No count is recorded yet, so there is nothing to report. Enter the count first.',
        ),
      )
    for (const day of counted.filter((each) => held && each < held.onDate))
      messages.push(
        text(
          `有投票在${day}计票，早于会议日${held?.onDate}，请核对日期。`,
          `A ballot was counted on ${day}, before the meeting of ${held?.onDate}. Check the days.`,
        ),
      )
    return parts(messages)
  },
})

/** The election as R-S4-06 judges it; null where it was not held, is a by-election, or no earlier term is recorded. */
function termElectionOf({ events, spells, facts }: Election): TermElection | null {
  const held = firstOf(events, 'held')
  const { kind, began, years } = facts?.term ?? { kind: null, began: null, years: null }
  if (!held || spells.at(-1)?.attributes['kind'] !== 'term' || !kind || !began) return null
  const expiry = expiryOfTerm(began, years, kind)
  if (expiry === null) return null
  return {
    kind,
    expiry,
    remind: leadTimesOn(facts?.leadTimes ?? [], expiry).remind,
    on: held.onDate,
    documentNo: firstOf(events, 'approved')?.documentNo ?? null,
  }
}

/** R-S4-06 over the record. The day of the meeting chooses the version, whatever was recorded after it. */
const inTime = termElectionRules.map((rule) =>
  defineRule<Election>({
    ...rule,
    inForce: always,
    check: (election) => {
      const judged = termElectionOf(election)
      return judged && inForce(rule.inForce, judged.on) ? rule.check(judged, judged.on as Day) : []
    },
  }),
)

export const electionRules: readonly Rule<Election>[] = [inOrder, documented, onItsDay, ...inTime]
