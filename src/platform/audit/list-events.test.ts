import { afterAll, beforeAll, expect, test } from 'vitest'
import { accessDatabase } from '../access/testing.ts'
import type { TestDatabase } from '../testing/database.ts'
import { text } from '../text.ts'
import { addDays, today } from '../values/day.ts'
import { write } from '../db/transaction.ts'
import { appendEvent } from './append-event.ts'
import type { AuditConditions } from './contract.ts'
import type { AuditEvent } from './event.ts'
import { eventsCsv } from './events-csv.ts'
import { listEvents } from './list-events.ts'

const account = '00000000-0000-7000-8000-0000000000c1'
const record = '00000000-0000-7000-8000-0000000000d1'
const event = (part: Partial<AuditEvent>): AuditEvent => ({
  kind: 'act',
  act: 'tried',
  actor: { id: 'somebody', name: '李四' },
  roles: [],
  places: 'all',
  address: '10.0.0.1',
  ...part,
})

let database: TestDatabase
beforeAll(async () => {
  database = await accessDatabase()
  await database.pool.query(
    `insert into access.account (id, office_id, username, name, email) values ($1, 1, 'zhang', '张三', 'a@account.invalid')`,
    [account],
  )
  const append = (part: Partial<AuditEvent>, office = 1) => appendEvent(database.pool, office, event(part))
  await append({ kind: 'sign_in', actor: { id: account, name: '张三' }, roles: ['viewer', 'gone'] })
  await append({ kind: 'export', subject: { type: 'alpha.site' } })
  await append({ kind: 'reveal', subject: { type: 'alpha.site', id: record }, reason: '=1+1' })
  await append({ kind: 'refused' })
  await append({ kind: 'refused' }, 2)
  await write(
    database,
    {
      scope: { office: 1, places: 'all' },
      actor: { id: account, name: '张三' },
      kind: 'setup',
      reason: '甲',
    },
    async () => undefined,
  )
})
afterAll(() => database.drop())

const words = () => ({
  database,
  types: new Map(),
  subjects: new Map(),
  exportsReaching: () => [],
  roles: { viewer: { words: text('查看员', 'Viewer') } },
})
const listed = (asked: AuditConditions, page: { before?: string; limit: number } = { limit: 10 }) =>
  listEvents(words(), 1, asked, page)
const kinds = async (asked: AuditConditions) => (await listed(asked)).map(({ kind }) => kind)

test('the newest come first, those of the own office alone, page by page', async () => {
  expect(await kinds({})).toEqual(['change', 'refused', 'reveal', 'export', 'sign_in'])
  const first = await listed({}, { limit: 2 })
  const second = await listed({}, { limit: 2, before: String(first[1]?.event) })
  expect([...first, ...second].map(({ event: number }) => number)).toEqual(['5', '4', '3', '2'])
})

test('somebody is found by id, user name in any case, and name', async () => {
  for (const who of [account, 'ZHANG', '张三']) expect(await kinds({ who })).toEqual(['change', 'sign_in'])
  expect(await kinds({ who: '王五' })).toEqual([])
})

test('by kind, by what it was about, and by days that count both ends', async () => {
  expect(await kinds({ kind: 'export' })).toEqual(['export'])
  expect(await kinds({ subject: record })).toEqual(['reveal'])
  expect(await kinds({ from: today(), through: today() })).toHaveLength(5)
  expect(await kinds({ from: addDays(today(), 1) })).toEqual([])
  expect(await kinds({ through: addDays(today(), -1) })).toEqual([])
})

test('a role that is not there any more keeps its name; a change tells its number and reason', async () => {
  const [change, , , , signIn] = await listed({})
  expect(signIn?.roles).toEqual([text('查看员', 'Viewer'), text('gone', 'gone')])
  expect(change).toMatchObject({ change: '1', reason: '甲', details: { change: 'setup' } })
})

test('in the file no cell becomes a formula, and a quotation mark ends no cell', async () => {
  const csv = eventsCsv(await listed({ kind: 'reveal' }), 'en')
  expect(csv).toContain(`"'=1+1"`)
  expect(csv.split('\r\n')).toHaveLength(3)
})
