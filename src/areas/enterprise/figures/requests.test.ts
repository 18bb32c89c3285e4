import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type Day, day } from '../../../platform/values/day.ts'
import type { Period } from '../../../platform/values/period.ts'
import { runClocks } from '../rules/requests/part-clocks.ts'
import { officialCalendar } from '../rules/requests/calendar.ts'
import type { LoopEvent } from '../rules/requests/loop.ts'
import { openRequestOffice, type RequestOffice } from '../testing/request-desk.ts'

let desk: RequestOffice
beforeAll(async () => {
  desk = await openRequestOffice()
})
afterAll(() => desk.at.close())

const valueOf = async (figure: string, moment: { asOf?: Day; period?: Period }, node?: string) => {
  const { value, inputs } = await desk.at.value({
    figure: `enterprise.${figure}`,
    along: 'place',
    structure: 'then',
    ...moment,
    ...(node ? { node } : {}),
  })
  return inputs.length > 0 ? inputs.map((input) => input.value).join('/') : value
}
const over = (from: string, through: string) => ({ period: { from: day(from), through: day(through) } })

test('departments in the joint mechanism, companies with a problem solved beside the number of requests', async () => {
  const { at, receive, assign, answer, close, departments } = desk
  expect(await valueOf('joint_departments', { asOf: day('2018-07-29') })).toBe('3')
  await at.happen('department', departments.union, 'joint_changed', '2018-08-01', { joint: 'false' })
  expect(await valueOf('joint_departments', { asOf: day('2018-08-01') })).toBe('2')
  const [first, second] = desk.companies
  const solve = async (
    company: string,
    kind: 'financing' | 'hiring' | 'land',
    on: string,
    outcome = 'solved',
  ) => {
    const request = await receive(company, on, kind)
    await answer(await assign(request, departments.party, on), on)
    await close(request, on, outcome)
    return request
  }
  await solve(first, 'financing', '2018-03-05')
  await solve(first, 'hiring', '2018-03-06')
  await solve(second, 'land', '2018-03-07')
  await solve(second, 'hiring', '2018-03-08', 'partly_solved')
  const again = await solve(second, 'financing', '2018-03-09')
  const march = over('2018-03-01', '2018-03-31')
  expect(await valueOf('companies_with_problem_solved', march)).toBe('2')
  expect(await valueOf('problems_solved', march)).toBe('3')
  // Reopened within the period, it is not solved on its last day; within an earlier one it was.
  await at.happen('request', again, 'reopened', '2018-04-02')
  expect(await valueOf('companies_with_problem_solved', over('2018-03-01', '2018-04-30'))).toBe('1')
  expect(await valueOf('companies_with_problem_solved', march)).toBe('2')
  expect(await valueOf('requests_received', march)).toBe('5')
  expect(await valueOf('requests_closed', over('2018-03-01', '2018-04-30'))).toBe('4')
  expect(await valueOf('requests_open', { asOf: day('2018-04-02') })).toBe('1')
  expect(await valueOf('requests_open', { asOf: day('2018-04-01') })).toBe('0')
  expect(await valueOf('completion_rate', march)).toBe('5/5')
  expect(await valueOf('completion_rate', over('2018-03-01', '2018-04-02'))).toBe('4/5')
  expect(await valueOf('requests_received', march, desk.communities[0])).toBe('2')
})

test('what companies said is counted by the last call-back, and the call-back rate by who was reached', async () => {
  const { at, receive, assign, answer, close, departments } = desk
  const [first] = desk.companies
  for (const said of [
    ['satisfied'],
    ['not_reached', 'fairly'],
    ['not_reached'],
    ['fairly', 'not_satisfied'],
    [],
  ]) {
    const request = await receive(first, '2019-03-04')
    await answer(await assign(request, departments.party, '2019-03-04'), '2019-03-04')
    await close(request, '2019-03-05', 'explained')
    for (const satisfaction of said)
      await at.happen('request', request, 'called_back', '2019-03-06', { satisfaction })
  }
  const march = over('2019-03-01', '2019-03-31')
  expect(await valueOf('called_back_satisfied', march)).toBe('1')
  expect(await valueOf('called_back_fairly', march)).toBe('1')
  expect(await valueOf('called_back_not_satisfied', march)).toBe('1')
  expect(await valueOf('call_back_rate', march)).toBe('3/5')
})

const compareTexts = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

