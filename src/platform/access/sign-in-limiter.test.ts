import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { TestDatabase } from '../testing/database.ts'
import { cipherOf } from './cipher.ts'
import { SignInLimiter } from './sign-in-limiter.ts'
import { openSignInLocks } from './sign-in-locks.ts'
import { accessDatabase } from './testing.ts'

const minute = 60_000
const cipher = cipherOf('a secret of at least thirty-two characters', 'any', 'sign-in locks')
let database: TestDatabase
beforeAll(async () => {
  database = await accessDatabase()
})
afterAll(() => database.drop())
beforeEach(() => database.pool.query('delete from access.sign_in_lock'))

const clock = { now: Date.UTC(2026, 10, 29) }
const started = (most?: number) =>
  new SignInLimiter(openSignInLocks(database.pool, cipher, most), () => clock.now)
const refused = expect.objectContaining({ code: 'TOO_MANY' })
const wrong = async (limiter: SignInLimiter, times: number, name = 'zhang', address = '10.0.0.1') => {
  for (let i = 0; i < times; i++) await limiter.begin(name, address)
}
const rows = async () => (await database.pool.query('select subject from access.sign_in_lock')).rows

test('five wrong passwords lock the name for ten minutes, from any address and in any case', async () => {
  const limiter = started()
  await wrong(limiter, 5)
  await expect(limiter.begin(' ZHANG ', '10.0.0.2')).rejects.toEqual(refused)
  clock.now += 10 * minute - 1
  await expect(limiter.begin('zhang', '10.0.0.1')).rejects.toEqual(refused)
  clock.now += 1
  await limiter.begin('zhang', '10.0.0.1')
})

test('a lock holds after a restart and in a second process, and ends when it would have', async () => {
  const first = started()
  await wrong(first, 5)
  const second = started()
  const tries = Array.from({ length: 8 }, () => second.begin('Zhang', '10.0.0.9'))
  for (const one of await Promise.allSettled(tries))
    expect(one).toEqual({ status: 'rejected', reason: refused })
  expect(await second.lockedOf(['zhang', 'wang'])).toEqual(new Set(['zhang']))
  await second.begin('wang', '10.0.0.9')
  clock.now += 10 * minute
  expect(await second.lockedOf(['zhang'])).toEqual(new Set())
  // Refused attempts have counted for nothing: five are allowed again.
  await wrong(second, 5, 'zhang', '10.0.0.9')
  await expect(started().begin('zhang', '10.0.0.1')).rejects.toEqual(refused)
})

test('an address stays locked after a restart', async () => {
  const limiter = started()
  for (let i = 0; i < 30; i++) await limiter.begin(`name${i}`, '10.0.0.1')
  await expect(started().begin('another', '10.0.0.1')).rejects.toEqual(refused)
  await started().begin('another', '10.0.0.2')
})

test('an unlocked name may be tried at once, also after a restart', async () => {
  const limiter = started()
  await wrong(limiter, 5)
  await limiter.unlock('Zhang')
  expect(await rows()).toEqual([])
  await limiter.begin('zhang', '10.0.0.1')
  await started().begin('zhang', '10.0.0.1')
})

test('neither a name nor an address can be read from what is kept, and what has ended is cleared away', async () => {
  await wrong(started(), 5, 'my password 7')
  const kept = await rows()
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain('password')
  clock.now += 11 * minute
  await wrong(started(), 5, 'other')
  expect(await rows()).toHaveLength(1)
})

test('a flood of names takes no more rows than there is room for, and its locks hold nevertheless', async () => {
  const limiter = started(2)
  for (let i = 0; i < 4; i++) await wrong(limiter, 5, `name${i}`, `10.0.1.${i}`)
  expect(await rows()).toHaveLength(2)
  await expect(limiter.begin('name3', '10.0.2.1')).rejects.toEqual(refused)
})

test('asking while locked does not lengthen the lock', async () => {
  const limiter = started()
  await wrong(limiter, 5)
  clock.now += 9 * minute
  await expect(limiter.begin('zhang', '10.0.0.1')).rejects.toEqual(refused)
  await expect(started().begin('zhang', '10.0.0.1')).rejects.toEqual(refused)
  clock.now += minute
  await limiter.begin('zhang', '10.0.0.1')
})

test('a right password forgets the wrong ones of that name, and gives back no more than its own attempt to the address', async () => {
  const limiter = started()
  for (let round = 0; round < 2; round++) {
    await wrong(limiter, 4)
    await (await limiter.begin('zhang', '10.0.0.1')).succeeded()
    expect(await rows()).toEqual([])
  }
  for (let i = 0; i < 22; i++) await limiter.begin(`name${i}`, '10.0.0.1')
  await expect(limiter.begin('another', '10.0.0.1')).rejects.toEqual(refused)
})

test('an attempt that is right while the lock is being written leaves none', async () => {
  const locks = openSignInLocks(database.pool, cipher)
  const written = Promise.withResolvers<void>()
  const writing = Promise.withResolvers<void>()
  const lock: typeof locks.lock = async (...asked) => {
    writing.resolve()
    await written.promise
    await locks.lock(...asked)
  }
  const limiter = new SignInLimiter({ ...locks, lock }, () => clock.now)
  const right = await limiter.begin('zhang', '10.0.0.1')
  await wrong(limiter, 3)
  const fifth = limiter.begin('zhang', '10.0.0.1')
  await writing.promise
  await right.succeeded()
  written.resolve()
  await fifth
  expect(await rows()).toEqual([])
  expect(await limiter.lockedOf(['zhang'])).toEqual(new Set())
})

test('attempts that run side by side are all counted before any is checked', async () => {
  const limiter = started()
  const tries = Array.from({ length: 6 }, () => limiter.begin('zhang', '10.0.0.1'))
  const done = await Promise.allSettled(tries)
  expect(done.filter(({ status }) => status === 'rejected')).toEqual([
    { status: 'rejected', reason: refused },
  ])
  const [first] = await Promise.all(tries.slice(0, 1))
  await first?.notTried()
  expect(await rows()).toEqual([])
  await limiter.begin('zhang', '10.0.0.1')
})
