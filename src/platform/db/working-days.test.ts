import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../testing/database.ts'
import { addDays, type Day } from '../values/day.ts'
import { isWorkingDay, workingCalendar } from '../values/working-time/calendar.ts'
import { officialNotices } from '../values/working-time/notices.ts'

const officialCalendar = workingCalendar(officialNotices)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase([])
})
afterAll(() => database.drop())

test('the dictionary of working days is what the notices say of every announced day, and no other', async () => {
  const client = new Client(database.admin)
  await client.connect()
  const { rows } = await client.query<{ day: Day; worked: boolean; nth: number }>(
    'select day::text, worked, nth from platform.working_day order by day',
  )
  await client.end()
  const { from, through } = officialCalendar.announced
  const expected: { day: Day; worked: boolean; nth: number }[] = []
  let nth = 0
  for (let day = from; day <= through; day = addDays(day, 1)) {
    const answer = isWorkingDay(officialCalendar, day)
    const worked = answer.certainty === 'announced' && answer.value
    if (worked) nth++
    expected.push({ day, worked, nth })
  }
  expect(rows).toEqual(expected)
})

test('nobody writes it at run time', async () => {
  const statement = (text: string) =>
    database.query({ office: 1, places: 'all' }, { name: 'write_day', text, values: [] })
  await expect(statement("insert into platform.working_day values ('2030-01-01', true, 1)")).rejects.toThrow(
    /permission denied/,
  )
})
