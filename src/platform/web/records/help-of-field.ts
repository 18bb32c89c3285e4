import { isNumberField } from '../../records/number-field.ts'
import { numberNote } from '../../records/number-words.ts'
import type { RecordField } from '../../records/record-type.ts'
import type { Say } from '../language/use-say.ts'
import { formWords as words } from './form-words.ts'

/** What stands under an input: the help of its field, the bounds of a number, an example where text is typed. */
export function helpOfField(field: RecordField, say: Say): string | null {
  const help = field.help ? say(field.help) : ''
  const note = isNumberField(field) ? say(numberNote(field)) : ''
  const example = field.example && field.kind === 'text' ? say(words.example(field.example)) : ''
  return [help, note, example].filter(Boolean).join(' ') || null
}
