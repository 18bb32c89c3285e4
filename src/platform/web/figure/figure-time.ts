import type { ResolvedQuestion } from '../../figures/contract.ts'
import type { Text } from '../../text.ts'
import { asOfText, periodText } from '../moment/moment-words.ts'

/** The time that a figure was counted for, in words: its period, else its day. */
export function figureTime(question: ResolvedQuestion): Text | null {
  if (question.period) return periodText(question.period)
  return question.asOf ? asOfText(question.asOf) : null
}
