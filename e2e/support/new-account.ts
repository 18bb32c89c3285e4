import type { Page } from '@playwright/test'
import { expect, passwords } from './test.ts'

/** A new account of the demo with a password of its own, made over REST by the system administrator. */
export async function newAccount(page: Page, username: string): Promise<string> {
  const own = `a sentence for ${Math.random().toString(36).slice(2)}`
  const post = async (path: string, data: object) => {
    const answer = await page.request.post(`/api${path}`, { data })
    expect(answer.status()).toBeLessThan(300)
    return (await answer.json()) as { password: string }
  }
  await post('/session', { username: 'admin', password: passwords.admin })
  const { password } = await post('/accounts', { username, name: username.replaceAll('.', ' ') })
  await post('/session', { username, password })
  await post('/session/password', { current: password, next: own })
  await page.context().clearCookies()
  return own
}
