import { isNumberField, readNumber } from '../../records/number-field.ts'
import { isMasked, type RecordField } from '../../records/record-type.ts'
import { personalNumbersIn } from '../../values/personal-numbers.ts'
import type { Say } from '../language/use-say.ts'
import { formWords as words } from './form-words.ts'

/** What is typed, and not chosen from something. */
const typed: ReadonlySet<RecordField['kind']> = new Set(['text', 'count', 'amount'])

/** What a form says of a field before it is sent: that something is missing, or that a number is none. */
export function rulesOf(field: RecordField, required: boolean, say: Say) {
  const missing = typed.has(field.kind) ? words.required : words.choose
  return [
    { required, whitespace: true, message: say(missing(say(field.label))) },
    ...(field.kind === 'text' && !isMasked(field) ? [noPersonalNumber(say)] : []),
    ...(isNumberField(field)
      ? [
          {
            validator: async (_: unknown, value: string | null | undefined) => {
              const read = value?.trim() ? readNumber(field, value) : null
              if (read && 'wrong' in read) throw new Error(say(read.wrong))
            },
          },
        ]
      : []),
  ]
}

/** Warns and lets go on: a text that everybody reads seems to hold a number that tells of a person. */
export function noPersonalNumber(say: Say) {
  return {
    warningOnly: true,
    validator: async (_: unknown, value: string | null | undefined) => {
      if (value && personalNumbersIn(value).length > 0) throw new Error(say(words.personalNumber))
    },
  }
}
