/** A part of a whole as two whole numbers, compared by multiplication: no count meets a rounding. */
export type Share = { readonly of: number; readonly in: number }

export const half: Share = { of: 1, in: 2 }
export const third: Share = { of: 1, in: 3 }
export const twoThirds: Share = { of: 2, in: 3 }
export const fourFifths: Share = { of: 4, in: 5 }

/** More than the share of the whole (超过). */
export function isOver(part: number, whole: number, share: Share): boolean {
  return part * share.in > whole * share.of
}

/** The share of the whole or more (不少于). */
export function reaches(part: number, whole: number, share: Share): boolean {
  return part * share.in >= whole * share.of
}

/** The least whole number that is over the share. */
export function leastOver(whole: number, share: Share): number {
  const product = whole * share.of
  return (product - (product % share.in)) / share.in + 1
}

/** The least whole number that reaches the share. */
export function leastReaching(whole: number, share: Share): number {
  const product = whole * share.of
  const rest = product % share.in
  return (product - rest) / share.in + (rest > 0 ? 1 : 0)
}
