import { compareByStrokes } from '../../../platform/values/stroke-order.ts'
import type { StrokesOf } from '../../../platform/values/strokes.ts'

type Ranked = { readonly rank: number | null; readonly name: string | null }

/** For `sort`: the rank that was given by hand, and whoever has none after them (domain C5). */
export const byRank = (a: Ranked, b: Ranked): number =>
  a.rank === b.rank ? 0 : (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY)

/** For `sort`: by the strokes of the surname; a name that may not be told comes last. */
export const byStrokes =
  (strokesOf: StrokesOf) =>
  (a: Ranked, b: Ranked): number =>
    a.name === null || b.name === null
      ? Number(a.name === null) - Number(b.name === null)
      : compareByStrokes(a.name, b.name, strokesOf)
