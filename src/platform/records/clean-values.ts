import type { Reader } from '../db/transaction.ts'
import { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { isDay } from '../values/day.ts'
import { looksMasked } from '../values/mask.ts'
import type { RecordBehaviour } from './behaviour.ts'
import { isNumberField, type NumberField, readNumber } from './number-field.ts'
import { fieldOf, isMasked, type RecordField, type RecordType } from './record-type.ts'
import type { Records } from './records.ts'

type Values = Readonly<Record<string, string | null>>
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * The values as they may be stored: only the named fields, empty as null, references that the caller can see.
 * `whole`: required fields must be there. @throws Refusal INVALID naming field and value
 */
export async function cleanValues(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  keys: readonly string[],
  given: Values,
  whole: boolean,
): Promise<Record<string, string | null>> {
  const result: Record<string, string | null> = {}
  for (const key of Object.keys(given))
    if (!keys.includes(key)) throw invalid(key, given[key] ?? null, notAsked(key))
  for (const key of keys) {
    const field = fieldOf(behaviour.type, key)
    if (!(key in given) && !whole) continue
    const value = given[key]?.trim() || (field.kind === 'flag' ? 'false' : null)
    if (value === null && field.required) throw invalid(key, null, missing(field))
    result[key] = value === null ? null : await cleanOne(records, reader, behaviour, field, value)
  }
  return result
}

async function cleanOne(
  records: Records,
  reader: Reader<unknown>,
  behaviour: RecordBehaviour,
  field: RecordField,
  value: string,
): Promise<string> {
  if (isMasked(field) && looksMasked(value)) throw invalid(field.key, value, aMask(field))
  if (field.kind === 'choice' && !(value in field.choices))
    throw invalid(field.key, value, notAChoice(field, value))
  if (field.kind === 'flag' && value !== 'true' && value !== 'false')
    throw invalid(field.key, value, notAChoice(field, value))
  if (field.kind === 'day' && !isDay(value)) throw invalid(field.key, value, noDay(field, value))
  if (field.kind === 'text' && [...value].length > 200) throw invalid(field.key, value, tooLong(field))
  if (field.kind === 'reference') {
    const type = records.engine.types.get(field.to) as RecordType
    const seen = uuid.test(value) && (await records.engine.titlesOf(reader, type, [value])).has(value)
    if (!seen) throw invalid(field.key, value, notThere(field))
  }
  const stored = isNumberField(field) ? cleanNumber(field, value) : value
  return behaviour.clean?.[field.key]?.(stored) ?? stored
}

/** As its column gives it back, so that an event says what the spell that follows from it says. */
function cleanNumber(field: NumberField, value: string): string {
  const read = readNumber(field, value)
  if ('wrong' in read) throw invalid(field.key, value, noNumber(field, read.wrong))
  return read.value
}

const invalid = (field: string, value: string | null, words: Text) =>
  new Refusal('INVALID', words, { field, value })
const missing = (field: RecordField) => text(`请填写“${field.label.zh}”。`, `Enter “${field.label.en}”.`)
const notAsked = (key: string) => text(`这项变更不包含“${key}”。`, `This act does not set “${key}”.`)
const notAChoice = (field: RecordField, value: string) =>
  text(
    `“${field.label.zh}”不能填“${value}”，请从列表中选择。`,
    `“${value}” is not a choice of “${field.label.en}”. Choose from the list.`,
  )
const noDay = (field: RecordField, value: string) =>
  text(
    `“${field.label.zh}”不能填“${value}”，请按“2018-06-30”填写日期。`,
    `“${value}” is not a day for “${field.label.en}”. Write it as 2018-06-30.`,
  )
const noNumber = ({ label }: RecordField, wrong: Text) =>
  text(`“${label.zh}”：${wrong.zh}`, `“${label.en}”: ${wrong.en}`)
const tooLong = (field: RecordField) =>
  text(`“${field.label.zh}”超过200个字，请缩短。`, `“${field.label.en}” is longer than 200 characters.`)
const aMask = (field: RecordField) =>
  text(
    `“${field.label.zh}”填的是掩码，不是原来的内容。请填写完整内容；不改的，不要提交这一项。`,
    `“${field.label.en}” holds a mask, not the value itself. Enter the whole value, or leave the field out to keep what is recorded.`,
  )
const notThere = (field: RecordField) =>
  text(
    `“${field.label.zh}”所指的记录不存在，或不在您的管辖范围内。`,
    `The record named by “${field.label.en}” is not there, or is outside your places.`,
  )
