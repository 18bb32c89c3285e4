import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/id.ts'
import type { TestDatabase } from '../testing/database.ts'
import { addDays, type Day, today } from '../values/day.ts'
import { readCaller } from './caller-query.ts'
import { inTransaction, insertGrant } from './grants.ts'
import { roleWords } from './role.ts'
import { accessDatabase, asOwner, here, shelfFunctions, testRoles, there } from './testing.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await accessDatabase()
})
afterAll(() => database.drop())

const day = today()
const roles = ['keeper', 'viewer'] as const
const places = [null, here, there] as const
const people = [0, 1, 2] as const
const spell = fc.tuple(fc.integer({ min: -3, max: 1 }), fc.option(fc.integer({ min: 0, max: 4 })))
const holding = fc.record({ spell, person: fc.constantFrom('甲', '乙') })
const own = fc.record({
  account: fc.constantFrom(...people),
  role: fc.constantFrom(...roles),
  place: fc.constantFrom(...places),
  spell,
  tied: fc.option(fc.record({ to: fc.nat(), person: fc.constantFrom('甲', '乙') })),
})
const handedOn = fc.record({
  from: fc.nat(),
  account: fc.constantFrom(...people),
  place: fc.constantFrom(...places),
  start: fc.integer({ min: -3, max: 1 }),
  days: fc.integer({ min: 2, max: 6 }),
})
const office = fc.record({
  holdings: fc.array(holding, { minLength: 1, maxLength: 3 }),
  own: fc.array(own, { minLength: 1, maxLength: 5 }),
  handedOn: fc.array(handedOn, { minLength: 1, maxLength: 5 }),
  closed: fc.subarray([...people], { maxLength: 1 }),
})
type Office = typeof office extends fc.Arbitrary<infer Value> ? Value : never

const daysOf = ([from, length]: readonly [number, number | null]): [Day, Day | null] => [
  addDays(day, from),
  length === null ? null : addDays(day, from + length),
]
const isToday = ([from, to]: readonly [Day, Day | null]) => from <= day && (to === null || day < to)
const nth = <One>(all: readonly One[], n: number) => all[n % all.length] as One
/** What a role over a place covers: `there` lies in `here`. */
const covered = (place: string | null) => (place === here ? [here, there] : [place])

/** Writes the office; answers the user names and a session of each of its people. */
async function write({ holdings, own: owned, handedOn: passed, closed }: Office) {
  const ids = holdings.map(() => newId())
  await asOwner(database, async (client) => {
    for (const [n, { spell: held, person }] of holdings.entries())
      await client.query('insert into shelf.holding values ($1, $2, $3, $4)', [
        ids[n],
        person,
        ...daysOf(held),
      ])
  })
  const accounts = people.map(() => newId())
  await inTransaction(database, async (client) => {
    for (const [n, id] of accounts.entries()) {
      const closing = closed.includes(n as 0) ? ['2026-01-01', '离职'] : [null, null]
      await client.query(
        `insert into access.account (id, office_id, username, name, email, closed_at, closed_reason)
         values ($1, 1, $2, $2, $2, $3, $4)`,
        [id, `u${id}`, ...closing],
      )
      await client.query(
        `insert into access.session (id, account_id, token, expires_at) values ($1, $2, $3, now() + interval '1 hour')`,
        [newId(), id, id],
      )
    }
    const grants: string[] = []
    for (const { account, role, place, spell: valid, tied } of owned) {
      const [from, to] = daysOf(valid)
      const tie = tied && { holding: { id: nth(ids, tied.to), key: tied.person } }
      grants.push(await insertGrant(client, nth(accounts, account), { role, place, from, to, ...tie }))
    }
    for (const { from, account, place, start, days } of passed)
      await insertGrant(client, nth(accounts, account), {
        role: nth(owned, from).role,
        place,
        from: addDays(day, start),
        to: addDays(day, start + days),
        handedOn: { from: nth(grants, from), reason: '休假' },
      })
  })
  return accounts
}

