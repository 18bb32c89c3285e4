import { ORPCError } from '@orpc/server'
import { expect, test } from 'vitest'
import { browser, startShelf } from './http-testing.ts'
import { retryAfter } from './retry-after.ts'

test('a lock says how long it lasts, what is busy to ask in a moment, and all else nothing', () => {
  const answer = (status: number, details = {}) => new ORPCError('ANY', { status, data: { details } })
  expect(retryAfter(answer(429, { minutes: 10 }))).toBe(600)
  expect(retryAfter(answer(429))).toBe(10)
  expect(retryAfter(answer(503))).toBe(2)
  for (const status of [401, 404, 409, 422, 500]) expect(retryAfter(answer(status))).toBeNull()
})

test('the sixth wrong password is answered with the time to wait', async () => {
  const shelf = await startShelf()
  try {
    const { client } = browser(shelf.url)
    const signIn = { username: 'viewer', password: 'wrong' }
    for (let wrong = 0; wrong < 5; wrong += 1)
      await expect(client.access.signIn(signIn)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    const sixth = await fetch(`${shelf.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(signIn),
    })
    expect([sixth.status, sixth.headers.get('retry-after')]).toEqual([429, '600'])
  } finally {
    await shelf.close()
  }
})
