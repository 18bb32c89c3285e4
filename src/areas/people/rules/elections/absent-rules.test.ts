import { expect, test } from 'vitest'
import { day } from '../../../../platform/values/day.ts'
import { absentOn, absentRules } from './absent-rules.ts'
import { termKinds, termLength } from './term-length.ts'

test('every absent rule says what is absent and why, in both languages, once', () => {
  for (const { subject, why } of absentRules) {
    for (const words of [subject.zh, subject.en, why.zh, why.en]) expect(words.trim()).not.toBe('')
  }
  expect(new Set(absentRules.map(({ id }) => id)).size).toBe(absentRules.length)
})

test('the law before its revision is silent on the vote, the revised one on ties alone', () => {
  const on = (value: string) => absentOn('residents', day(value)).map(({ id }) => id)
  expect(on('2025-12-31')).toEqual([
    'RC-OLD-VALIDITY',
    'RC-OLD-MAJORITY',
    'RC-OLD-BALLOTS',
    'RC-OLD-PROXIES',
    'RC-OLD-LIST',
    'RC-OLD-COMPOSITION',
    'RC-OLD-HANDOVER',
    'RC-SHIFT',
  ])
  expect(on('2026-01-01')).toEqual(['RC-TIE', 'RC-BALLOTS', 'RC-SHIFT'])
})

test('a Party election is told what its day lacks', () => {
  const on = (value: string) => absentOn('party', day(value)).map(({ id }) => id)
  expect(on('2018-06-20')).toEqual(['EL1990-SURPLUS', 'EL-CLOSE', 'TERM-OLD'])
  expect(on('2021-06-18')).toEqual(['EL-CLOSE', 'EL-FURTHER'])
})

test('where a length of term is missing an absent rule says so, and nowhere else', () => {
  const kinds = Object.keys(termKinds) as (keyof typeof termKinds)[]
  const missing = (value: string) => kinds.some((kind) => termLength(day(value), kind) === null)
  for (const on of ['2018-07-11', '2018-07-12', '2021-01-01', '2026-01-01']) {
    expect(absentOn('party', day(on)).some(({ id }) => id === 'TERM-OLD')).toBe(missing(on))
  }
})
