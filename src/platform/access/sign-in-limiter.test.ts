import { expect, test } from 'vitest'
import { SignInLimiter } from './sign-in-limiter.ts'

const minute = 60_000

function limiterAt() {
  const clock = { now: 1_000_000 }
  return { clock, limiter: new SignInLimiter(() => clock.now) }
}
const refused = expect.objectContaining({ code: 'TOO_MANY' })
const wrong = (limiter: SignInLimiter, times: number, name = 'zhang', address = '10.0.0.1') => {
  for (let i = 0; i < times; i++) limiter.begin(name, address)
}

test('five wrong passwords lock the name for ten minutes, from any address and in any case', () => {
  const { clock, limiter } = limiterAt()
  wrong(limiter, 5)
  expect(() => limiter.begin(' ZHANG ', '10.0.0.2')).toThrow(refused)
  clock.now += 10 * minute - 1
  expect(() => limiter.begin('zhang', '10.0.0.1')).toThrow(refused)
  clock.now += 1
  limiter.begin('zhang', '10.0.0.1')
})

test('asking while locked does not lengthen the lock', () => {
  const { clock, limiter } = limiterAt()
  wrong(limiter, 5)
  clock.now += 9 * minute
  expect(() => limiter.begin('zhang', '10.0.0.1')).toThrow(refused)
  clock.now += minute
  limiter.begin('zhang', '10.0.0.1')
})

test('a right password forgets the wrong ones of that name, and gives back no more than its own attempt to the address', () => {
  const { limiter } = limiterAt()
  wrong(limiter, 4)
  limiter.begin('zhang', '10.0.0.1').succeeded()
  wrong(limiter, 4)
  limiter.begin('zhang', '10.0.0.1').succeeded()
  for (let i = 0; i < 22; i++) limiter.begin(`name${i}`, '10.0.0.1')
  expect(() => limiter.begin('another', '10.0.0.1')).toThrow(refused)
})

test('attempts that run side by side are all counted before any is checked', () => {
  const { limiter } = limiterAt()
  const attempts = Array.from({ length: 5 }, () => limiter.begin('zhang', '10.0.0.1'))
  expect(() => limiter.begin('zhang', '10.0.0.1')).toThrow(refused)
  attempts[0]?.notTried()
  limiter.begin('zhang', '10.0.0.1')
})
