import { expect, test } from 'vitest'
import type { RecordView } from '../../records/contract.ts'
import { holderType } from '../../testing/two-areas/alpha-records.ts'
import { emptyFixed, seenToDiffer } from './sides.ts'

const masked = (mask: string) => ({ value: null, shown: { zh: mask, en: mask }, masked: true as const })
const empty = { value: null, shown: null }
const plain = (value: string) => ({ value, shown: { zh: value, en: value } })

test('a masked value is a value: one would hardly want to lose it', () => {
  const record = (contact: object) => ({ header: { contact, rank: empty } }) as unknown as RecordView
  expect(emptyFixed(holderType, record(empty), record(masked('•••')))).toEqual(['contact'])
  expect(emptyFixed(holderType, record(masked('•••')), record(masked('•••')))).toEqual([])
  expect(emptyFixed(holderType, record(empty), record(empty))).toEqual([])
})

test.each([
  [plain('1'), plain('2'), true],
  [plain('1'), plain('1'), false],
  [plain('1'), undefined, true],
  [empty, undefined, false],
  [masked('•••'), empty, true],
  [masked('138****0000'), masked('138****0001'), true],
  [masked('•••'), masked('•••'), false],
])('%j and %j are seen to differ: %s', (one, other, differ) => {
  expect(seenToDiffer(one, other)).toBe(differ)
})
