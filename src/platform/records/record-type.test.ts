import { expect, test } from 'vitest'
import { holderType } from '../testing/two-areas/alpha-records.ts'
import { text } from '../text.ts'
import { countNote, labelWithUnit } from './count-words.ts'
import { type CountField, defineRecordType, fieldOf } from './record-type.ts'

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
  const note = (bounds: Partial<CountField>) => countNote({ ...seats, ...bounds } as CountField)
  expect(note({})).toEqual(text('填整数。', 'A whole number, from 0 up.'))
  expect(note({ least: 1 })).toEqual(text('填不小于1的整数。', 'A whole number, 1 or more.'))
  expect(note({ most: 9, unit: text('席', 'seats') })).toEqual(
    text('填0至9的整数，单位：席。', 'A whole number, from 0 to 9, in seats.'),
  )
})