type Step = { readonly wait: number; readonly act: 'pause' | 'extend' | 'answer' | 'close' | 'reopen' }
const step = fc.record({
  wait: fc.integer({ min: 0, max: 6 }),
  act: fc.constantFrom<Step['act']>('pause', 'extend', 'answer', 'close', 'reopen'),
})

test('leads due, in time and overdue are those that the clock of each part finds, over holidays, pauses and extensions', async () => {
  const { at, receive, assign, departments, companies } = desk
  const own = await at.establish(
    'clock',
    '2021-01-01',
    { length: '5', unit: 'working_day' },
    { name: '主办', step: 'lead' },
  )
  await at.happen('clock', own, 'changed', '2023-06-01', { length: '9', unit: 'day' })
  await at.happen('clock', own, 'lifted', '2024-10-01')
  const set = [
    { step: 'lead', length: 5, unit: 'working_day', from: day('2021-01-01'), to: day('2023-06-01') },
    { step: 'lead', length: 9, unit: 'day', from: day('2023-06-01'), to: day('2024-10-01') },
  ] as const
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 2100 }),
      fc.array(step, { maxLength: 5 }),
      fc.integer({ min: 0, max: 40 }),
      async (offset, steps, rest) => {
        const start = addDays(day('2020-01-02'), offset)
        const request = await receive(companies[0], start)
        const task = await assign(request, departments.party, start)
        let now = start
        let stage: 'open' | 'paused' | 'answered' | 'closed' = 'open'
        for (const { wait, act } of steps) {
          now = addDays(now, wait)
          if (act === 'pause' && stage === 'open') {
            await at.happen('task', task, 'accepted', now).catch(() => undefined)
            await desk.pause(task, now)
            stage = 'paused'
          } else if (act === 'pause' && stage === 'paused') {
            await at.happen('task', task, 'resumed', now)
            stage = 'open'
          } else if (act === 'extend' && stage === 'open')
            await desk.extend(task, now, addDays(now, 3 + wait))
          else if (act === 'answer' && stage === 'open') {
            await desk.answer(task, now)
            stage = 'answered'
          } else if (act === 'close' && stage === 'answered') {
            await desk.close(request, now, 'explained')
            stage = 'closed'
          } else if (act === 'close' && stage === 'paused') {
            await desk.close(request, now, 'withdrawn')
            break
          } else if (act === 'reopen' && (stage === 'answered' || stage === 'closed')) {
            if (stage === 'closed') await at.happen('request', request, 'reopened', now)
            await at.happen('task', task, 'reopened', now, { why: '再办' })
            stage = 'open'
          }
        }
        const asOf = addDays(now, rest)
        const seen = await at.load('task', task)
        const life = await at.load('request', request)
        const events = (life?.events ?? []) as readonly LoopEvent[]
        const part = { id: task, events: seen?.events ?? [], spells: seen?.spells ?? [] }
        const clocks = runClocks(part, events, set, officialCalendar, asOf).map(({ due, outcome }) => ({
          due: due.certainty === 'announced' ? due.value : null,
          outcome: outcome.certainty === 'unknown' ? null : outcome.value,
        }))
        const found = async (figure: string, moment: { asOf?: Day; period?: Period }, part?: 'numerator') => {
          const question = {
            figure: `enterprise.${figure}`,
            along: 'place',
            structure: 'then',
            ...moment,
          } as const
          const { rows } = await at.rows(question, { limit: 1000, ...(part ? { part } : {}) })
          return rows.filter(({ record }) => record.id === task).map(({ onDate }) => onDate)
        }
        const period = { from: day('2020-01-01'), through: asOf }
        const due = clocks.filter((one) => one.outcome !== 'cancelled' && one.due !== null && one.due <= asOf)
        const inTime = due.filter(({ outcome }) => outcome === 'met')
        const sorted = (some: readonly (Day | null)[]) => some.map(String).sort(compareTexts)
        const days = (some: typeof due) => sorted(some.map((one) => one.due))
        expect([asOf, sorted(await found('leads_due', { period }))]).toEqual([asOf, days(due)])
        expect([asOf, sorted(await found('on_time_rate', { period }, 'numerator'))]).toEqual([
          asOf,
          days(inTime),
        ])
        const late = clocks.filter((one) => one.outcome === 'running' && one.due !== null && one.due < asOf)
        expect([asOf, await found('parts_overdue', { asOf })]).toEqual([asOf, late.map(() => null)])
      },
    ),
    { numRuns: 40 },
  )
})
