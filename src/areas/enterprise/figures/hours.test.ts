import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Question } from '../../../platform/figures/contract.ts'
import { addDays, type Day, day } from '../../../platform/values/day.ts'
import { clockTime, minuteAt, timeAfterMidnight } from '../../../platform/values/working-time/minute.ts'
import { workingMinutes } from '../../../platform/values/working-time/working-minutes.ts'
import { officialCalendar } from '../rules/requests/calendar.ts'
import { hoursOf } from '../rules/requests/hours-fault.ts'
import { openRequestOffice, type RequestOffice } from '../testing/request-desk.ts'

let desk: RequestOffice
let made = 0
beforeAll(async () => {
  desk = await openRequestOffice()
})
afterAll(() => desk.at.close())

const usual = { morning_from: '08:00', morning_to: '12:00', afternoon_from: '14:30', afternoon_to: '17:30' }
const summer = { ...usual, afternoon_from: '15:00', afternoon_to: '18:00' }

type Moment = { readonly on: Day; readonly at: string | null }

/** A request, accepted and solved at these moments. */
async function go(received: Moment, accepted: Moment, closed: Moment | null): Promise<string> {
  made += 1
  const { at, companies, departments } = desk
  const request = await at.establish(
    'request',
    received.on,
    { company_id: companies[0], kind: 'financing', wished_on: null, at: received.at },
    { number: `2017-${made}`, channel: 'telephone', subject: `诉求${made}` },
  )
  const task = await desk.assign(request, departments.party, received.on)
  await at.happen('task', task, 'accepted', accepted.on, { at: accepted.at })
  if (closed === null) return request
  await at.happen('task', task, 'answered', closed.on, { answer: '已办理', at: null })
  await at.happen('request', request, 'closed', closed.on, {
    outcome: 'solved',
    confirmation: 'written',
    at: closed.at,
  })
  return request
}

const of = (figure: string, from: string, through: string, more: object = {}): Question => ({
  figure: `enterprise.${figure}`,
  node: desk.street,
  period: { from: day(from), through: day(through) },
  ...more,
})

test('without office hours nothing is measured by the hour, and the figure says what is missing', async () => {
  const on = day('2017-05-02')
  for (let nth = 0; nth < 5; nth++)
    await go({ on, at: '09:00' }, { on, at: `1${nth}:30` }, { on: addDays(on, 1), at: '09:30' })
  for (const figure of ['response_hours_median', 'solving_hours_90']) {
    const { value, absent } = await desk.at.value(of(figure, '2017-05-01', '2017-05-31'))
    expect([value, absent?.code]).toEqual([null, 'not_set_up'])
    expect(absent?.words.zh).toContain('办公时间')
  }
  expect((await desk.at.value(of('responses_not_measured', '2017-05-01', '2017-05-31'))).value).toBe('5')
  expect((await desk.at.value(of('solutions_not_measured', '2017-05-01', '2017-05-31'))).value).toBe('5')
})

test('hours hold from their day on; what was measured stays as it was known', async () => {
  const { at } = desk
  const record = await at.establish('officeHours', '2017-01-01', usual, { name: '机关作息时间' })
  const may = of('response_hours_median', '2017-05-01', '2017-05-31')
  // From 09:00 to 10:30, 11:30, 12:30, 13:30 and 14:30 are 1.5, 2.5 and, over noon, three times 3 hours.
  expect((await at.value(may)).value).toBe('3.00')
  expect((await at.value({ ...may, figure: 'enterprise.solving_hours_90' })).value).toBe('7.50')
  const { rows } = await at.rows(may)
  expect(rows.map(({ amount }) => amount).toSorted((a, b) => Number(a) - Number(b))).toEqual([
    '1.50',
    '2.50',
    '3.00',
    '3.00',
    '3.00',
  ])
  const known = String(await at.head())
  const set = (await at.load('officeHours', record))?.events[0]?.id as string
  await at.correct('officeHours', record, { id: set, sets: { ...usual, morning_from: '09:30' } } as never)
  expect((await at.value(may)).value).toBe('2.50')
  expect((await at.value({ ...may, knownAt: known })).value).toBe('3.00')
  await at.correct('officeHours', record, { id: set, sets: usual } as never)
  await at.happen('officeHours', record, 'changed', '2017-06-01', summer)
  await at.happen('officeHours', record, 'changed', '2017-10-01', usual)
  await at.happen('officeHours', record, 'lifted', '2018-01-15')
  await expect(
    at.establish('officeHours', '2017-12-01', usual, { name: '另一种作息' }),
  ).rejects.toMatchObject({ code: '23P01' })
  await expect(
    at.establish('officeHours', '2018-02-01', { ...usual, afternoon_to: null }, { name: '半天' }),
  ).rejects.toMatchObject({ code: 'CONFLICT' })
  await expect(
    at.establish('officeHours', '2018-02-01', { ...usual, morning_from: '8点' }, { name: '半天' }),
  ).rejects.toMatchObject({ code: 'INVALID' })
  await at.establish(
    'officeHours',
    '2018-02-05',
    { morning_from: '09:00', morning_to: '24:00', afternoon_from: null, afternoon_to: null },
    { name: '加班作息' },
  )
})

