/**
 * Why a record stays as it is where a change is undone: it was edited since; it is gone since; another record names it, or it would
 * name one that is gone; its number is another's by now; a rule forbids what it was before, as things stand now.
 */
export const keptReasons = ['edited', 'gone', 'named', 'names_gone', 'key_taken', 'rule'] as const
export type KeptReason = (typeof keptReasons)[number]
