import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween } from '../../../../../platform/values/day.ts'
import { monthOf } from '../../../../../platform/values/period.ts'
import { leadTimesOn, practiceLeadTimes, type SetLeadTime } from './lead-times.ts'
import { partyMaterials, residentsMaterials } from './materials.ts'
import { partyCalendar } from './party-calendar.ts'
import { type ResidentsPlan, residentsCalendar } from './residents-calendar.ts'
import type { CalendarStep } from './step.ts'

const inShort = (steps: readonly CalendarStep[]) =>
  steps.map(({ id, from, by }) => `${id} ${from ?? ''}..${by}`)
const month = (value: string) => monthOf(day(`${value}-01`))

test('a Party election of June is prepared from December, by practice', () => {
  const steps = partyCalendar(month('2026-06'), practiceLeadTimes)
  expect(inShort(steps)).toEqual([
    'EL_REMIND 2025-12-01..2025-12-31',
    'EL_REQUEST 2026-02-01..2026-02-28',
    'EL_CAND 2026-04-01..2026-04-30',
    'EL_MEETING 2026-06-01..2026-06-30',
    'EL_FIRST 2026-06-01..2026-06-30',
    'EL_REPORT 2026-06-01..2026-06-30',
  ])
  expect(steps.map(({ force, source }) => `${force} ${source}`)).toEqual(steps.map(() => 'reminder practice'))
})

test('an office keeps its own lead times', () => {
  const steps = partyCalendar(month('2026-01'), { remind: 3, request: 2, nominees: 1 })
  expect(inShort(steps).slice(0, 3)).toEqual([
    'EL_REMIND 2025-10-01..2025-10-31',
    'EL_REQUEST 2025-11-01..2025-11-30',
    'EL_CAND 2025-12-01..2025-12-31',
  ])
  expect(() => partyCalendar(month('2026-01'), { remind: -1, request: 2, nominees: 1 })).toThrow(
    /whole number from 0/,
  )
  expect(() => partyCalendar(month('2026-01'), { remind: 6, request: 1.5, nominees: 1 })).toThrow(
    /whole number/,
  )
})

test('what the office has set holds while it is in force, step by step, and practice for the rest', () => {
  const set: SetLeadTime[] = [
    { step: 'remind', months: 9, from: day('2024-01-01'), to: day('2025-01-01') },
    { step: 'remind', months: 0, from: day('2025-01-01'), to: null },
    { step: 'nominees', months: 1, from: day('2024-06-01'), to: null },
  ]
  const on = (value: string) => Object.values(leadTimesOn(set, day(value)))
  expect(on('2023-12-31')).toEqual([6, 4, 2])
  expect(on('2024-01-01')).toEqual([9, 4, 2])
  expect(on('2024-12-31')).toEqual([9, 4, 1])
  expect(on('2025-01-01')).toEqual([0, 4, 1])
})

const plan = (more: Partial<ResidentsPlan> = {}): ResidentsPlan => ({
  electionOn: day('2026-03-15'),
  listPublished: null,
  objectedOn: null,
  meetingOn: null,
  ...more,
})

test('a residents’ election reckons its times from the last day on which each is in time', () => {
  const steps = residentsCalendar(plan())
  expect(inShort(steps)).toEqual([
    'RC_LIST ..2026-02-23',
    'RC_OBJECT 2026-02-23..2026-02-28',
    'RC_DECIDE 2026-02-23..2026-03-03',
    'RC_ELECTION 2026-03-15..2026-03-15',
    'RC_HANDOVER 2026-03-15..2026-03-25',
  ])
  expect(steps.every(({ force, source }) => force === 'lock' && source === 'statute')).toBe(true)
})

test('what has happened moves the times that follow from it', () => {
  const steps = residentsCalendar(
    plan({ listPublished: day('2026-02-10'), objectedOn: day('2026-02-12'), meetingOn: day('2026-01-31') }),
  )
  expect(inShort(steps)).toEqual([
    'RC_MEETING_NOTICE ..2026-01-21',
    'RC_OBJECT 2026-02-10..2026-02-15',
    'RC_DECIDE 2026-02-12..2026-02-15',
    'RC_LIST ..2026-02-23',
    'RC_ELECTION 2026-03-02..2026-03-15',
    'RC_HANDOVER 2026-03-15..2026-03-25',
  ])
})

test('a list that is late moves the first possible day of the election beyond the planned one', () => {
  const polling = residentsCalendar(plan({ listPublished: day('2026-03-01') })).find(
    ({ id }) => id === 'RC_ELECTION',
  )
  expect(polling).toMatchObject({ from: '2026-03-21', by: '2026-03-15' })
})

test('before the revised law there are no times at hand', () => {
  expect(residentsCalendar(plan({ electionOn: day('2025-12-31') }))).toEqual([])
})

test('the list is always out for twenty days, and steps come in the order of their days', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), (offset) => {
      const electionOn = addDays(day('2026-01-01'), offset)
      const steps = residentsCalendar(plan({ electionOn }))
      const days = steps.map(({ by }) => by)
      expect(days).toEqual([...days].sort())
      expect(daysBetween(steps.find(({ id }) => id === 'RC_LIST')?.by ?? electionOn, electionOn)).toBe(20)
    }),
  )
})

test('every paper is due at a step of the calendar', () => {
  const partySteps = partyCalendar(month('2026-06'), practiceLeadTimes).map(({ id }) => id)
  const residentsSteps = residentsCalendar(plan()).map(({ id }) => id)
  expect(partySteps).toEqual(expect.arrayContaining(partyMaterials.map(({ step }) => step)))
  expect(residentsSteps).toEqual(expect.arrayContaining(residentsMaterials.map(({ step }) => step)))
  expect(partyMaterials.map(({ name }) => name.zh)).toContain('选举结果报告单')
})
