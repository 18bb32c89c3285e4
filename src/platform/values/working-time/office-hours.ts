import { Refusal } from '../../refusal.ts'
import { text } from '../../text.ts'
import type { Day } from '../day.ts'
import { inForce, overlaps, type Spell, spell } from '../spell.ts'
import { type ClockTime, clockTime } from './minute.ts'

/** From and to within one day; `to` itself is outside. */
export type Session = { readonly from: ClockTime; readonly to: ClockTime }

/** The sessions of a working day, in order, for the time in which they hold. */
export type OfficeHours = { readonly holds: Spell; readonly sessions: readonly Session[] }

/**
 * Office hours from texts, one entry for each time in which other hours hold: `['2018-01-01', null, '08:00-12:00', '14:30-17:30']`.
 * Throws Refusal INVALID where two entries hold on one day, or sessions are none, empty, or out of order.
 */
export function officeHours(
  ...entries: readonly (readonly [from: string, to: string | null, ...sessions: string[]])[]
): readonly OfficeHours[] {
  const hours = entries.map(([from, to, ...sessions]) => ({
    holds: spell(from, to),
    sessions: sessions.map(session),
  }))
  for (const [index, { holds, sessions }] of hours.entries()) {
    if (hours.slice(0, index).some((other) => overlaps(other.holds, holds))) refuseTwice(holds)
    const ordered = sessions.every(({ from, to }, at) => from < to && (sessions[at - 1]?.to ?? '') <= from)
    if (sessions.length === 0 || !ordered) refuseSessions(holds)
  }
  return hours
}

function session(written: string): Session {
  const [from = '', to = ''] = written.split('-')
  return { from: clockTime(from), to: clockTime(to) }
}

/** The sessions that hold on the day; null where the hours say nothing of it. */
export function sessionsOn(hours: readonly OfficeHours[], on: Day): readonly Session[] | null {
  return hours.find(({ holds }) => inForce(holds, on))?.sessions ?? null
}

function refuseTwice({ from }: Spell): never {
  throw new Refusal(
    'INVALID',
    text(
      `自${from}起的办公时间与另一条办公时间的起止日期重叠。请调整日期。`,
      `The office hours from ${from} overlap others in time. Change the dates.`,
    ),
    { from },
  )
}

function refuseSessions({ from }: Spell): never {
  throw new Refusal(
    'INVALID',
    text(
      `自${from}起的办公时间没有时段，或时段先后颠倒、重叠。请按先后填写，如“08:00-12:00”“14:30-17:30”。`,
      `The office hours from ${from} have no sessions, or sessions out of order. Write them in order: 08:00-12:00, 14:30-17:30.`,
    ),
    { from },
  )
}
