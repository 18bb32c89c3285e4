import { expect, test } from 'vitest'
import type { RecordField } from '../../records/record-type.ts'
import { changedIn, dayIn, startOf, textIn, valuesIn } from './form-input.ts'

const fields: RecordField[] = [
  { key: 'name', kind: 'text', class: 'internal', label: { zh: '名称', en: 'Name' }, required: true },
  {
    key: 'parent_id',
    kind: 'reference',
    class: 'internal',
    to: 'a.b',
    label: { zh: '上级', en: 'Parent' },
    required: false,
  },
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
    class: 'internal',
    label: { zh: '席位', en: 'Seats' },
    required: false,
  }
  const before = { seats: { value: '7', shown: null } }
  expect(changedIn({ 'sets.seats': '０７ ' }, 'sets', [seats], before)).toEqual({})
  expect(changedIn({ 'sets.seats': '08' }, 'sets', [seats], before)).toEqual({ seats: '8' })
  expect(changedIn({ 'sets.seats': null }, 'sets', [seats], before)).toEqual({ seats: null })
  // What is no count is left for the server to refuse as it was typed.
  expect(valuesIn({ 'sets.seats': '7席' }, 'sets', [seats])).toEqual({ seats: '7席' })
})

test('a masked value that stands sends nothing, and one that is replaced or emptied is sent', () => {
  const phone: RecordField = {
    key: 'phone',
    kind: 'text',
    class: 'personal',
    mask: 'phone',
    label: { zh: '电话', en: 'Telephone' },
    required: false,
  }
  const held = {
    phone: { value: null, shown: { zh: '138****0000', en: '138****0000' }, masked: true as const },
  }
  const start = startOf('header', [phone], held)
  expect(start).toEqual({ 'header.phone': '138****0000' })
  expect(changedIn(start, 'header', [phone], held)).toEqual({})
  expect(changedIn({ 'header.phone': '13900001111' }, 'header', [phone], held)).toEqual({
    phone: '13900001111',
  })
  expect(changedIn({ 'header.phone': null }, 'header', [phone], held)).toEqual({ phone: null })
})
