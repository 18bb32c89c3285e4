import type { Segment } from '../timeline/timeline.ts'

/** An event and a header carry the scope of their segment and nothing else of where it lies. */
export const scopeAlone = (segment: Segment) => ({
  scope_place_id: segment.derived['scope_place_id'] ?? null,
})
