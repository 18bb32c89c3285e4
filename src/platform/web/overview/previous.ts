import { addDays } from '../../values/day.ts'
import { comparedPeriod } from '../moment/compared-period.ts'
import type { Moment } from '../moment/moment.ts'

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
