import type { Day } from '../../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../../platform/values/spell.ts'
import { type ClockSet, type ClockStep, quanzhouClockSet } from '../clocks/clock-set.ts'

/** A clock that the office has recorded, for the time in which it holds. */
export type SetClock = Spell & {
  readonly step: ClockStep | 'extend'
  readonly length: number
  readonly unit: 'working_day' | 'day'
}

/** The clocks by which a step that begins on a day is measured: the office's own where it has set one, else the Quanzhou model. */
export function clockSetOn(set: readonly SetClock[], on: Day): ClockSet {
  const own = (step: SetClock['step']) => set.find((clock) => clock.step === step && inForce(clock, on))
  const clocks = Object.fromEntries(
    Object.entries(quanzhouClockSet.clocks).map(([step, clock]) => {
      const { length, unit } = own(step as ClockStep) ?? {}
      if (length === undefined) return [step, clock]
      return [step, { ...clock, amount: length, unit: unit === 'day' ? 'naturalDay' : 'workingDay' }]
    }),
  ) as ClockSet['clocks']
  const { extension } = quanzhouClockSet
  const workingDaysBefore = own('extend')?.length ?? extension.workingDaysBefore
  return { ...quanzhouClockSet, clocks, extension: { ...extension, workingDaysBefore } }
}
