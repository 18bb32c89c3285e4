/** The acts over several records. */
const deedWords = ['merge', 'absorb', 'split', 'divide', 'dissolve deed', 'dissolve place deed'] as const
export type DeedWord = (typeof deedWords)[number]

export const deeds = [
  'place',
  'organisation',
  'organisation',
  'person',
  'council',
  'seat',
  'rename',
  're-home place',
  're-home place',
  're-home organisation',
  're-seat',
  're-seat',
  'dissolve',
  'person event',
  'correct day',
  'correct day',
  'correct value',
  'never was',
  'correct contact',
  'remove',
  'erase',
  'cover',
  'transfer',
  'lead',
  're-classify',
  're-classify',
  'restore',
  'restore',
  ...deedWords,
  ...deedWords,
  'correct deed',
  'correct deed',
] as const

/** What is to be done, with picks that are taken modulo what there is when its turn comes. */
export type Command = {
  what: (typeof deeds)[number]
  day: string
  a: number
  b: number
  c: number
  d: number
}
