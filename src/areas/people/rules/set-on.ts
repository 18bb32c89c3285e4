import type { Judged } from '../../../platform/records/behaviour.ts'
import type { Day } from '../../../platform/values/day.ts'
import { inForce } from '../../../platform/values/spell.ts'

/**
 * What holds from a day on, where an act of that day sets one of these attributes; else null. An act is judged by what it does: who was
 * registered in an organisation that later ended is not refused another education.
 */
export function setOn(
  { events, spells }: Pick<Judged, 'events' | 'spells'>,
  on: Day,
  keys: readonly string[],
) {
  const sets = events.some((event) => event.onDate === on && keys.some((key) => key in event.sets))
  return (sets ? spells.find((spell) => inForce(spell, on))?.attributes : null) ?? null
}
