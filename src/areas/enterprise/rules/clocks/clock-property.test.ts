import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day, day, daysBetween } from '../../../../platform/values/day.ts'
import type { Answer } from '../../../../platform/values/working-time/answer.ts'
import { isWorkingDay, workingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import { type HolidayNotice, rest, yearNotice } from '../../../../platform/values/working-time/notice.ts'
import { officialNotices } from '../../../../platform/values/working-time/notices.ts'
import { clockState } from './clock.ts'
import type { ClockLength } from './clock-set.ts'
import type { TaskEvent } from './task-log.ts'
import { timeFindings } from './time-findings.ts'

const calendar = workingCalendar(officialNotices)
const valueOf = <Value>(answer: Answer<Value> | undefined): Value => {
  if (!answer || answer.certainty === 'unknown') throw new Error('known from 2017 on')
  return answer.value
}
const isWorked = (on: Day) => valueOf(isWorkingDay(calendar, on))
/** Every day after the first, the last one with it. */
const after = (a: Day, b: Day) =>
  Array.from({ length: Math.max(0, daysBetween(a, b)) }, (_, index) => addDays(a, index + 1))

type Life = { readonly log: readonly TaskEvent[]; readonly start: Day; readonly asOf: Day }

const first = day('2018-01-01')
const span = daysBetween(first, day('2026-12-28'))
const anyLength = fc.record<ClockLength>({
  amount: fc.integer({ min: 0, max: 15 }),
  unit: fc.constantFrom('workingDay', 'naturalDay'),
})
const step = fc.record({
  wait: fc.integer({ min: 0, max: 6 }),
  extends: fc.option(fc.integer({ min: 1, max: 30 }), { freq: 4 }),
})

/** A task that is paused and resumed in turn, and now and then extended, until it is answered or still runs. */
const anyLife: fc.Arbitrary<Life> = fc
  .tuple(
    fc.integer({ min: 0, max: span }),
    fc.array(step, { maxLength: 7 }),
    fc.boolean(),
    fc.integer({ min: 0, max: 25 }),
  )
  .map(([offset, steps, isAnswered, rest]) => {
    const start = addDays(first, offset)
    const log: TaskEvent[] = [{ kind: 'started', at: start }]
    let [at, isPaused] = [start, false]
    for (const { wait, extends: days } of steps) {
      at = addDays(at, wait)
      if (days !== null) log.push({ kind: 'extended', at, to: addDays(at, days) })
      else log.push(isPaused ? { kind: 'resumed', at } : { kind: 'paused', at, reason: '待补材料' })
      if (days === null) isPaused = !isPaused
    }
    const asOf = addDays(at, rest)
    if (isAnswered) log.push({ kind: 'answered', at: asOf })
    return { log, start, asOf }
  })

/** Day by day, without a thought for speed. */
function naive({ log, start, asOf }: Life, { amount, unit }: ClockLength) {
  const touched = new Set<Day>()
  let since: Day | null = null
  for (const event of log) {
    if (event.kind === 'paused') since = event.at as Day
    if (event.kind !== 'resumed' || since === null) continue
    for (const on of [since, ...after(since, event.at as Day)]) touched.add(on)
    since = null
  }
  if (since !== null) for (const on of [since, ...after(since, asOf)]) touched.add(on)
  const isOfUnit = (on: Day) => unit === 'naturalDay' || isWorked(on)
  const counted = (a: Day, b: Day) => after(a, b).filter((on) => isOfUnit(on) && !touched.has(on)).length
  const extension = log.filter((event) => event.kind === 'extended').at(-1)
  const from = extension ? (extension.at as Day) : start
  const want = extension ? after(from, extension.to).filter(isOfUnit).length : amount
  let due = extension ? extension.to : start
  while (counted(from, due) < want || !isWorked(due) || touched.has(due)) due = addDays(due, 1)
  return { due, consumed: counted(start, asOf), remaining: counted(asOf, due) }
}

describe('a clock', () => {
  it('counts as one counts by the day', () => {
    fc.assert(
      fc.property(anyLife, anyLength, (life, length) => {
        expect(timeFindings(life.log)).toEqual([])
        const state = clockState(life.log, length, calendar, life.asOf)
        const model = naive(life, length)
        expect(valueOf(state?.due)).toBe(model.due)
        expect(valueOf(state?.consumed)).toBe(model.consumed)
        expect(valueOf(state?.remaining)).toBe(model.remaining)
        const late = life.asOf > model.due
        const workingDays = after(model.due, life.asOf).filter(isWorked).length
        expect(valueOf(state?.overdue)).toEqual(late ? { since: addDays(model.due, 1), workingDays } : null)
        if (state?.ended) expect(valueOf(state.outcome)).toBe(late ? 'late' : 'met')
        else expect(valueOf(state?.outcome)).toBe('running')
      }),
    )
  })

  it('consumes and leaves its whole length until it is due', () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 1, max: 15 }), (life, amount) => {
        fc.pre(life.log.every(({ kind }) => kind !== 'extended'))
        const state = clockState(life.log, { amount, unit: 'workingDay' }, calendar, life.asOf)
        fc.pre(valueOf(state?.overdue) === null)
        expect(valueOf(state?.consumed) + valueOf(state?.remaining)).toBe(amount)
      }),
    )
  })

  it('never says for certain what a day without a notice decides', () => {
    fc.assert(
      fc.property(anyLife, anyLength, (life, length) => {
        const due = clockState(life.log, length, calendar, life.asOf)?.due
        expect(due?.certainty).toBe(valueOf(due) <= '2026-12-28' ? 'announced' : 'expected')
      }),
    )
  })

  it('moves with a calendar in which one of its days is off', () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 1, max: 15 }), fc.nat(), ({ start }, amount, pick) => {
        const length: ClockLength = { amount, unit: 'workingDay' }
        const log: TaskEvent[] = [{ kind: 'started', at: start }]
        const due = valueOf(clockState(log, length, calendar, start)?.due)
        fc.pre(due <= '2026-12-28')
        const days = after(start, due).filter(isWorked)
        const off = days[pick % days.length] ?? due
        const change: HolidayNotice = {
          ...yearNotice(Number(off.slice(0, 4)), '某号', '2026-12-01', [rest('newYear', off, off)]),
          kind: 'change',
        }
        const changed = workingCalendar([...officialNotices, change])
        const next = valueOf(clockState(log, { ...length, amount: amount + 1 }, calendar, start)?.due)
        expect(valueOf(clockState(log, length, changed, start)?.due)).toBe(next)
      }),
    )
  })
})
