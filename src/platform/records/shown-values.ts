import type { Reader } from '../db/transaction.ts'
import { type Text, text } from '../text.ts'
import { outside } from './outside.ts'
import { masked } from '../values/mask.ts'
import { isMasked, type RecordField, type RecordType } from './record-type.ts'
import type { RecordsEngine } from './records-engine.ts'

export type Shown = Record<string, ShownValue>
export type ShownValue = { value: string | null; shown: Text | null; masked?: true }
type Values = Readonly<Record<string, string | boolean | null>>

const yes = text('是', 'Yes')
const no = text('否', 'No')

/**
 * Values with the words for a person: choices in words, references by title, looked up for many records at once. Every answer goes
 * through here, so that a personal value never leaves the server: it comes masked and without the value itself. `clear` is for what the
 * chain of events tells of: a copy for the person.
 */
export async function showValues(
  engine: RecordsEngine,
  reader: Reader<unknown>,
  fields: readonly RecordField[],
  every: readonly Values[],
  clear: 'clear' | 'masked' = 'masked',
): Promise<Shown[]> {
  const titles = new Map<string, ReadonlyMap<string, string>>()
  for (const field of fields) {
    if (field.kind !== 'reference') continue
    const ids = every.flatMap((values) => (values[field.key] ? [values[field.key] as string] : []))
    titles.set(field.key, await engine.titlesOf(reader, engine.types.get(field.to) as RecordType, ids))
  }
  const shown = (field: RecordField, value: string): Text => {
    if (field.kind === 'choice') return field.choices[value] ?? text(value, value)
    if (field.kind === 'flag') return value === 'true' ? yes : no
    const words = field.kind === 'reference' ? (titles.get(field.key)?.get(value) ?? outside) : value
    return typeof words === 'string' ? text(words, words) : words
  }
  return every.map((values) =>
    Object.fromEntries(
      fields
        .filter((field) => field.key in values)
        .map((field) => {
          const raw = values[field.key]
          const value = raw === null || raw === undefined ? null : String(raw)
          return [field.key, shownOf(field, value, shown, clear)]
        }),
    ),
  )
}

function shownOf(
  field: RecordField,
  value: string | null,
  shown: (field: RecordField, value: string) => Text,
  clear: 'clear' | 'masked',
): ShownValue {
  if (value === null) return { value, shown: null }
  if (isMasked(field) && clear !== 'clear')
    return { value: null, shown: masked(value, field.mask), masked: true }
  return { value, shown: shown(field, value) }
}
