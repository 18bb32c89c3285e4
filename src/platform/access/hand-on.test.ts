import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../db/id.ts'
import { addDays, type Day, today } from '../values/day.ts'
import { accessOffice, type AccessOffice, asOwner, caught, here, there } from './testing.ts'

const day = today()

let office: AccessOffice
let security: Awaited<ReturnType<AccessOffice['someone']>>
beforeAll(async () => {
  office = await accessOffice()
  security = await office.someone([{ role: 'security_administrator', place: null }])
})
afterAll(() => office.database.drop())

type Someone = typeof security
const holds = async (one: Someone, permission = 'shelf.write') =>
  (await one.caller())?.scopeOf(permission).places
const ownRoles = async (one: Someone) => await call(office.served.ownRoles, undefined, await one.asking())
const grantOf = async (one: Someone) => (await ownRoles(one)).roles[0]?.id ?? ''

/** Hands the first role of `by` on, over all of its place for a week from today unless said otherwise. */
async function handOn(by: Someone, to: Someone, asked: object = {}) {
  const input = {
    grant: await grantOf(by),
    account: to.id,
    place: here,
    from: day,
    to: addDays(day, 7),
    reason: '休假',
  }
  return await call(office.served.handOnRole, { ...input, ...asked } as typeof input, await by.asking())
}

test('a role is handed on over a smaller place, counts at once and is named in events, and is taken back', async () => {
  const [away, deputy] = [await office.someone([{ role: 'keeper', place: here }]), await office.someone()]
  const choices = await call(office.served.handOnChoices, { grant: await grantOf(away) }, await away.asking())
  expect(choices.places.map(({ id }) => id)).toEqual([here, there])
  expect(choices.accounts.map(({ id }) => id)).toContain(deputy.id)
  expect(choices.accounts.map(({ id }) => id)).not.toContain(security.id)
  const { id } = await handOn(away, deputy, { place: there })
  expect(await holds(deputy)).toEqual([there])
  expect((await deputy.caller())?.roles).toEqual([`keeper<${away.username}`])
  expect((await ownRoles(away)).handedOn).toMatchObject([
    { id, to: { username: deputy.username }, until: addDays(day, 7), state: 'in_force', reason: '休假' },
  ])
  expect((await ownRoles(deputy)).roles).toMatchObject([
    { mayHandOn: false, why: { granted: null, handedOn: { by: away.name, reason: '休假' } } },
  ])
  await call(office.served.takeBackRole, { grant: id }, await away.asking())
  expect(await holds(deputy)).toEqual([])
  expect(await caught(call(office.served.takeBackRole, { grant: id }, await away.asking()))).toBe('CONFLICT')
  expect(await office.events(deputy.id)).toMatchObject([
    { what: 'account made' },
    { what: 'role handed on', grant: id, reason: '休假' },
    { what: 'role ended', grant: id },
  ])
})

test('the security administrator ends it early; it ends with the role that it comes from', async () => {
  const [away, deputy] = [await office.someone([{ role: 'keeper', place: here }]), await office.someone()]
  const first = await handOn(away, deputy)
  await call(office.served.accountsEndRole, { id: first.id }, await security.asking())
  expect(await holds(deputy)).toEqual([])
  await handOn(away, deputy)
  expect(await holds(deputy)).toEqual([here, there])
  await call(office.served.accountsEndRole, { id: await grantOf(away) }, await security.asking())
  expect(await holds(deputy)).toEqual([])
  expect((await ownRoles(deputy)).roles.map(({ state }) => state)).toContain('resting')
})

test('with a one-time password, or without the second factor that the office asks for, nothing is handed on or taken back', async () => {
  const [away, deputy] = [await office.someone([{ role: 'keeper', place: here }]), await office.someone()]
  const grant = await grantOf(away)
  const { id } = await handOn(away, deputy, { place: there })
  const tried = async () => [
    await caught(handOn(away, deputy)),
    await caught(call(office.served.handOnChoices, { grant }, await away.asking())),
    await caught(call(office.served.takeBackRole, { grant: id }, await away.asking())),
  ]
  const set = (statement: string, value: unknown) =>
    asOwner(office.database, (client) => client.query(statement, [value]))
  const oneTime = (must: boolean) =>
    set(`update access.account set must_change_password = $1 where id = '${away.id}'`, must)
  const ask = (of: string) =>
    set(
      `insert into access.setting (office_id, second_factor) values (1, $1)
       on conflict (office_id) do update set second_factor = excluded.second_factor`,
      of,
    )
  await oneTime(true)
  expect(await tried()).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  await oneTime(false)
  await ask('all')
  expect(await tried()).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  await ask('nobody')
  expect(await tried()).toEqual(['done', 'done', 'done'])
})

test('what was handed on is no reason against an own role, nor, once it counts no more, against another hand-on', async () => {
  const [away, other, deputy] = [
    await office.someone([{ role: 'keeper', place: here }]),
    await office.someone([{ role: 'keeper', place: here }]),
    await office.someone(),
  ]
  const grant = async () =>
    await caught(
      call(
        office.served.accountsGrantRole,
        { account: deputy.id, role: 'keeper', place: here },
        await security.asking(),
      ),
    )
  await handOn(away, deputy)
  expect(await caught(handOn(other, deputy))).toBe('CONFLICT')
  await call(office.served.accountsEndRole, { id: await grantOf(away) }, await security.asking())
  expect(await caught(handOn(other, deputy))).toBe('done')
  expect(await grant()).toBe('done')
  expect(await grant()).toBe('CONFLICT')
  expect(await holds(deputy)).toEqual([here, there])
})

