import type { Question, ResolvedQuestion } from '../../figures/contract.ts'
import { addYears, type Day, isDay } from '../../values/day.ts'
import type { Period } from '../../values/period.ts'
import { comparedPeriod } from '../moment/compared-period.ts'

/** The second moment of a comparison, in the address. */
export type OtherSearch = {
  otherOn?: Day | undefined
  otherFrom?: Day | undefined
  otherThrough?: Day | undefined
  otherKnown?: Day | undefined
}

export function readOther(search: Record<string, unknown>): OtherSearch {
  const { otherOn, otherFrom, otherThrough, otherKnown } = search
  const isPeriod = isDay(otherFrom) && isDay(otherThrough) && otherFrom <= otherThrough
  return {
    ...(isDay(otherOn) ? { otherOn } : {}),
    ...(isPeriod ? { otherFrom, otherThrough } : {}),
    ...(isDay(otherKnown) ? { otherKnown } : {}),
  }
}

/** What is offered first: the same day a year earlier, or the period that the overview compares with. */
export function offeredOther(question: ResolvedQuestion): { on?: Day; period?: Period } {
  if (question.period) return { period: comparedPeriod(question.period) }
  return question.asOf ? { on: addYears(question.asOf, -1) } : {}
}

type Asked = Omit<Question, 'figure'>

/** An answered question as it is asked again: a write in between parts no number from its rows. */
export function again(question: ResolvedQuestion): Asked {
  return {
    node: question.node.id,
    along: question.along,
    ...(question.asOf ? { asOf: question.asOf } : {}),
    ...(question.period ? { period: question.period } : {}),
    structure: question.structure,
    ...(question.kind ? { kind: question.kind.code } : {}),
    ...(question.of ? { of: question.of.code } : {}),
    knownAt: question.knownAt,
  }
}

/** The same place at the other moment; null while the address names none. */
export function otherQuestion(question: ResolvedQuestion, other: OtherSearch): Asked | null {
  const { node, along, structure, kind, of } = again(question)
  const period =
    other.otherFrom && other.otherThrough ? { from: other.otherFrom, through: other.otherThrough } : null
  if (question.period ? !period : !other.otherOn) return null
  return {
    ...(node ? { node } : {}),
    ...(along ? { along } : {}),
    ...(structure ? { structure } : {}),
    ...(kind ? { kind } : {}),
    ...(of ? { of } : {}),
    ...(question.period && period ? { period } : {}),
    ...(!question.period && other.otherOn ? { asOf: other.otherOn } : {}),
    knownAt: other.otherKnown ? `${other.otherKnown}T23:59:59+08:00` : question.knownAt,
  }
}