/** A plain recount: what the person holds today, as `role place`, and what of it came from whom. */
function recount({ holdings, own: owned, handedOn: passed, closed }: Office, person: number) {
  const counts = ({ spell: valid, tied }: Office['own'][number]) => {
    if (!isToday(daysOf(valid))) return false
    if (!tied) return true
    const holds = nth(holdings, tied.to)
    return isToday(daysOf(holds.spell)) && holds.person === tied.person
  }
  const direct = owned
    .filter((grant) => grant.account === person && counts(grant))
    .map(({ role, place }) => ({ role: role as string, from: null as number | null, places: covered(place) }))
  const received = passed.flatMap(({ from, account, place, start, days }) => {
    const origin = nth(owned, from)
    const lasts = isToday([addDays(day, start), addDays(day, start + days)])
    if (account !== person || !lasts || !counts(origin) || closed.includes(origin.account)) return []
    const within = covered(origin.place)
    const both = covered(place).filter((one) => within.includes(null) || within.includes(one))
    return both.length > 0
      ? [{ role: origin.role as string, from: origin.account as number, places: both }]
      : []
  })
  return [...direct, ...received]
}

const scopeOf = (held: ReturnType<typeof recount>, may: readonly string[]) => {
  const found = held.filter(({ role }) => may.includes(role)).flatMap((one) => one.places)
  return found.includes(null) ? 'all' : [...new Set(found)].map(String).sort()
}

test('what counts today is what a plain recount over grants, holdings, what was handed on and closings finds', async () => {
  await fc.assert(
    fc.asyncProperty(office, async (one) => {
      const accounts = await write(one)
      for (const person of people) {
        const id = nth(accounts, person)
        const caller = await readCaller(database.pool, id, testRoles, shelfFunctions)
        if (one.closed.includes(person)) {
          expect(caller).toBeNull()
          continue
        }
        const held = recount(one, person)
        const places = (permission: string) => {
          const scope = caller?.scopeOf(permission).places
          return typeof scope === 'string' ? scope : [...(scope ?? [])].sort()
        }
        expect(places('shelf.see')).toEqual(scopeOf(held, ['keeper', 'viewer']))
        expect(places('shelf.write')).toEqual(scopeOf(held, ['keeper']))
        const named = held.map(({ role, from }) => (from === null ? role : `${role}<u${nth(accounts, from)}`))
        expect(caller?.roles).toEqual([...new Set(named)].sort())
      }
    }),
    { numRuns: 150 },
  )
})

test('an event of a role that was handed on says by whom', () => {
  expect(roleWords(testRoles, 'viewer<wang.fang')).toEqual({
    zh: '查看员（wang.fang转交）',
    en: 'Viewer (handed on by wang.fang)',
  })
  expect(roleWords(testRoles, 'viewer')).toEqual(testRoles.viewer.words)
})

test.each([
  [
    'an administrator is tied to a holding',
    { role: 'audit_administrator', holding_id: here, holding_key: 'k' },
  ],
  ['a role is handed on without an end', { handed: true, valid_to: null, reason: 'r' }],
  ['a role is handed on for 91 days', { handed: true, valid_to: addDays(day, 91), reason: 'r' }],
  ['a role is handed on without a reason', { handed: true, valid_to: addDays(day, 9) }],
  [
    'another role than the own is handed on',
    { handed: true, role: 'keeper', valid_to: addDays(day, 9), reason: 'r' },
  ],
  ['what was handed on is handed on', { twice: true, valid_to: addDays(day, 9), reason: 'r' }],
])('the database itself refuses that %s', async (_, given) => {
  const [account, first, second] = [newId(), newId(), newId()]
  await inTransaction(database, async (client) => {
    await client.query(
      'insert into access.account (id, office_id, username, name, email) values ($1, 1, $2, $2, $2)',
      [account, `u${account}`],
    )
    const insert = async (id: string, values: object) => {
      const row = { office_id: 1, id, account_id: account, role: 'viewer', valid_from: day, ...values }
      const keys = Object.keys(row)
      const slots = keys.map((__, n) => `$${n + 1}`)
      await client.query(
        `insert into access.grant (${keys.join(', ')}) values (${slots.join(', ')})`,
        Object.values(row),
      )
    }
    await insert(first, {})
    await insert(second, { handed_on_from: first, valid_to: addDays(day, 90), reason: 'r' })
    const { handed, twice, ...values } = given as Record<string, unknown>
    const from = handed ? { handed_on_from: first } : twice ? { handed_on_from: second } : {}
    await client.query('savepoint before')
    await expect(insert(newId(), { ...values, ...from })).rejects.toThrow(/constraint/)
    await client.query('rollback to before')
  })
})