test('fewer than five are not told, and the first act of the lead is what counts', async () => {
  const on = day('2017-08-01')
  for (let nth = 0; nth < 4; nth++) await go({ on, at: '09:00' }, { on, at: '10:00' }, null)
  const august = of('response_hours_median', '2017-08-01', '2017-08-31')
  const { absent } = await desk.at.value(august)
  expect(absent?.code).toBe('too_few_cases')
  const later = await go({ on, at: '09:00' }, { on, at: null }, { on, at: '17:00' })
  expect((await desk.at.value(august)).absent?.code).toBe('too_few_cases')
  expect(
    (await desk.at.rows(of('responses_not_measured', '2017-08-01', '2017-08-31'))).rows.map(
      ({ record }) => record.id,
    ),
  ).toEqual([later])
  await go({ on, at: '09:00' }, { on, at: '11:15' }, null)
  expect((await desk.at.value(august)).value).toBe('1.00')
  expect((await desk.at.value({ ...august, figure: 'enterprise.response_hours_90' })).value).toBe('2.25')
  expect((await desk.at.value({ ...august, of: 'department:BM-01' })).value).toBe('1.00')
})

const moment = fc.record({
  wait: fc.integer({ min: 0, max: 25 }),
  at: fc.option(
    fc.integer({ min: 0, max: 1440 }).map((minutes) => timeAfterMidnight(minutes)),
    { freq: 6, nil: null },
  ),
})

test('what SQL measures is what the calendar and the hours say, minute by minute, and the rest is said not to be measured', async () => {
  const measured = { yes: 0, no: 0 }
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -20, max: 480 }),
      fc.tuple(moment, moment, moment),
      async (offset, [first, second, third]) => {
        const start = addDays(day('2016-12-31'), offset)
        const received = { on: start, at: first.at }
        const accepted = { on: addDays(start, second.wait), at: second.at }
        const closed = { on: addDays(accepted.on, third.wait), at: third.at }
        const id = await go(received, accepted, closed)
        const time = { calendar: officialCalendar, hours: await recordedHours() }
        const expected = (to: Moment) => {
          if (received.at === null || to.at === null) return null
          const [from, until] = [
            minuteAt(received.on, clockTime(received.at)),
            minuteAt(to.on, clockTime(to.at)),
          ]
          if (until < from) return null
          const answer = workingMinutes(time, from, until)
          return answer.certainty === 'announced'
            ? (Math.round((answer.value * 5) / 3) / 100).toFixed(2)
            : null
        }
        for (const [figure, others, to] of [
          ['response_hours_median', 'responses_not_measured', accepted],
          ['solving_hours_median', 'solutions_not_measured', closed],
        ] as const) {
          const found = async (name: string) =>
            (await desk.at.rows(of(name, to.on, to.on))).rows.filter(({ record }) => record.id === id)
          const hours = expected(to)
          expect([received, to, (await found(figure)).map(({ amount }) => amount)]).toEqual([
            received,
            to,
            hours === null ? [] : [hours],
          ])
          expect((await found(others)).length).toBe(hours === null ? 1 : 0)
          measured[hours === null ? 'no' : 'yes'] += 1
        }
      },
    ),
    {
      numRuns: Math.max(15, Math.ceil(0.25 * (fc.readConfigureGlobal().numRuns ?? 100))),
      endOnFailure: true,
    },
  )
  expect(measured.yes).toBeGreaterThan(3)
  expect(measured.no).toBeGreaterThan(3)
}, 120_000)

/** As the office recorded them above. */
async function recordedHours() {
  const { at } = desk
  const { rows } = await at.database.query(at.whole, {
    name: 'office hours',
    text: 'select id from enterprise.office_hours where office_id = $1::int',
    values: ['1'],
  })
  const all = await Promise.all(rows.map(([id]) => at.load('officeHours', id as string)))
  return all.flatMap((record) => hoursOf(record?.spells ?? []))
}
