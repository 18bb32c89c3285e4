import { addDays, addYears, firstOfYear } from '../../values/day.ts'
import { type Period, previousPeriod } from '../../values/period.ts'
import type { Moment } from '../moment/moment.ts'

/** The same days a year before for a period that begins with the year (同比), else the period just before it. */
function comparedPeriod(period: Period): Period {
  if (period.from !== firstOfYear(period.from)) return previousPeriod(period)
  return { from: addYears(period.from, -1), through: addYears(period.through, -1) }
}

/**
 * The moment that a card compares with: the period before, and for what stands on a day the day before the period
 * began, so that a stock is shown with what the period changed of it.
 */
export function previousMoment(moment: Moment): Moment {
  return {
    ...moment,
    asOf: addDays(moment.period.from, -1),
    period: comparedPeriod(moment.period),
    demo: false,
  }
}
