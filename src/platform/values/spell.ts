import { Refusal } from '../refusal.ts'
import { text } from '../text.ts'
import { compareDays, type Day, daysBetween, isDay } from './day.ts'

/** A time in force, half open: it includes `from` and excludes `to`; `to` null means still running. */
export type Spell = { readonly from: Day; readonly to: Day | null }

type Ends = { readonly from: string; readonly to: string | null }

/** True when both ends are days and the spell has at least one day. */
export function isSpell(value: Ends): value is Spell {
  if (!isDay(value.from)) return false
  return value.to === null || (isDay(value.to) && value.from < value.to)
}

/** Makes a spell. Throws Refusal INVALID when an end is no day or `to` is not after `from`. */
export function spell(from: string, to: string | null): Spell {
  const ends: Ends = { from, to }
  if (isSpell(ends)) return ends
  throw new Refusal(
    'INVALID',
    text(
      `起止日期无效：起“${from}”，止“${to ?? '至今'}”；终止日期应晚于起始日期`,
      `Invalid dates: from "${from}" to "${to ?? 'now'}"; the end must be after the start`,
    ),
    { from, to },
  )
}

export function inForce(value: Spell, on: Day): boolean {
  return value.from <= on && (value.to === null || on < value.to)
}

/** The days that both spells share, or null when they share none. */
export function intersect(a: Spell, b: Spell): Spell | null {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to === null ? b.to : b.to === null || a.to < b.to ? a.to : b.to
  return to === null || from < to ? { from, to } : null
}

export function overlaps(a: Spell, b: Spell): boolean {
  return intersect(a, b) !== null
}

/** The first day of `value` on which none of the others is in force; null where one of them is on every day. */
export function firstGap(value: Spell, others: readonly Spell[]): Day | null {
  let at = value.from
  for (const other of [...others].sort((a, b) => compareDays(a.from, b.from))) {
    if (other.from > at) break
    if (other.to === null) return null
    if (other.to > at) at = other.to
  }
  return value.to === null || at < value.to ? at : null
}

/** The number of days in the spell, or null while it has no end. */
export function spellDays(value: Spell): number | null {
  return value.to === null ? null : daysBetween(value.from, value.to)
}
