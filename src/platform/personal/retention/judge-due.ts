import { addMonths, type Day } from '../../values/day.ts'

/** Since when a record serves a purpose no more, how long it is kept after that, and the first day on which it need not be. */
export type Why = {
  readonly purpose: string
  readonly since: Day
  readonly months: number
  readonly dueOn: Day
}

/**
 * Why a record is due on a day: every purpose that it served has run out, and the office's period for each is over (PIPL art. 19, 47). Null
 * where one still needs it, where the office has set no period, or where it served none that is known.
 * @param served purpose → the day since which the record serves it no more, null while it does
 */
export function judgeDue(
  served: ReadonlyMap<string, Day | null>,
  periods: ReadonlyMap<string, number>,
  on: Day,
): readonly Why[] | null {
  const why: Why[] = []
  for (const [purpose, since] of served) {
    const months = periods.get(purpose)
    if (since === null || months === undefined) return null
    const dueOn = addMonths(since, months)
    if (dueOn > on) return null
    why.push({ purpose, since, months, dueOn })
  }
  return why.length > 0 ? why : null
}
