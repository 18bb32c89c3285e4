import { text } from '../../../platform/text.ts'
import { completedYears, type Day, isDay, today } from '../../../platform/values/day.ts'

/** A year and month, or a day. */
const shape = /^\d{4}-\d{2}(-\d{2})?$/

/** The day from which age counts: of a month alone, its first (domain C4). */
export const birthDay = (birth: string): Day => (birth.length === 7 ? `${birth}-01` : birth) as Day

export function isBirth(birth: string): boolean {
  return shape.test(birth) && isDay(birthDay(birth)) && birthDay(birth) <= today()
}

/** Age in completed years on a day; null of a birth that was erased or lies after the day. */
export function ageOn(birth: string | null, on: Day): number | null {
  if (birth === null || on < birthDay(birth)) return null
  return completedYears(birthDay(birth), on)
}

export const badBirth = text(
  '出生年月应写成 1980-05 或 1980-05-17，且不晚于今天。',
  'A birth is written as 1980-05 or 1980-05-17 and is not later than today.',
)
