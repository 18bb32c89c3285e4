import { expect, test } from 'vitest'
import { Allowance } from './allowance.ts'

const refused = (act: () => void) => {
  try {
    act()
    return null
  } catch (error) {
    return (error as { data: { minutes: number } }).data.minutes
  }
}

test('one address may so often within the minutes, and another one still may', () => {
  let now = 1_000_000
  const allowance = new Allowance({ minutes: 10, each: 2, all: 100 }, () => now)
  expect([1, 2, 3].map(() => refused(() => allowance.take('10.0.0.1')))).toEqual([null, null, 10])
  expect(refused(() => allowance.take('10.0.0.2'))).toBeNull()
  now += 8 * 60_000
  expect(refused(() => allowance.take('10.0.0.1'))).toBe(2)
  now += 2 * 60_000
  expect(refused(() => allowance.take('10.0.0.1'))).toBeNull()
})

test('all together may only so often, from however many addresses', () => {
  const allowance = new Allowance({ minutes: 10, each: 2, all: 5 }, () => 1)
  const refusals = Array.from({ length: 8 }, (_, at) => refused(() => allowance.take(`10.0.0.${at}`)))
  expect(refusals).toEqual([null, null, null, null, null, 10, 10, 10])
})

test('the addresses of one IPv6 network count as one, however they are written', () => {
  const allowance = new Allowance({ minutes: 10, each: 1, all: 100 }, () => 1)
  expect(refused(() => allowance.take('2001:db8:1:2::1'))).toBeNull()
  expect(refused(() => allowance.take('2001:db8:1:2:ffff:1:2:3'))).toBe(10)
  expect(refused(() => allowance.take('2001:db8:1:3::1'))).toBeNull()
  expect(refused(() => allowance.take('::ffff:10.0.0.1'))).toBeNull()
  expect(refused(() => allowance.take('10.0.0.1'))).toBe(10)
})
