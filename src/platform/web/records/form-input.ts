import type { RecordView } from '../../records/contract.ts'
import { isNumberField, readNumber } from '../../records/number-field.ts'
import type { RecordField } from '../../records/record-type.ts'
import { type Day, isDay } from '../../values/day.ts'

/** The values of a form by field name: `header.<key>`, `sets.<key>`, `onDate`, `documentNo`, `reason`, `neverWas`. */
export type FormValues = Readonly<Record<string, string | null>>

export type FieldPlace = 'header' | 'sets'

export function fieldName(place: FieldPlace, field: RecordField): string {
  return `${place}.${field.key}`
}

export function dayIn(values: FormValues, name = 'onDate'): Day | undefined {
  const value = values[name]
  return isDay(value) ? value : undefined
}

/** The text of a field without spaces around it; empty is null. */
export function textIn(values: FormValues, name: string): string | null {
  return values[name]?.trim() || null
}

export function valuesIn(values: FormValues, place: FieldPlace, fields: readonly RecordField[]) {
  return Object.fromEntries(fields.map((field) => [field.key, valueIn(values, place, field)]))
}

/** As it would be stored, so that 007 is no change of 7. */
function valueIn(values: FormValues, place: FieldPlace, field: RecordField): string | null {
  const value = textIn(values, fieldName(place, field))
  const read = isNumberField(field) && value !== null ? readNumber(field, value) : null
  return read && 'value' in read ? read.value : value
}

/** Only what differs: a correction must not say again what was right. */
export function changedIn(
  values: FormValues,
  place: FieldPlace,
  fields: readonly RecordField[],
  before: RecordView['header'],
): Record<string, string | null> {
  const all = Object.entries(valuesIn(values, place, fields))
  return Object.fromEntries(all.filter(([key, value]) => value !== heldIn(before[key])))
}

/** Of a masked value the form holds the mask, and sends nothing while it stands. */
function heldIn(shown: RecordView['header'][string] | undefined): string | null {
  return (shown?.masked ? shown.shown?.zh : shown?.value) || null
}

/** What a form starts with for these fields: the values that hold. */
export function startOf(
  place: FieldPlace,
  fields: readonly RecordField[],
  held: RecordView['header'] | null | undefined,
): Record<string, string | null> {
  return Object.fromEntries(fields.map((field) => [fieldName(place, field), heldIn(held?.[field.key])]))
}

/** Values that a form is to begin with, by the keys of attributes, as one text of its address. */
export const givenIn = (values: Readonly<Record<string, string>>): string =>
  new URLSearchParams(values).toString()

/** What the address gives, of the fields that the form has. */
export function givenTo(fields: readonly RecordField[], given: string): Record<string, string> {
  const values = new URLSearchParams(given)
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = values.get(field.key)
      return value === null ? [] : [[fieldName('sets', field), value]]
    }),
  )
}
