/** Maps moments (milliseconds) to a stretch of the picture; all moments alike stand in its middle. */
export type Scale = { readonly at: (moment: number) => number; readonly from: number; readonly to: number }

export function scaleOf(moments: readonly number[], left: number, right: number): Scale {
  const from = Math.min(...moments)
  const to = Math.max(...moments)
  const at = (moment: number) =>
    to === from ? (left + right) / 2 : left + ((moment - from) / (to - from)) * (right - left)
  return { at, from, to }
}

/** The starts of years to write under an axis: at most `most` of them, evenly apart. */
export function yearTicks(scale: Scale, most: number): { year: number; moment: number }[] {
  const first = new Date(scale.from).getUTCFullYear()
  const last = new Date(scale.to).getUTCFullYear()
  const step = Math.max(1, Math.ceil((last - first + 1) / most))
  const ticks: { year: number; moment: number }[] = []
  for (let year = first; year <= last; year += step) {
    const moment = Date.UTC(year, 0, 1)
    if (moment >= scale.from && moment <= scale.to) ticks.push({ year, moment })
  }
  return ticks
}
