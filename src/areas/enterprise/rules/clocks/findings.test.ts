import { describe, expect, it } from 'vitest'
import { day } from '../../../../platform/values/day.ts'
import { workingCalendar } from '../../../../platform/values/working-time/calendar.ts'
import { minute } from '../../../../platform/values/working-time/minute.ts'
import { officialNotices } from '../../../../platform/values/working-time/notices.ts'
import { quanzhouClockSet } from './clock-set.ts'
import { extensionFindings } from './extension-findings.ts'
import type { TaskEvent } from './task-log.ts'
import { timeFindings } from './time-findings.ts'

const calendar = workingCalendar(officialNotices)
const started: TaskEvent = { kind: 'started', at: day('2018-06-01') }
const at = (kind: 'resumed' | 'answered' | 'closed' | 'cancelled', on: string): TaskEvent => ({
  kind,
  at: day(on),
})
const paused = (on: string): TaskEvent => ({ kind: 'paused', at: day(on), reason: '待企业补充材料' })

describe('R-S8-03', () => {
  const where = (...log: TaskEvent[]) => timeFindings(log).map(({ rule, on }) => `${rule} ${on}`)

  it('finds nothing in a plain life, in whatever order it was recorded', () => {
    const log = [
      at('closed', '2018-06-12'),
      at('answered', '2018-06-11'),
      paused('2018-06-05'),
      at('resumed', '2018-06-07'),
      started,
    ]
    expect(where(...log)).toEqual([])
    expect(where()).toEqual([])
  })

  it('finds what lies before the start, after the end, or is no pair', () => {
    expect(where(at('answered', '2018-05-31'), started)).toEqual(['R-S8-03 2018-05-31'])
    expect(where(started, started)).toEqual(['R-S8-03 2018-06-01'])
    expect(where(started, at('resumed', '2018-06-05'))).toEqual(['R-S8-03 2018-06-05'])
    expect(where(started, paused('2018-06-05'), paused('2018-06-06'))).toEqual(['R-S8-03 2018-06-06'])
    expect(where(started, at('closed', '2018-06-05'), at('answered', '2018-06-06'))).toEqual([
      'R-S8-03 2018-06-06',
    ])
    expect(where(started, at('cancelled', '2018-06-05'), at('closed', '2018-06-06'))).toEqual([
      'R-S8-03 2018-06-06',
    ])
  })

  it('sees the minute where each event of the day has one', () => {
    const begun: TaskEvent = { kind: 'started', at: minute('2018-06-01 10:00') }
    const early: TaskEvent = { kind: 'answered', at: minute('2018-06-01 09:30') }
    expect(where(begun, early)).toEqual(['R-S8-03 2018-06-01'])
    expect(where(begun, at('answered', '2018-06-01'))).toEqual([])
  })

  it('says which step at which time, how the task stood, and on what basis', () => {
    expect(timeFindings([started, at('resumed', '2018-06-05')])).toEqual([
      expect.objectContaining({
        weight: 'block',
        basis: expect.objectContaining({ zh: expect.stringContaining('第二百零一条') }),
        message: {
          zh: '“恢复”记于2018-06-05，而此时该事项正在办理。请核对各环节的时间。',
          en: 'The resumption is recorded at 2018-06-05, when the task was running. Check the times of its steps.',
        },
      }),
    ])
  })
})

describe('asking for an extension', () => {
  const { lead } = quanzhouClockSet.clocks
  const found = (log: TaskEvent[], set = quanzhouClockSet) =>
    extensionFindings(log, lead, set, calendar).map(({ rule, weight }) => `${rule} ${weight}`)
  const asked = (on: string, to = '2018-06-22'): TaskEvent => ({ kind: 'extended', at: day(on), to: day(to) })

  it('is in time until one working day before the due day, 12 June', () => {
    expect(found([started, asked('2018-06-11')])).toEqual([])
    expect(found([started, asked('2018-06-12')])).toEqual(['R-S8-09 warn'])
    expect(found([started, asked('2018-06-13')])).toEqual(['R-S8-04 warn'])
  })

  it('after expiry blocks where the clocks are those of an instrument', () => {
    const own = { ...quanzhouClockSet, source: 'instrument' as const }
    expect(found([started, asked('2018-06-13')], own)).toEqual(['R-S8-04 block'])
  })

  it('counts the working day before over days off', () => {
    const begun: TaskEvent = { kind: 'started', at: day('2018-09-21') }
    // Due on 8 October, the first working day after National Day; 30 September is a worked Sunday.
    expect(found([begun, asked('2018-09-30', '2018-10-20')])).toEqual([])
    expect(found([begun, asked('2018-10-03', '2018-10-20')])).toEqual(['R-S8-09 warn'])
  })

  it('is judged by the due day as pauses and earlier extensions left it', () => {
    expect(found([started, paused('2018-06-05'), at('resumed', '2018-06-07'), asked('2018-06-13')])).toEqual(
      [],
    )
    expect(found([started, asked('2018-06-08'), asked('2018-06-21', '2018-06-29')])).toEqual([])
    expect(found([started, asked('2018-06-08'), asked('2018-06-25', '2018-06-29')])).toEqual(['R-S8-04 warn'])
  })

  it('goes to a later day', () => {
    expect(found([started, asked('2018-06-08', '2018-06-12')])).toEqual(['R-S8-03 block'])
  })

  it('is not judged by a day that is only expected', () => {
    const begun: TaskEvent = { kind: 'started', at: day('2026-12-21') }
    expect(found([begun, asked('2027-01-10', '2027-01-20')])).toEqual([])
  })

  it('says by which day it had to be asked', () => {
    expect(extensionFindings([started, asked('2018-06-12')], lead, quanzhouClockSet, calendar)).toEqual([
      expect.objectContaining({
        on: '2018-06-12',
        message: expect.objectContaining({
          zh: '延期于2018-06-12提出；期限为2018-06-12，至迟应于2018-06-11提出。请说明原因。',
        }),
        basis: quanzhouClockSet.extension.basis,
      }),
    ])
  })
})
