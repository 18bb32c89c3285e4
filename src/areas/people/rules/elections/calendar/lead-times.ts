import type { Day } from '../../../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../../../platform/values/spell.ts'
import type { LeadStep } from '../../../terms.ts'

/** Months before the month of the election. */
export type LeadTimes = Readonly<Record<LeadStep, number>>

/** What holds where the office has recorded nothing: domain C15 `EL_REMIND`, `EL_REQUEST`, `EL_CAND`, common practice. */
export const practiceLeadTimes: LeadTimes = { remind: 6, request: 4, nominees: 2 }

/** A lead time as the office set it, and for how long. */
export type SetLeadTime = Spell & { readonly step: LeadStep; readonly months: number }

/** The lead times that prepare what is due on a day: those in force on it, and practice for the steps that have none. */
export function leadTimesOn(set: readonly SetLeadTime[], on: Day): LeadTimes {
  const own = set.filter((time) => inForce(time, on)).map(({ step, months }) => [step, months])
  return { ...practiceLeadTimes, ...Object.fromEntries(own) }
}
