import { describe, expect, it } from 'vitest'
import { day } from '../../../../platform/values/day.ts'
import { workingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import { minute } from '../../../../platform/values/working-time/minute.ts'
import { officialNotices } from '../../../../platform/values/working-time/notices.ts'
import { clockState } from './clock.ts'
import { quanzhouClockSet } from './clock-set.ts'
import type { TaskEvent } from './task-log.ts'

const calendar = workingCalendar(officialNotices)
const { assign, object, assist, lead } = quanzhouClockSet.clocks
const started = (at: string): TaskEvent => ({ kind: 'started', at: day(at) })
const paused = (at: string): TaskEvent => ({ kind: 'paused', at: day(at), reason: '待企业补充材料' })
const resumed = (at: string): TaskEvent => ({ kind: 'resumed', at: day(at) })
const extended = (at: string, to: string): TaskEvent => ({ kind: 'extended', at: day(at), to: day(to) })
const answered = (at: string): TaskEvent => ({ kind: 'answered', at: day(at) })
const cancelled = (at: string): TaskEvent => ({ kind: 'cancelled', at: day(at) })
const sure = <Value>(value: Value) => ({ certainty: 'announced', value })
const state = (log: readonly TaskEvent[], asOf: string, clock = lead, by = calendar) =>
  clockState(log, clock, by, day(asOf))

describe('the due day', () => {
  it.each([
    [
      '2018-02-11',
      '2018-02-26',
      'a worked Sunday starts it, the Spring Festival is skipped, a Saturday is worked',
    ],
    ['2018-09-28', '2018-10-12', 'two worked days before National Day'],
    ['2019-04-26', '2019-05-08', 'Labour Day as changed in March 2019'],
    ['2020-01-22', '2020-02-10', 'the extended Spring Festival'],
    ['2021-04-30', '2021-05-13', 'Labour Day, the 8th worked'],
    ['2022-09-29', '2022-10-13', 'National Day, the 8th and 9th worked'],
    ['2023-01-19', '2023-02-02', 'Spring Festival, two worked days after it'],
    ['2024-02-08', '2024-02-23', "New Year's Eve worked, the 18th too"],
    ['2025-09-29', '2025-10-15', 'eight days of National Day, the 11th worked'],
    ['2026-02-12', '2026-02-28', 'nine days, a Saturday worked before and one as the last day'],
  ])('of the lead from %s is %s: %s', (from, due) => {
    expect(state([started(from)], from)).toMatchObject({
      due: sure(due),
      consumed: sure(0),
      remaining: sure(7),
      outcome: sure('running'),
      overdue: sure(null),
      paused: null,
    })
  })

  it('of the other steps follows from their lengths', () => {
    const dueOf = (clock: typeof lead, from: string) => state([started(from)], from, clock)?.due
    expect(dueOf(assign, '2018-05-02')).toEqual(sure('2018-05-02'))
    expect(dueOf(assign, '2018-05-05')).toEqual(sure('2018-05-07'))
    expect(dueOf(object, '2018-05-04')).toEqual(sure('2018-05-07'))
    expect(dueOf(assist, '2018-02-13')).toEqual(sure('2018-02-23'))
  })

  it('of natural days gives way to the next working day', () => {
    const natural = { ...lead, amount: 10, unit: 'naturalDay' as const }
    expect(state([started('2018-02-05')], '2018-02-05', natural)?.due).toEqual(sure('2018-02-22'))
    expect(state([started('2018-05-02')], '2018-05-02', natural)?.due).toEqual(sure('2018-05-14'))
    const log = [started('2018-05-02'), paused('2018-05-10'), resumed('2018-05-14')]
    expect(state(log, '2018-05-14', natural)?.due).toEqual(sure('2018-05-17'))
  })

  it('moves when the calendar given changes', () => {
    const before = (on: string) => workingCalendar(officialNotices.filter(({ issued }) => issued < on))
    const labour = [started('2019-04-26')]
    expect(state(labour, '2019-04-26', lead, before('2019-03-22'))?.due).toEqual(sure('2019-05-08'))
    expect(state(labour, '2019-04-26', assist, before('2019-03-22'))?.due).toEqual(sure('2019-05-02'))
    expect(state(labour, '2019-04-26', assist)?.due).toEqual(sure('2019-04-30'))
    const spring = [started('2020-01-22')]
    expect(state(spring, '2020-01-22', lead, before('2020-01-26'))?.due).toEqual(sure('2020-02-06'))
    expect(state(spring, '2020-02-08', lead, before('2020-01-26'))?.overdue).toMatchObject({
      value: { since: '2020-02-07' },
    })
    expect(state(spring, '2020-02-08')?.overdue).toEqual(sure(null))
  })

  it('is expected past the last notice, and unknown before the first', () => {
    expect(state([started('2026-12-21')], '2026-12-21')?.due).toEqual({
      certainty: 'expected',
      value: '2026-12-30',
    })
    const late = [started('2026-12-21'), answered('2026-12-31')]
    expect(state(late, '2027-01-10')?.outcome).toEqual({ certainty: 'expected', value: 'late' })
    const early = [started('2026-12-21'), answered('2026-12-28')]
    expect(state(early, '2027-01-10')?.outcome).toEqual(sure('met'))
    expect(state([started('2026-12-21')], '2026-12-28')?.overdue).toEqual(sure(null))
    expect(state([started('2026-12-21')], '2027-01-06')?.overdue.certainty).toBe('expected')
    expect(state([started('2016-12-28'), answered('2017-02-01')], '2017-02-01')).toMatchObject({
      due: { certainty: 'unknown' },
      outcome: { certainty: 'unknown' },
      remaining: { certainty: 'unknown' },
      overdue: { certainty: 'unknown' },
    })
  })
})

describe('pauses', () => {
  const log = [started('2018-06-01'), paused('2018-06-05'), resumed('2018-06-07')]

  it('take every day out that they touch', () => {
    expect(state(log.slice(0, 1), '2018-06-04')?.due).toEqual(sure('2018-06-12'))
    expect(state(log, '2018-06-08')).toMatchObject({
      due: sure('2018-06-15'),
      consumed: sure(2),
      remaining: sure(5),
      paused: null,
    })
  })

  it('take one day where they begin and end on it, and days off take nothing', () => {
    expect(
      state([started('2018-06-01'), paused('2018-06-05'), resumed('2018-06-05')], '2018-06-06')?.due,
    ).toEqual(sure('2018-06-13'))
    expect(
      state([started('2018-06-01'), paused('2018-06-02'), resumed('2018-06-03')], '2018-06-06')?.due,
    ).toEqual(sure('2018-06-12'))
  })

  it('that still run move the due day on by the day', () => {
    expect(state(log, '2018-06-06')).toMatchObject({
      due: sure('2018-06-14'),
      paused: { since: '2018-06-05', reason: '待企业补充材料' },
      consumed: sure(1),
      remaining: sure(6),
    })
    expect(state([started('2018-06-01'), paused('2018-06-05')], '2018-07-05')).toMatchObject({
      due: sure('2018-07-13'),
      overdue: sure(null),
    })
  })

  it('take the last day too, where it is the same day or comes after days off', () => {
    const sameDay = [started('2018-06-01'), paused('2018-06-01'), resumed('2018-06-01')]
    expect(state(sameDay, '2018-06-04', assign)?.due).toEqual(sure('2018-06-04'))
    const natural = { ...lead, amount: 8, unit: 'naturalDay' as const }
    const afterDaysOff = [started('2018-06-01'), paused('2018-06-11'), resumed('2018-06-11')]
    expect(state(afterDaysOff, '2018-06-12', natural)?.due).toEqual(sure('2018-06-12'))
  })

  it('after the due day change nothing', () => {
    const late = [started('2018-06-01'), paused('2018-06-13')]
    expect(state(late, '2018-06-19')).toMatchObject({
      due: sure('2018-06-12'),
      overdue: sure({ since: '2018-06-13', workingDays: 4 }),
    })
  })
})

describe('extensions', () => {
  it('set a new due day, which later pauses move on', () => {
    const log = [started('2018-06-01'), extended('2018-06-08', '2018-06-22')]
    expect(state(log, '2018-06-08')).toMatchObject({ due: sure('2018-06-22'), remaining: sure(9) })
    const later = [...log, paused('2018-06-20'), resumed('2018-06-21')]
    expect(state(later, '2018-06-21')?.due).toEqual(sure('2018-06-26'))
    const again = [...log, extended('2018-06-20', '2018-06-29')]
    expect(state(again, '2018-06-20')?.due).toEqual(sure('2018-06-29'))
    expect(state(again, '2018-06-19')?.due).toEqual(sure('2018-06-22'))
  })

  it('to a day off end on the next working day', () => {
    expect(state([started('2018-06-01'), extended('2018-06-08', '2018-06-16')], '2018-06-08')?.due).toEqual(
      sure('2018-06-19'),
    )
  })
})

describe('the outcome', () => {
  it('is met on the due day and late after it', () => {
    expect(state([started('2018-06-01'), answered('2018-06-12')], '2018-07-01')).toMatchObject({
      ended: '2018-06-12',
      outcome: sure('met'),
      overdue: sure(null),
      remaining: sure(0),
    })
    expect(state([started('2018-06-01'), answered('2018-06-14')], '2018-07-01')).toMatchObject({
      outcome: sure('late'),
      overdue: sure({ since: '2018-06-13', workingDays: 2 }),
      consumed: sure(9),
    })
  })

  it('is what was known on the day', () => {
    const log = [started('2018-06-01'), answered('2018-06-14')]
    expect(state(log, '2018-05-31')).toBeNull()
    expect(state(log, '2018-06-12')).toMatchObject({
      outcome: sure('running'),
      overdue: sure(null),
      ended: null,
    })
    expect(state(log, '2018-06-16')?.outcome).toEqual(sure('late'))
  })

  it('is overdue from the day after, which need not be a working day', () => {
    expect(state([started('2018-06-06')], '2018-06-16')).toMatchObject({
      due: sure('2018-06-15'),
      overdue: sure({ since: '2018-06-16', workingDays: 0 }),
      remaining: sure(0),
    })
  })

  it('is no matter of time when withdrawn', () => {
    expect(state([started('2018-06-01'), cancelled('2018-06-29')], '2018-07-01')).toMatchObject({
      outcome: sure('cancelled'),
      overdue: sure(null),
    })
  })

  it('is met where a pause still runs at the answer', () => {
    const log = [started('2018-06-01'), paused('2018-06-11'), answered('2018-06-29')]
    expect(state(log, '2018-07-01')).toMatchObject({ outcome: sure('met'), paused: null })
  })

  it('takes minutes as well as days', () => {
    const log: TaskEvent[] = [
      { kind: 'answered', at: minute('2018-06-12 23:50') },
      { kind: 'started', at: minute('2018-06-01 09:10') },
    ]
    expect(state(log, '2018-07-01')?.outcome).toEqual(sure('met'))
  })
})
