import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import { addDays, addMonths, addYears, type Day } from '../day.ts'
import { type Answer, unknown } from './answer.ts'
import { addWorkingDays, type WorkingCalendar, workingDayFrom } from './calendar.ts'
import { type ClockTime, endOfDay } from './minute.ts'
import { type OfficeHours, sessionsOn } from './office-hours.ts'

export type PeriodLength = {
  /** A whole number from 1 up. */
  readonly amount: number
  readonly unit: 'workingDay' | 'day' | 'month' | 'year'
}

/** The last day of a period and the time of day at which it is over. */
export type PeriodEnd = { readonly day: Day; readonly at: ClockTime }

const lastDays: Readonly<Record<Exclude<PeriodLength['unit'], 'workingDay'>, typeof addDays>> = {
  day: addDays,
  month: addMonths,
  year: addYears,
}

/**
 * When a period that begins on `start` is over, by the Civil Code art. 201 to 203: `start` is not counted; a month or year ends on
 * the corresponding day, or the last day of its month; a last day off gives way to the next working day; the day ends at 24:00, or
 * with `hours` at their close. Days off are those really off, make-up working days are none. Throws Refusal INVALID for a length
 * that is no whole number from 1 up.
 */
export function periodEnd(
  calendar: WorkingCalendar,
  start: Day,
  { amount, unit }: PeriodLength,
  hours: readonly OfficeHours[] = [],
): Answer<PeriodEnd> {
  if (!Number.isInteger(amount) || amount < 1) refuseLength(amount)
  const last =
    unit === 'workingDay'
      ? addWorkingDays(calendar, start, amount)
      : workingDayFrom(calendar, lastDays[unit](start, amount))
  if (last.certainty === 'unknown') return unknown
  const at = sessionsOn(hours, last.value)?.at(-1)?.to ?? endOfDay
  return { certainty: last.certainty, value: { day: last.value, at } }
}

function refuseLength(amount: number): never {
  throw new Refusal(
    'INVALID',
    text(
      `期间长度“${amount}”无效，请填写从1起的整数。`,
      `A period of ${amount} is none: write a whole number from 1 up.`,
    ),
    { amount },
  )
}
