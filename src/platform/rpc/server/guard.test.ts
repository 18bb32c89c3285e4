import { call } from '@orpc/server'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { makeCaller } from '../../access/caller.ts'
import { accessDatabase, here, testRoles, there } from '../../access/testing.ts'
import { eventsOf } from '../../audit/testing/stored-events.ts'
import { Refusal } from '../../refusal.ts'
import type { TestDatabase } from '../../testing/database.ts'
import { text } from '../../text.ts'
import { procedure } from '../procedure.ts'
import type { Context } from './context.ts'
import { implementer } from './implementer.ts'

const answer = z.looseObject({ scope: z.unknown() })
const contract = {
  open: procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['scope'] }).output(answer),
  mine: procedure({ permission: 'signed-in', scope: 'place', audit: 'none', fields: ['scope'] }).output(
    answer,
  ),
  own: procedure({
    permission: 'signed-in',
    scope: 'none',
    audit: 'none',
    fields: ['scope'],
    settled: true,
  }).output(answer),
  write: procedure({ permission: 'shelf.write', scope: 'place', audit: 'none', fields: ['scope'] }).output(
    answer,
  ),
  register: procedure({ permission: 'shelf.see', scope: 'office', audit: 'none', fields: ['scope'] }).output(
    answer,
  ),
  none: procedure({ permission: 'shelf.see', scope: 'none', audit: 'none', fields: ['scope'] }).output(
    answer,
  ),
}
let database: TestDatabase
beforeAll(async () => {
  database = await accessDatabase()
})
afterAll(() => database.drop())

let handled = 0
let leak: Record<string, unknown> = {}
const begun = implementer(contract)
const shelf = begun.router({
  open: begun.open.handler(({ context }) => ((handled += 1), { scope: context.scope })),
  mine: begun.mine.handler(({ context }) => ((handled += 1), { scope: context.scope })),
  own: begun.own.handler(({ context }) => ((handled += 1), { scope: context.scope })),
  write: begun.write.handler(({ context }) => ((handled += 1), { scope: context.scope, ...leak })),
  register: begun.register.handler(({ context }) => ((handled += 1), { scope: context.scope })),
  none: begun.none.handler(({ context }) => ((handled += 1), { scope: context.scope })),
})

const account = {
  id: 'a',
  name: '张三',
  username: 'zhang',
  office: 1,
  mustChangePassword: false,
  secondFactorAsked: false,
  secondFactorRequired: false,
  secondFactor: false,
  provenAgo: 0,
  demo: false,
}
const callers = {
  nobody: null,
  idle: makeCaller(account, [], testRoles),
  keeperHere: makeCaller(account, [{ role: 'keeper', place: here }], testRoles),
  viewerOfAll: makeCaller(account, [{ role: 'viewer', place: null }], testRoles),
  mixed: makeCaller(
    account,
    [
      { role: 'viewer', place: null },
      { role: 'keeper', place: there },
    ],
    testRoles,
  ),
  newcomer: makeCaller(
    { ...account, mustChangePassword: true },
    [{ role: 'keeper', place: null }],
    testRoles,
  ),
  withoutFactor: makeCaller(
    { ...account, secondFactorRequired: true },
    [{ role: 'keeper', place: null }],
    testRoles,
  ),
  withFactor: makeCaller(
    { ...account, secondFactorRequired: true, secondFactor: true },
    [{ role: 'keeper', place: null }],
    testRoles,
  ),
}

function contextOf(who: keyof typeof callers): Context {
  return {
    request: { id: '1', headers: {}, ip: '127.0.0.1' },
    caller: callers[who],
    database,
    log: pino({ level: 'silent' }),
    setCookie: () => undefined,
  }
}
async function outcome(who: keyof typeof callers, name: keyof typeof shelf) {
  const before = handled
  const result = await call(shelf[name], undefined, { context: contextOf(who) }).then(
    (output) => output.scope,
    (error) => error.code as unknown,
  )
  return [handled > before ? 'handled' : 'stopped', result]
}

const stopped = (code: string) => ['stopped', code]
const within = (places: 'all' | string[], office = 1) => ['handled', { office, places }]
const U = stopped('UNAUTHENTICATED')
const F = stopped('FORBIDDEN')

