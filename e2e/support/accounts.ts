import { type APIRequestContext, expect } from '@playwright/test'
import { passwords } from './test.ts'

/** An account whose password is its own, made over REST by the system administrator of the demo; the requests end signed in as it. */
export async function newAccount(
  request: APIRequestContext,
  username: string,
): Promise<{ id: string; name: string; password: string }> {
  const own = `a sentence for ${Math.random().toString(36).slice(2)}`
  const name = username.replaceAll('.', ' ')
  const post = async (path: string, data: object) => {
    const answer = await request.post(`/api${path}`, { data })
    expect(answer.status()).toBeLessThan(300)
    return (await answer.json()) as { id: string; password: string }
  }
  await post('/session', { username: 'admin', password: passwords.admin })
  const { id, password } = await post('/accounts', { username, name })
  await post('/session', { username, password })
  await post('/session/password', { current: password, next: own })
  return { id, name, password: own }
}
