import type { Day } from '../../../platform/values/day.ts'
import { inForce, type Spell } from '../../../platform/values/spell.ts'

/** Of a post in a community: how many are needed when, who held it when, and when the community was on the register. */
export type Staffed = {
  readonly needs: readonly (Spell & { readonly needed: number })[]
  readonly holdings: readonly Spell[]
  readonly life: readonly Spell[]
}

/** The first of the days, without a break up to `on`, on which fewer held the post than were needed; null where enough hold it on `on`. */
export function vacantSince({ needs, holdings, life }: Staffed, on: Day): Day | null {
  const isShort = (day: Day) => {
    const needed = needs.find((need) => inForce(need, day))?.needed ?? 0
    const held = holdings.filter((holding) => inForce(holding, day)).length
    return held < needed && life.some((spell) => inForce(spell, day))
  }
  if (!isShort(on)) return null
  // Between two such days nothing begins or ends.
  const turns = [...needs, ...holdings, ...life].flatMap(({ from, to }) =>
    to === null ? [from] : [from, to],
  )
  const back = [...new Set(turns.filter((turn) => turn <= on))].sort().reverse()
  const enough = back.findIndex((turn) => !isShort(turn))
  return back.at(enough === -1 ? -1 : enough - 1) ?? null
}
