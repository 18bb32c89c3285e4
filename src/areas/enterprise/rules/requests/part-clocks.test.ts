import { expect, test } from 'vitest'
import { addDays, day } from '../../../../platform/values/day.ts'
import { officialCalendar } from './calendar.ts'
import { clockSetOn, type SetClock } from './clock-set-on.ts'
import type { Loop, LoopEvent, LoopTask } from './loop.ts'
import { assignmentClock, objectionClock, runClocks, settlementClock } from './part-clocks.ts'

const event = (on: string, kind: string, sets: Record<string, string> = {}): LoopEvent => ({
  kind,
  onDate: day(`2018-${on}`),
  sets,
})
const part = (...events: LoopEvent[]): LoopTask => ({
  id: 't',
  events,
  spells: [{ from: events[0]?.onDate ?? day('2018-01-01'), to: null, attributes: { role: 'lead' } }],
})
const on = (written: string) => [[] as readonly SetClock[], officialCalendar, day(`2018-${written}`)] as const
const dueOf = (clock: { due: { certainty: string; value?: string } } | null | undefined) =>
  clock && [clock.due.certainty, clock.due.value]

test('the office’s own clock holds from its day on, the Quanzhou model elsewhere', () => {
  const set: SetClock[] = [
    { step: 'lead', length: 5, unit: 'day', from: day('2018-06-01'), to: day('2018-09-01') },
    { step: 'extend', length: 2, unit: 'working_day', from: day('2018-06-01'), to: null },
  ]
  expect(clockSetOn(set, day('2018-05-31')).clocks.lead).toMatchObject({ amount: 7, unit: 'workingDay' })
  expect(clockSetOn(set, day('2018-06-01')).clocks.lead).toMatchObject({ amount: 5, unit: 'naturalDay' })
  expect(clockSetOn(set, day('2018-09-01')).clocks.lead).toMatchObject({ amount: 7 })
  expect(clockSetOn(set, day('2018-06-01')).extension.workingDaysBefore).toBe(2)
  expect(clockSetOn(set, day('2018-06-01')).clocks.assist).toMatchObject({ amount: 3 })
})

test('each taking up again is a run of its own, and a withdrawal ends the one under way', () => {
  const task = part(event('05-07', 'assigned'), event('05-14', 'answered'), event('06-01', 'reopened'))
  const request = [event('05-07', 'received'), event('05-15', 'closed'), event('06-01', 'reopened')]
  const clocks = runClocks(task, request, ...on('06-05'))
  expect(clocks.map(dueOf)).toEqual([
    ['announced', '2018-05-16'],
    ['announced', '2018-06-12'],
  ])
  expect(clocks.map(({ outcome }) => outcome)).toEqual([
    { certainty: 'announced', value: 'met' },
    { certainty: 'announced', value: 'running' },
  ])
  const withdrawn = [...request, event('06-04', 'closed', { outcome: 'withdrawn' })]
  expect(runClocks(task, withdrawn, ...on('06-05')).at(-1)?.outcome).toEqual({
    certainty: 'announced',
    value: 'cancelled',
  })
})

test('assigned the same day, objected to within one working day, settled the same day; each from the event that begins it', () => {
  const received = event('05-05', 'received')
  const loop = (...tasks: LoopTask[]): Loop => ({ id: 'r', events: [received], tasks })
  // A Saturday: the first working day after it.
  expect(dueOf(assignmentClock(loop(), ...on('05-06')))).toEqual(['announced', '2018-05-07'])
  const task = part(event('05-07', 'assigned'), event('05-08', 'objected'))
  const given = assignmentClock(loop(task), ...on('05-08'))
  expect([given?.ended, given?.outcome]).toEqual(['2018-05-07', { certainty: 'announced', value: 'met' }])
  expect(dueOf(objectionClock(part(event('05-11', 'assigned')), ...on('05-11')))).toEqual([
    'announced',
    '2018-05-14',
  ])
  expect(dueOf(settlementClock(task, ...on('05-08')))).toEqual(['announced', '2018-05-08'])
  expect(settlementClock(part(event('05-07', 'assigned')), ...on('05-08'))).toBeNull()
})

test('past the last announced day a due day is expected and never certain', () => {
  const last = officialCalendar.announced.through
  const task: LoopTask = {
    id: 't',
    events: [{ kind: 'assigned', onDate: last, sets: {} }],
    spells: [{ from: last, to: null, attributes: { role: 'lead' } }],
  }
  const [clock] = runClocks(task, [], [], officialCalendar, addDays(last, 1))
  expect(clock?.due.certainty).toBe('expected')
})
