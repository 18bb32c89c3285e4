import {
  actOf,
  type DeedPart,
  fieldsOfAct,
  type RecordDeed,
  type RecordField,
  type RecordType,
} from '../../records/record-type.ts'
import type { Text } from '../../text.ts'
import type { Day } from '../../values/day.ts'
import { dayIn, type FormValues, textIn } from '../records/form-input.ts'
import { deedWords as words } from './words.ts'

export const deedParts = ['ending', 'lasting', 'beginning'] as const
export type PartName = (typeof deedParts)[number]

/** The records of a part, by the numbers under which their values stand: `ending.0.id`, `beginning.1.sets.name`. */
export function rowsOf(values: FormValues, part: PartName): readonly string[] {
  return (values[part] ?? '').split(' ').filter(Boolean)
}

export const rowName = (part: PartName, row: string, rest: string): string => `${part}.${row}.${rest}`
/** The word by which a move names a record that the deed begins. */
export const newName = (row: string): string => `new-${row}`
export const moveName = (move: { type: string; id: string; on: { id: string } }): string =>
  `move ${move.type} ${move.id} ${move.on.id}`
/** The destination of what ends along with the record that it hangs on. */
export const endsToo = 'ends'

/** Adds a record to a part; a number once used is not used again, or what was taken away would come back. */
export function withRow(values: FormValues, part: PartName, more: FormValues = {}): FormValues {
  const row = values[`${part}.next`] ?? '0'
  const named = Object.entries(more).map(([rest, value]) => [rowName(part, row, rest), value])
  return {
    ...values,
    ...Object.fromEntries(named),
    [part]: [...rowsOf(values, part), row].join(' '),
    [`${part}.next`]: String(Number(row) + 1),
  }
}

/** Takes a record away with all that was said of it; what was to go to it has nowhere to go again. */
export function withoutRow(values: FormValues, part: PartName, row: string): FormValues {
  const kept = Object.entries(values).filter(
    ([name, value]) =>
      !name.startsWith(`${part}.${row}.`) &&
      !(part === 'beginning' && name.startsWith('move ') && value === newName(row)),
  )
  return {
    ...Object.fromEntries(kept),
    [part]: rowsOf(values, part)
      .filter((other) => other !== row)
      .join(' '),
  }
}

/** The form as it opens: as many records as the deed needs at least, the first one chosen where the caller came from it. */
export function startOfDeed(
  deed: RecordDeed,
  onDate: Day,
  chosen: { as: PartName; id: string } | null,
): FormValues {
  let values: FormValues = { onDate, documentNo: null, reason: null }
  for (const part of deedParts)
    for (let nth = 0; nth < (deed[part]?.least ?? 0); nth += 1)
      values = withRow(values, part, chosen?.as === part && nth === 0 ? { id: chosen.id } : {})
  return values
}

type Named = { readonly name: string; readonly place: 'sets' | 'header'; readonly field: RecordField }

/** What is asked of one record of a part. */
export function fieldsOfRow(
  type: RecordType,
  deed: RecordDeed,
  part: PartName,
  row: string,
): readonly Named[] {
  const act = actOf(type, (deed[part] as DeedPart).act)
  const named = (place: Named['place']) => (field: RecordField) => ({
    name: rowName(part, row, `${place}.${field.key}`),
    place,
    field,
  })
  return [
    ...fieldsOfAct(type, act).map(named('sets')),
    ...(part === 'beginning' ? type.header.map(named('header')) : []),
  ]
}

/** Where in the form a value stands that the server refused; undefined where it could be several, or none. */
export function nameOfField(
  type: RecordType,
  deed: RecordDeed,
  values: FormValues,
  refused: { key: unknown; value: unknown },
): string | undefined {
  if (refused.key === 'onDate' || refused.key === 'documentNo') return refused.key
  const all = deedParts.flatMap((part) =>
    rowsOf(values, part).flatMap((row) => fieldsOfRow(type, deed, part, row)),
  )
  const fits = all.filter(
    ({ name, field }) => field.key === refused.key && textIn(values, name) === (refused.value ?? null),
  )
  // Of two that bear the same value it is the second that is one too many.
  return fits.at(-1)?.name
}

/** What has still to be filled in before the consequences can be worked out. */
export function missingIn(type: RecordType, deed: RecordDeed, values: FormValues): readonly Text[] {
  const missing: Text[] = dayIn(values) ? [] : [words.missingDay]
  for (const part of deedParts) {
    const declared = deed[part]
    if (!declared) continue
    const rows = rowsOf(values, part)
    const chosen =
      part === 'beginning' ? rows : rows.filter((row) => textIn(values, rowName(part, row, 'id')))
    if (chosen.length < declared.least || chosen.length < rows.length)
      missing.push(
        words.missingRecords(declared.label, Math.max(declared.least, rows.length) - chosen.length),
      )
    for (const [nth, row] of rows.entries()) {
      const empty = fieldsOfRow(type, deed, part, row).filter(
        ({ name, field }) => part === 'beginning' && field.required && !textIn(values, name),
      )
      if (empty.length > 0)
        missing.push(
          words.missingFields(
            declared.label,
            nth + 1,
            empty.map(({ field }) => field.label),
          ),
        )
    }
  }
  return missing
}

/** The deed as the server takes it; undefined while the day is missing. */
export function deedInput(type: RecordType, deed: RecordDeed, values: FormValues) {
  const onDate = dayIn(values)
  if (!onDate) return undefined
  const valuesOf = (part: PartName, row: string, place: Named['place']) =>
    Object.fromEntries(
      fieldsOfRow(type, deed, part, row)
        .filter((asked) => asked.place === place)
        .map(({ name, field }) => [field.key, textIn(values, name)]),
    )
  const participants = (part: 'ending' | 'lasting') =>
    rowsOf(values, part).flatMap((row) => {
      const id = textIn(values, rowName(part, row, 'id'))
      const version = textIn(values, rowName(part, row, 'version'))
      return id ? [{ id, ...(version ? { version } : {}), sets: valuesOf(part, row, 'sets') }] : []
    })
  return {
    type: type.id,
    deed: deed.kind,
    onDate,
    documentNo: textIn(values, 'documentNo'),
    reason: textIn(values, 'reason'),
    ending: participants('ending'),
    lasting: participants('lasting'),
    beginning: rowsOf(values, 'beginning').map((row) => ({
      name: newName(row),
      header: valuesOf('beginning', row, 'header'),
      sets: valuesOf('beginning', row, 'sets'),
    })),
    moves: Object.entries(values).flatMap(([name, to]) => {
      const [word, movedType, id, on] = name.split(' ')
      if (word !== 'move' || !to || !movedType || !id || !on) return []
      return [{ type: movedType, id, on, to: to === endsToo ? null : to }]
    }),
  }
}
