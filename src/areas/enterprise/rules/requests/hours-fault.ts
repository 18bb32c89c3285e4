import { Refusal } from '../../../../platform/refusal.ts'
import type { Text } from '../../../../platform/text.ts'
import type { AttributeSpell } from '../../../../platform/timeline/timeline.ts'
import { type OfficeHours, officeHours } from '../../../../platform/values/working-time/office-hours.ts'

/** The office hours that spells of their record say. @throws Refusal INVALID for sessions out of order, or one without its end */
export function hoursOf(spells: readonly AttributeSpell[]): readonly OfficeHours[] {
  return officeHours(
    ...spells.map(({ from, to, attributes: at }) => {
      const session = (part: string) => `${at[`${part}_from`] ?? ''}-${at[`${part}_to`] ?? ''}`
      const afternoon = session('afternoon')
      return [from, to, session('morning'), ...(afternoon === '-' ? [] : [afternoon])] as const
    }),
  )
}

/** Why spells are no office hours; null where they are. */
export function hoursFault(spells: readonly AttributeSpell[]): Text | null {
  try {
    hoursOf(spells)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.words
    throw error
  }
}