test.each<[keyof typeof callers, Record<keyof typeof shelf, unknown>]>([
  ['nobody', { open: within([], 0), mine: U, own: U, write: U, register: U, none: U }],
  ['idle', { open: within([]), mine: within([]), own: within([]), write: F, register: F, none: F }],
  [
    'keeperHere',
    {
      open: within([]),
      mine: within([here]),
      own: within([]),
      write: within([here]),
      register: within('all'),
      none: within([]),
    },
  ],
  [
    'viewerOfAll',
    {
      open: within([]),
      mine: within('all'),
      own: within([]),
      write: F,
      register: within('all'),
      none: within([]),
    },
  ],
  [
    'mixed',
    {
      open: within([]),
      mine: within('all'),
      own: within([]),
      write: within([there]),
      register: within('all'),
      none: within([]),
    },
  ],
  ['newcomer', { open: within([]), mine: within('all'), own: F, write: F, register: F, none: F }],
  ['withoutFactor', { open: within([]), mine: within('all'), own: F, write: F, register: F, none: F }],
  [
    'withFactor',
    {
      open: within([]),
      mine: within('all'),
      own: within([]),
      write: within('all'),
      register: within('all'),
      none: within([]),
    },
  ],
])('%s reaches what the declarations allow, within the scope of the permission', async (who, expected) => {
  for (const name of Object.keys(expected) as (keyof typeof shelf)[]) {
    expect([name, ...(await outcome(who, name))]).toEqual([name, ...(expected[name] as unknown[])])
  }
})

test('each refusal of somebody known is one event, which says who, what, from where; nothing else is', async () => {
  const known = (await eventsOf(database, 1)).length
  await outcome('viewerOfAll', 'write')
  await outcome('nobody', 'write')
  await outcome('viewerOfAll', 'register')
  await outcome('newcomer', 'register')
  const own = { actor_id: 'a', address: '127.0.0.1', request_id: '1', kind: 'refused', change_no: null }
  expect((await eventsOf(database, 1)).slice(known)).toMatchObject([
    { ...own, roles: ['viewer'], details: { permission: 'shelf.write' } },
    { ...own, roles: ['keeper'] },
  ])
})

test('an answer with a field that is not declared does not go out', async () => {
  leak = { secretNote: '张三的电话' }
  const error = await call(shelf.write, undefined, { context: contextOf('keeperHere') }).catch(
    (thrown) => thrown,
  )
  leak = {}
  expect(error.code).toBe('INTERNAL_SERVER_ERROR')
  expect(JSON.stringify(error)).not.toMatch(/secretNote|张三/)
})

const file = procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['file'] }).output(
  z.file(),
)
const noFile = procedure({ permission: 'public', scope: 'none', audit: 'none', fields: [] }).output(z.file())
const list = procedure({ permission: 'public', scope: 'none', audit: 'none', fields: ['0'] }).output(
  z.array(z.string()),
)
const refused = procedure({ permission: 'public', scope: 'none', audit: 'none', fields: [] }).output(
  z.object({}),
)

test('a file passes where one is declared; a bare list never does', async () => {
  const made = implementer({ file, noFile, list })
  const context = contextOf('nobody')
  const sheet = () => new File(['x'], 'x.xlsx')
  expect(await call(made.file.handler(sheet), undefined, { context })).toBeInstanceOf(File)
  await expect(call(made.noFile.handler(sheet), undefined, { context })).rejects.toMatchObject({
    code: 'INTERNAL_SERVER_ERROR',
  })
  await expect(
    call(
      made.list.handler(() => ['x']),
      undefined,
      { context },
    ),
  ).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
})

test('a refusal goes out as a declared error with its words and details', async () => {
  const words = text('版本已过期', 'stale')
  const made = implementer({ refused }).refused.handler(() => {
    throw new Refusal('STALE', words, { version: '7' })
  })
  const error = await call(made, undefined, { context: contextOf('nobody') }).catch((thrown) => thrown)
  expect(error).toMatchObject({
    defined: true,
    code: 'STALE',
    status: 409,
    data: { words, details: { version: '7' } },
  })
})
