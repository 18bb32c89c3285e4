import { expect, test } from 'vitest'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { text } from '../text.ts'
import { labelWithUnit, numberNote } from './number-words.ts'
import { type AmountField, type CountField, defineRecordType, fieldOf } from './record-type.ts'

const seats: CountField = {
  key: 'seats',
  kind: 'count',
  class: 'internal',
  label: text('席位', 'Seats'),
  required: true,
}

test('a count names no record, and its bounds lie within what an int column holds', () => {
  expect(() => defineRecordType({ ...holderType, title: 'seats' })).toThrow('names no record')
  expect(() => defineRecordType({ ...holderType, naturalKey: ['code', 'rank'] })).toThrow('names no record')
  const bounded = (bounds: { least?: number; most?: number }) => () =>
    defineRecordType({ ...holderType, header: [...holderType.header, { ...seats, key: 'other', ...bounds }] })
  for (const wrong of [{ least: -1 }, { least: 3, most: 2 }, { most: 0.5 }, { most: 2 ** 31 }])
    expect(bounded(wrong)).toThrow('cannot lie between')
  expect(bounded({ least: 0, most: 0 })).not.toThrow()
})

test('what to fill in says the bounds and the unit, and a column has the unit over it', () => {
  expect(labelWithUnit(fieldOf(holderType, 'seats'))).toEqual(text('席位（席）', 'Seats (seats)'))
  expect(labelWithUnit(fieldOf(holderType, 'name'))).toEqual(text('名称', 'Name'))
  const note = (bounds: Partial<CountField>) => numberNote({ ...seats, ...bounds } as CountField)
  expect(note({})).toEqual(text('填整数。', 'A whole number, from 0 up.'))
  expect(note({ least: 1 })).toEqual(text('填不小于1的整数。', 'A whole number, 1 or more.'))
  expect(note({ most: 9, unit: text('席', 'seats') })).toEqual(
    text('填0至9的整数，单位：席。', 'A whole number, from 0 to 9, in seats.'),
  )
})

const funds: AmountField = {
  key: 'other',
  kind: 'amount',
  class: 'internal',
  label: text('资金', 'Funds'),
  required: true,
}
const withField = (more: Partial<AmountField>) => () =>
  defineRecordType({
    ...holderType,
    header: [...holderType.header, { ...funds, ...more } as AmountField],
  })

test('a sum names no record, its bounds are written in the one form, and no heading hides its unit', () => {
  expect(() => defineRecordType({ ...holderType, title: 'funds' })).toThrow(
    'the amount funds names no record',
  )
  expect(() => defineRecordType({ ...holderType, naturalKey: ['code', 'pledge'] })).toThrow('names no record')
  for (const wrong of [
    { least: '1.5' },
    { most: '1,000' },
    { most: '1万' },
    { least: '3', most: '2' },
    { most: '10000000000000000' },
    { most: '-1' },
  ])
    expect(withField(wrong)).toThrow('cannot lie between')
  expect(withField({ least: '-5.50', most: '-5.50', currency: 'CNY' })).not.toThrow()
  expect(withField({ heading: text('资金', 'Funds') })).toThrow('does not say its unit')
  expect(withField({ heading: text('资金（万元）', 'Funds (10k yuan)') })).toThrow('does not say its unit')
  expect(withField({ heading: text('注入的资金（元）', 'Funds paid in (yuan)') })).not.toThrow()
})

test('what to fill in says the currency and the bounds of a sum', () => {
  expect(labelWithUnit(funds)).toEqual(text('资金（元）', 'Funds (yuan)'))
  expect(numberNote(funds)).toEqual(
    text('填金额，单位：元，最多两位小数。', 'A sum in yuan, from 0 up, with at most two decimals.'),
  )
  expect(numberNote({ ...funds, least: '-5' }).zh).toBe('填不小于-5的金额，单位：元，最多两位小数。')
  expect(numberNote({ ...funds, most: '9.50' }).en).toBe(
    'A sum in yuan, from 0 to 9.50, with at most two decimals.',
  )
})
