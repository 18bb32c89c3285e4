import { text } from '../text.ts'

/** Stands where the name of a record would, which the caller may not see. */
export const outside = text('（不在管辖范围内）', '(outside your places)')
