import type { RuleSource, Weight } from '../../../../platform/rules/rule.ts'
import { type Text, text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'

/** What a rule says, apart from the case. */
export type ClockRule = {
  readonly rule: string
  readonly name: Text
  readonly basis: Text
  readonly source: RuleSource
  readonly weight: Weight
}

/** One breach in the log of one task, on the day of the event. */
export type ClockFinding = ClockRule & { readonly on: Day; readonly message: Text }

export const timesInOrder: ClockRule = {
  rule: 'R-S8-03',
  name: text('时间先后有序', 'Times are in order'),
  basis: text(
    '《中华人民共和国民法典》第二百零一条：期间自开始的次日起算，故受理在先，暂停与恢复成对，答复、办结在后',
    'Civil Code art. 201: a period runs from the day after its start, so the start comes first, pauses and resumptions alternate, answer and closing come last',
  ),
  source: 'statute',
  weight: 'block',
}
