import { type Finding, judge } from '../../../../platform/rules/judge.ts'
import type { FindingPart, Rule } from '../../../../platform/rules/rule.ts'
import type { Text } from '../../../../platform/text.ts'
import type { Day } from '../../../../platform/values/day.ts'

/** A finding on a count that is not, or not yet, a record. */
export type CountFinding = Omit<Finding, 'record'>

const notRecorded = { type: 'count', id: '' }

/** Judges a count by the rules in force on the day of the event; kept as a record, it is judged with the same rules. */
export function judgeCount<Input>(rules: readonly Rule<Input>[], input: Input, on: Day): CountFinding[] {
  return judge(rules, input, on, notRecorded).map(({ rule, name, weight, judges, message, basis }) => ({
    rule,
    name,
    weight,
    judges,
    on,
    message,
    basis,
  }))
}

export const parts = (messages: readonly Text[]): FindingPart[] => messages.map((message) => ({ message }))
