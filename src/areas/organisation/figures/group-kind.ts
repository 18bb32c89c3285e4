/** A stairwell group is no level of Party organisation: it is counted apart. */
export const groupKind = '641'
