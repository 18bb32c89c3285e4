import { expect, test } from 'vitest'
import type { RecordField } from '../../records/record-type.ts'
import { changedIn, dayIn, startOf, textIn, valuesIn } from './form-input.ts'

const fields: RecordField[] = [
  { key: 'name', kind: 'text', label: { zh: '名称', en: 'Name' }, required: true },
  { key: 'parent_id', kind: 'reference', to: 'a.b', label: { zh: '上级', en: 'Parent' }, required: false },
]
const held = { name: { value: '甲', shown: null }, parent_id: { value: null, shown: null } }

test('a form starts with what holds and sends nothing as changed', () => {
  const start = startOf('sets', fields, held)
  expect(start).toEqual({ 'sets.name': '甲', 'sets.parent_id': null })
  expect(changedIn(start, 'sets', fields, held)).toEqual({})
})

test('a correction sends only what differs, an emptied value as null', () => {
  expect(changedIn({ 'sets.name': '乙', 'sets.parent_id': null }, 'sets', fields, held)).toEqual({
    name: '乙',
  })
  expect(changedIn({ 'sets.name': ' ', 'sets.parent_id': null }, 'sets', fields, held)).toEqual({
    name: null,
  })
  expect(changedIn({ 'sets.name': ' 甲 ' }, 'sets', fields, held)).toEqual({})
})

test('spaces around text are no text', () => {
  expect(valuesIn({ 'sets.name': '  甲 ' }, 'sets', fields)).toEqual({ name: '甲', parent_id: null })
  expect(textIn({ reason: '   ' }, 'reason')).toBeNull()
  expect(dayIn({ onDate: '2018-02-30' })).toBeUndefined()
})

test('a count is sent as it would be stored, so that zeros in front of it are no change', () => {
  const seats: RecordField = {
    key: 'seats',
    kind: 'count',
    label: { zh: '席位', en: 'Seats' },
    required: false,
  }
  const before = { seats: { value: '7' } }
  expect(changedIn({ 'sets.seats': '０７ ' }, 'sets', [seats], before)).toEqual({})
  expect(changedIn({ 'sets.seats': '08' }, 'sets', [seats], before)).toEqual({ seats: '8' })
  expect(changedIn({ 'sets.seats': null }, 'sets', [seats], before)).toEqual({ seats: null })
  // What is no count is left for the server to refuse as it was typed.
  expect(valuesIn({ 'sets.seats': '7席' }, 'sets', [seats])).toEqual({ seats: '7席' })
})
