import { defineRule, type Rule } from '../../../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../../../platform/text.ts'
import { parts } from '../../findings.ts'
import { always, cite } from '../../instruments.ts'
import { firstOf, type ResidentsElection, underRevisedLaw } from './residents-election.ts'
import { type ResidentsStepKind, residentsStepWords as words } from './residents-steps.ts'

type Lock = {
  readonly id: string
  readonly name: Text
  readonly step: ResidentsStepKind
  readonly after: ResidentsStepKind
  readonly article: Text
}

/** Which step waits for which, each by the article that orders it. */
const locks: readonly Lock[] = [
  {
    id: 'R-S4-20',
    name: text('先推选选举委员会', 'An election committee first'),
    step: 'list_published',
    after: 'committee_chosen',
    article: text(
      '第十五条，选举由居民会议或者居民代表会议推选产生的居民选举委员会主持',
      'art. 15, the election is run by a committee that the residents’ meeting or that of their representatives chooses',
    ),
  },
  {
    id: 'R-S4-09-LIST',
    name: text('先公布选民名单', 'A voter list first'),
    step: 'held',
    after: 'list_published',
    article: text(
      '第十七条，选民名单在选举日的二十日前公布',
      'art. 17, the voter list is published twenty days before the election',
    ),
  },
  {
    id: 'R-S4-02-RC',
    name: text('候选人在选民名单上且没有不得提名的情形', 'Who stands is on the voter list and not barred'),
    step: 'held',
    after: 'candidates_checked',
    article: text(
      '第十六条、第十八条，有被选举权并列入选民名单；有法定不得提名情形的不得提名',
      'arts. 16 and 18, those who stand may be elected and are on the list; whom the law bars is not nominated',
    ),
  },
  {
    id: 'R-S4-04',
    name: text('近亲属回避已核对', 'Near relatives were checked for'),
    step: 'held',
    after: 'relatives_checked',
    article: text(
      '第八条、第十五条，居民委员会成员实行近亲属回避；候选人的近亲属退出选举委员会',
      'arts. 8 and 15, near relatives do not sit in one committee; those of a candidate leave the election committee',
    ),
  },
  {
    id: 'R-S4-21',
    name: text('公开计票、当场公布', 'Counted in the open, announced on the spot'),
    step: 'announced',
    after: 'held',
    article: text(
      '第十九条，公开计票，选举结果当场公布',
      'art. 19, votes are counted in the open and the result is announced on the spot',
    ),
  },
  {
    id: 'R-S4-21-CONFIRM',
    name: text('公布以后确认', 'Announced before it is confirmed'),
    step: 'confirmed',
    after: 'announced',
    article: text('第十九条，选举结果当场公布', 'art. 19, the result is announced on the spot'),
  },
  {
    id: 'R-S4-22-NEW',
    name: text('新一届产生以后移交', 'A new committee before the hand-over'),
    step: 'handed_over',
    after: 'confirmed',
    article: text(
      '第二十五条，自新一届居民委员会产生之日起移交',
      'art. 25, the hand-over begins with the new committee',
    ),
  },
]

/** Judged over the whole life, so that a step which a correction takes away is missed again. */
export const orderRules: readonly Rule<ResidentsElection>[] = locks.map(
  ({ id, name, step, after, article }) =>
    defineRule<ResidentsElection>({
      id,
      name,
      ...cite('residents2025', 'statute', article),
      inForce: always,
      weight: 'block',
      judges: 'act',
      check: (election) => {
        const done = firstOf(election.events, step)
        if (!done || !underRevisedLaw(election)) return []
        const before = firstOf(election.events, after)
        // The day of an election is that of the hand-over to those elected: what confirms it is only written later.
        const inTurn = before && (step === 'handed_over' || before.onDate <= done.onDate)
        if (inTurn) return []
        return parts([
          text(
            `“${words[step].zh}”之前应当先有“${words[after].zh}”，尚未登记或日期在后，请先登记或更正日期。`,
            `“${words[after].en}” comes before “${words[step].en}”: it is not recorded, or is dated later. Record it first or correct the day.`,
          ),
        ])
      },
    }),
)
