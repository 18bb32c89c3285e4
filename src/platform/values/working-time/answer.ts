/** How sure a day is: by a notice that was issued, or by weekends and the fixed holidays alone. */
export type Certainty = 'announced' | 'expected'

/** What a calendar answers. `unknown` has no value: the question reaches before the first year that the calendar knows. */
export type Answer<Value> =
  | { readonly certainty: Certainty; readonly value: Value }
  | { readonly certainty: 'unknown' }

export const unknown: Answer<never> = { certainty: 'unknown' }

/** What rests on two days is as sure as the less sure of them. */
export function weaker(a: Certainty, b: Certainty): Certainty {
  return a === 'expected' ? a : b
}
