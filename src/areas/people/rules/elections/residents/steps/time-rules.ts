import { defineRule, type Rule } from '../../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../../platform/text.ts'
import type { TimelineEvent } from '../../../../../../platform/timeline/timeline.ts'
import { addDays, type Day } from '../../../../../../platform/values/day.ts'
import { parts } from '../../findings.ts'
import { always, cite } from '../../instruments.ts'
import { residentsClocks } from '../clocks.ts'
import { voterListRules } from '../voter-list-rule.ts'
import { firstOf, type ResidentsElection, underRevisedLaw } from './residents-election.ts'

type Times = Omit<Rule<ResidentsElection>, 'inForce' | 'check'>
const timed = (rule: Times, check: (election: ResidentsElection, on: Day) => Text[]) =>
  defineRule<ResidentsElection>({
    ...rule,
    inForce: always,
    check: (election, on) => (underRevisedLaw(election) ? parts(check(election, on)) : []),
  })
const { RC_OBJECT: object, RC_DECIDE: decide, RC_HANDOVER: handover } = residentsClocks
const clock = ({ basis, source }: (typeof residentsClocks)[keyof typeof residentsClocks]) => ({
  basis,
  source,
})

/** R-S4-09 over the record: it locks the day of the election for any role. */
const listInTime = voterListRules.map((rule) =>
  defineRule<ResidentsElection>({
    ...rule,
    inForce: always,
    check: (election) => {
      const published = firstOf(election.events, 'list_published')?.onDate
      const electionOn = firstOf(election.events, 'held')?.onDate
      if (!published || !electionOn || !underRevisedLaw(election)) return []
      return rule.check({ published, electionOn }, electionOn)
    },
  }),
)

export const objectionsOf = (events: readonly TimelineEvent[]) =>
  events.filter(({ kind }) => kind === 'objected')
export const decisionAfter = (events: readonly TimelineEvent[], objected: TimelineEvent) =>
  events.find(
    ({ kind, onDate, seq }) =>
      kind === 'objections_decided' &&
      (onDate > objected.onDate || (onDate === objected.onDate && seq > objected.seq)),
  )

const objectedInTime = timed(
  {
    id: 'R-S4-23',
    name: text('异议在五日内提出', 'Objections within five days'),
    ...clock(object),
    weight: 'block',
    judges: 'act',
  },
  ({ events }) => {
    const published = firstOf(events, 'list_published')?.onDate
    return objectionsOf(events)
      .filter(({ onDate }) => !published || onDate < published || onDate > addDays(published, object.days))
      .map(({ onDate }) =>
        published
          ? text(
              `异议于${onDate}提出，选民名单${published}公布，应自公布之日起${object.days}日内提出。`,
              `An objection came in on ${onDate}; the list of ${published} takes them for ${object.days} days.`,
            )
          : text(
              `异议于${onDate}提出，还没有登记选民名单的公布，请先登记。`,
              `An objection came in on ${onDate} and no published list is recorded. Record it first.`,
            ),
      )
  },
)

const decidedInTime = timed(
  {
    id: 'R-S4-23-DECIDE',
    name: text('异议在三日内处理', 'Objections decided within three days'),
    ...clock(decide),
    weight: 'statutory',
    judges: 'state',
  },
  ({ events }, on) =>
    objectionsOf(events).flatMap((objected) => {
      const until = addDays(objected.onDate, decide.days)
      const decided = decisionAfter(events, objected)?.onDate
      if ((decided ?? on) <= until) return []
      return decided
        ? text(
            `${objected.onDate}收到的异议，${decided}才作出处理决定，应在${until}前作出。`,
            `The objection of ${objected.onDate} was decided on ${decided}, and had to be by ${until}.`,
          )
        : text(
            `${objected.onDate}收到的异议还没有处理决定，应在${until}前作出，请抓紧办理。`,
            `The objection of ${objected.onDate} is not decided; it had to be by ${until}. Decide it.`,
          )
    }),
)

const decidedBeforeVote = timed(
  {
    id: 'R-S4-23-OPEN',
    name: text('异议处理完毕再选举', 'No election while an objection is open'),
    ...cite(
      'residents2025',
      'statute',
      text(
        '第十七条，对异议应当自收到之日起三日内作出处理决定',
        'art. 17, objections are decided within three days',
      ),
    ),
    weight: 'statutory',
    judges: 'act',
  },
  ({ events }) => {
    const held = firstOf(events, 'held')?.onDate
    if (!held) return []
    return objectionsOf(events)
      .filter((objected) => {
        const decided = decisionAfter(events, objected)?.onDate
        return decided === undefined || decided > held
      })
      .map(({ onDate }) =>
        text(
          `${onDate}收到的异议在选举日${held}前没有处理决定，请先处理并登记。`,
          `The objection of ${onDate} was not decided by the election on ${held}. Decide and record it first.`,
        ),
      )
  },
)

const announcedOnTheSpot = timed(
  {
    id: 'R-S4-21-DAY',
    name: text('当场公布', 'Announced on the day of the vote'),
    ...cite(
      'residents2025',
      'statute',
      text('第十九条，选举结果当场公布', 'art. 19, the result is announced on the spot'),
    ),
    weight: 'warn',
    judges: 'state',
  },
  ({ events, facts }) => {
    const held = firstOf(events, 'held')?.onDate
    const announced = firstOf(events, 'announced')?.onDate
    const counted = facts?.ballots.flatMap(({ round }) => round?.on ?? []) ?? []
    if (!held) return []
    const early = counted.filter((on) => on < held)
    return [
      ...early.map((on) =>
        text(
          `有投票登记为${on}，早于选举日${held}，请核对日期。`,
          `A ballot is recorded of ${on}, before the election on ${held}. Check the days.`,
        ),
      ),
      ...(announced && announced > [held, ...counted].reduce((a, b) => (a > b ? a : b))
        ? [
            text(
              `投票在${held}，结果${announced}才公布，应当场公布。`,
              `The vote was on ${held} and the result announced on ${announced}: it is announced on the spot.`,
            ),
          ]
        : []),
    ]
  },
)

const handedOverInTime = timed(
  {
    id: 'R-S4-22',
    name: text('十日内完成移交', 'Handed over within ten days'),
    ...clock(handover),
    weight: 'statutory',
    judges: 'state',
  },
  ({ events, spells }, on) => {
    const held = firstOf(events, 'held')?.onDate
    if (!held || !firstOf(events, 'confirmed') || spells.at(-1)?.attributes['kind'] !== 'term') return []
    const until = addDays(held, handover.days)
    const done = firstOf(events, 'handed_over')?.onDate
    if ((done ?? on) <= until) return []
    return done
      ? [
          text(
            `${held}选举产生新一届居民委员会，${done}才完成移交，应在${until}前完成。`,
            `The committee was elected on ${held} and handed over to on ${done}; it had to be by ${until}.`,
          ),
        ]
      : [
          text(
            `${held}选举产生新一届居民委员会，应在${until}前完成移交，尚未登记，请督促办理。`,
            `The committee was elected on ${held} and no hand-over is recorded; it had to be by ${until}.`,
          ),
        ]
  },
)

export const timeRules: readonly Rule<ResidentsElection>[] = [
  ...listInTime,
  objectedInTime,
  decidedInTime,
  decidedBeforeVote,
  announcedOnTheSpot,
  handedOverInTime,
]
