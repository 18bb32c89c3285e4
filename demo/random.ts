/** Numbers that a seed repeats for ever: mulberry32, 32 bits of state. */
export type Random = {
  /** From 0 up to but not including 1. */
  next(): number
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  chance(share: number): boolean
  shuffled<T>(all: readonly T[]): T[]
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    pick: (from) => {
      if (from.length === 0) throw new RangeError('nothing to pick from')
      return from[between(0, from.length - 1)] as (typeof from)[number]
    },
    chance: (share) => next() < share,
    shuffled: (all) => {
      const cards = [...all]
      for (let last = cards.length - 1; last > 0; last -= 1) {
        const other = between(0, last)
        ;[cards[last], cards[other]] = [
          cards[other] as (typeof cards)[number],
          cards[last] as (typeof cards)[number],
        ]
      }
      return cards
    },
  }
}
