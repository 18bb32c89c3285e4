import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventsOf } from '../../audit/testing/stored-events.ts'
import { write } from '../../db/transaction.ts'
import { browser, type Shelf, startShelf } from './http-testing.ts'

let shelf: Shelf
beforeAll(async () => {
  shelf = await startShelf()
})
afterAll(() => shelf.close())

const people = ['keeper', 'viewer'] as const
const acts = [
  'see',
  'export',
  'write file',
  'sign out and in',
  'wrong password',
  'change',
  'change that fails',
] as const
type Step = { readonly who: (typeof people)[number]; readonly act: (typeof acts)[number] }
type Visitor = ReturnType<typeof browser>

const signIn = ({ client }: Visitor, username: string, password = 'correct horse') =>
  client.access.signIn({ username, password })
const change = (fails: boolean) =>
  write(
    shelf.database,
    { scope: { office: 1, places: 'all' }, actor: { id: 'clerk', name: '李四' }, kind: 'event' },
    () => (fails ? Promise.reject(new Error('not this time')) : Promise.resolve()),
  ).catch(() => undefined)

/** Does it, and answers the kinds of the events that must follow, in order. */
async function doing(visitors: ReadonlyMap<string, Visitor>, { who, act }: Step): Promise<string[]> {
  const visitor = visitors.get(who) as Visitor
  const { client } = visitor
  switch (act) {
    case 'see':
      await client.shelf.see({})
      return []
    case 'export':
      await client.shelf.sheet()
      return ['export']
    case 'write file':
      await client.shelf.weigh({ file: new File(['x'], 'x.csv') }).catch(() => undefined)
      return who === 'keeper' ? [] : ['refused']
    case 'sign out and in':
      await client.access.signOut()
      await signIn(visitor, who)
      return ['sign_out', 'sign_in']
    case 'wrong password':
      await signIn(browser(shelf.url), who, 'wrong').catch(() => undefined)
      // A right one ends the count, lest the account be locked.
      await signIn(visitor, who)
      return ['sign_in_failed', 'sign_in']
    case 'change':
      await change(false)
      return ['change']
    case 'change that fails':
      await change(true)
      return []
  }
}

test('any series of acts leaves exactly the events that it must, of each the one kind', async () => {
  const visitors = new Map(people.map((who) => [who as string, browser(shelf.url)]))
  for (const who of people) await signIn(visitors.get(who) as Visitor, who)
  const step = fc.record({ who: fc.constantFrom(...people), act: fc.constantFrom(...acts) })
  const series = fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
    const before = (await eventsOf(shelf.database, 1)).length
    const expected: string[] = []
    for (const one of steps) expected.push(...(await doing(visitors, one)))
    const kinds = (await eventsOf(shelf.database, 1)).slice(before).map(({ kind }) => kind)
    expect(kinds).toEqual(expected)
  })
  await fc.assert(series, { numRuns: 6 })
}, 120_000)

test('a name that nobody has and a locked account are events; the name itself is not kept', async () => {
  const before = (await eventsOf(shelf.database, 1)).length
  const stranger = browser(shelf.url)
  for (let n = 0; n < 6; n += 1) await signIn(stranger, 'hunter2-typed-here', 'wrong').catch(() => undefined)
  const events = (await eventsOf(shelf.database, 1)).slice(before)
  expect(events.map(({ kind }) => kind)).toEqual([...Array(5).fill('sign_in_failed'), 'refused'])
  expect(events).toMatchObject(events.map(() => ({ actor_id: 'unknown', address: '127.0.0.1' })))
  expect(JSON.stringify(events)).not.toContain('hunter2')
})
