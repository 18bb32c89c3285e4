import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextBackup } from './schedule.ts'

const moment = (text: string) => Date.parse(`${text}+08:00`)
const halfPastTwo = 150
const quiet = { at: halfPastTwo, started: moment('2026-11-01T00:00'), failed: null }

test('the night after a backup is the next one, in China time', () => {
  const newest = moment('2026-11-26T02:31')
  expect(nextBackup(moment('2026-11-26T17:00'), { ...quiet, newest })).toBe(moment('2026-11-27T02:30'))
  expect(nextBackup(moment('2026-11-27T02:31'), { ...quiet, newest })).toBe(moment('2026-11-27T02:30'))
})

test('a night that the machine slept through is made up ten minutes after the start', () => {
  const newest = moment('2026-11-25T02:31')
  const started = moment('2026-11-26T08:30')
  expect(nextBackup(moment('2026-11-26T08:31'), { ...quiet, newest, started })).toBe(
    moment('2026-11-26T08:40'),
  )
})

test('what failed is tried again after half an hour, not at once', () => {
  const failed = moment('2026-11-26T02:32')
  const state = { ...quiet, newest: moment('2026-11-25T02:31'), failed }
  expect(nextBackup(moment('2026-11-26T02:33'), state)).toBe(moment('2026-11-26T03:02'))
})

test('where it is switched off there is none', () => {
  expect(nextBackup(0, { ...quiet, at: null, newest: null })).toBeNull()
})

test('no backup is due twice, and none is ever more than a day and its graces away', () => {
  const hours = fc.integer({ min: 0, max: 24 * 90 }).map((count) => count * 3_600_000)
  fc.assert(
    fc.property(hours, fc.nat(1439), fc.nat(86_399_999), (begin, at, later) => {
      const now = moment('2026-01-01T00:00') + begin + later
      const state = { at, started: now - later, failed: null }
      const due = nextBackup(now, { ...state, newest: null }) as number
      const after = nextBackup(Math.max(now, due), { ...state, newest: Math.max(now, due) }) as number
      expect(after).toBeGreaterThan(Math.max(now, due))
      expect(after - Math.max(now, due)).toBeLessThanOrEqual(86_400_000)
      expect(due - now).toBeLessThanOrEqual(600_000)
    }),
  )
})
