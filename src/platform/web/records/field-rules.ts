import type { RecordField } from '../../records/record-type.ts'
import { readCount } from '../../values/count.ts'
import type { Say } from '../language/use-say.ts'
import { formWords as words } from './form-words.ts'

/** What is typed, and not chosen from something. */
const typed: ReadonlySet<RecordField['kind']> = new Set(['text', 'count'])

/** What a form says of a field before it is sent: that something is missing, or that a count is none. */
export function rulesOf(field: RecordField, required: boolean, say: Say) {
  const missing = typed.has(field.kind) ? words.required : words.choose
  return [
    { required, whitespace: true, message: say(missing(say(field.label))) },
    ...(field.kind === 'count'
      ? [
          {
            validator: async (_: unknown, value: string | null | undefined) => {
              const read = value?.trim() ? readCount(value, field) : null
              if (read && 'wrong' in read) throw new Error(say(read.wrong))
            },
          },
        ]
      : []),
  ]
}
