import type { Text } from './text.ts'

/** Why something was not done, in words for the person who asked. The edge maps `code` to a status. */
export const refusalCodes = [
  'INVALID',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'STALE',
  'CONFLICT',
  'RULE',
  'TOO_MANY',
  'UNAVAILABLE',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** Thrown where an act cannot be done as asked: nothing was changed. `data` says where and which value. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly words: Text
  readonly data: Readonly<Record<string, unknown>>

  constructor(code: RefusalCode, words: Text, data: Readonly<Record<string, unknown>> = {}) {
    super(words.en)
    this.name = 'Refusal'
    this.code = code
    this.words = words
    this.data = data
  }
}
