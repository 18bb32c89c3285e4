import { expect, test } from 'vitest'
import type { RecordField } from '../../records/record-type.ts'
import { changedIn, dayIn, startOf, textIn, valuesIn } from './form-input.ts'
import { saidAmount } from './said-amount.ts'

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

test('a sum is sent as it would be stored, so that separators and zeros are no change', () => {
  const funds: RecordField = {
    key: 'funds',
    kind: 'amount',
    class: 'internal',
    label: { zh: '资金', en: 'Funds' },
    required: false,
  }
  const before = { funds: { value: '1234.50', shown: null } }
  expect(changedIn({ 'sets.funds': '１，２３４．５ ' }, 'sets', [funds], before)).toEqual({})
  expect(changedIn({ 'sets.funds': '1234.51' }, 'sets', [funds], before)).toEqual({ funds: '1234.51' })
  expect(valuesIn({ 'sets.funds': '2万元' }, 'sets', [funds])).toEqual({ funds: '2万元' })
})

test('a sum is said in 万 and 亿 while it is typed, so that a zero too many is seen', () => {
  expect(
    ['2200', '22000', '220000', '22000000000', '1,234.5', '-3'].map((typed) => saidAmount(typed)?.zh),
  ).toEqual(['即2200.00元', '即2.20万元', '即22.00万元', '即220亿元', '即1234.50元', '即-3.00元'])
  expect(saidAmount('22000000000')?.en).toBe('That is 22 billion yuan')
  for (const none of ['', '220亿元', '12.345', '十']) expect(saidAmount(none)).toBeNull()
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
