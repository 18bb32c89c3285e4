import { addYears, firstOfYear } from '../../values/day.ts'
import { type Period, previousPeriod } from '../../values/period.ts'

/** What a period is compared with: the same days a year before where it begins with the year (同比), else the period just before it. */
export function comparedPeriod(period: Period): Period {
  if (period.from !== firstOfYear(period.from)) return previousPeriod(period)
  return { from: addYears(period.from, -1), through: addYears(period.through, -1) }
}