test('it rests while the account that handed it on is closed', async () => {
  const system = await office.someone([{ role: 'system_administrator', place: null }])
  const [away, deputy] = [await office.someone([{ role: 'keeper', place: null }]), await office.someone()]
  await handOn(away, deputy, { place: null })
  const closing = { account: away.id, reason: '调离' }
  await call(office.served.accountsClose, closing, await system.asking())
  expect(await holds(deputy)).toEqual([])
  await call(office.served.accountsOpen, { ...closing, reason: '回来' }, await system.asking())
  expect(await holds(deputy)).toBe('all')
})

test.each([
  ['beyond 90 days', { to: addDays(day, 91) }, 'INVALID'],
  ['backwards', { from: addDays(day, -1) }, 'INVALID'],
  ['without a day', { to: day }, 'INVALID'],
  ['over more than the own place', { place: null }, 'INVALID'],
  ['over a place that is not there', { place: newId() }, 'INVALID'],
  ['to nobody', { account: newId() }, 'NOT_FOUND'],
  ['of somebody else', { grant: newId() }, 'NOT_FOUND'],
])('a role is not handed on %s', async (_, asked, code) => {
  const [away, deputy] = [await office.someone([{ role: 'keeper', place: here }]), await office.someone()]
  expect(await caught(handOn(away, deputy, asked))).toBe(code)
  expect((await ownRoles(deputy)).roles).toEqual([])
})

test('no administrator, nothing that was handed on, to oneself, twice, to a closed account or an administrator', async () => {
  const [away, deputy, third] = [
    await office.someone([{ role: 'keeper', place: here }]),
    await office.someone(),
    await office.someone(),
  ]
  expect(await caught(handOn(security, deputy, { place: null }))).toBe('INVALID')
  expect(await caught(handOn(away, away))).toBe('INVALID')
  expect(await caught(handOn(away, security))).toBe('CONFLICT')
  await handOn(away, deputy)
  expect(await caught(handOn(away, deputy))).toBe('CONFLICT')
  expect(await caught(handOn(deputy, third))).toBe('FORBIDDEN')
  await asOwner(office.database, (client) =>
    client.query(`update access.account set closed_at = now(), closed_reason = '离职' where id = $1`, [
      third.id,
    ]),
  )
  expect(await caught(handOn(away, third))).toBe('CONFLICT')
})

test('a role that begins later is handed on from its first day, and one that rests is not', async () => {
  const later = addDays(day, 5)
  const away = await office.someone([{ role: 'keeper', place: here, from: later }])
  const deputy = await office.someone()
  expect(await caught(handOn(away, deputy))).toBe('CONFLICT')
  await handOn(away, deputy, { from: later, to: addDays(later, 90) })
  expect(await holds(deputy)).toEqual([])
})

test('a role goes with a holding by today’s knowledge, and not with one that is not held', async () => {
  const holding = newId()
  const hold = (key: string, from: Day, to: Day | null) =>
    asOwner(office.database, (client) =>
      client.query(
        `insert into shelf.holding values ($1, $2, $3, $4)
         on conflict (id) do update set key = excluded.key, valid_from = excluded.valid_from, valid_to = excluded.valid_to`,
        [holding, key, from, to],
      ),
    )
  const one = await office.someone()
  const asked = { account: one.id, role: 'keeper', place: here, holding }
  const grant = async (more: object = {}) =>
    await call(office.served.accountsGrantRole, { ...asked, ...more }, await security.asking())
  expect(await caught(grant())).toBe('NOT_FOUND')
  await hold('甲', addDays(day, 1), null)
  expect(await caught(grant())).toBe('NOT_FOUND')
  await hold('甲', addDays(day, -9), null)
  expect(await caught(grant({ role: 'system_administrator', place: null }))).toBe('INVALID')
  await grant()
  expect(await caught(grant())).toBe('CONFLICT')
  expect(await holds(one)).toEqual([here, there])
  await hold('甲', addDays(day, -9), day)
  expect(await holds(one)).toEqual([])
  expect((await ownRoles(one)).roles).toMatchObject([{ state: 'resting', mayHandOn: false }])
  // Of another holder it is another holding, and what rests is no reason against a new grant.
  await hold('乙', addDays(day, -9), null)
  expect(await holds(one)).toEqual([])
  await grant()
  expect(await holds(one)).toEqual([here, there])
})

test('who sees a place sees the roles that count there, and neither a reason nor another place', async () => {
  const looker = await office.someone([{ role: 'looker', place: there }])
  const [away, deputy] = [
    await office.someone([{ role: 'keeper', place: here }]),
    await office.someone([{ role: 'viewer', place: there, from: addDays(day, 3) }]),
  ]
  await handOn(away, deputy, { place: there })
  const { accounts, roles } = await call(office.served.grantsHere, undefined, await looker.asking())
  const found = (one: Someone) => accounts.find(({ id }) => id === one.id)?.roles
  expect(found(away)).toMatchObject([{ role: 'keeper', place: null, wider: true, why: { granted: null } }])
  expect(found(deputy)).toMatchObject([
    {
      role: 'keeper',
      place: { id: there },
      wider: false,
      why: { handedOn: { by: away.name, reason: null } },
    },
  ])
  expect(found(security)).toMatchObject([{ role: 'security_administrator', place: null, wider: false }])
  expect(roles.map(({ id }) => id)).not.toContain('viewer')
})
