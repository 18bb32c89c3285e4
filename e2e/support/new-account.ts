import type { Page } from '@playwright/test'
import { newAccount as accountOf } from './accounts.ts'

/** A new account of the demo with a password of its own; the browser is signed out. */
export async function newAccount(page: Page, username: string): Promise<string> {
  const { password } = await accountOf(page.request, username)
  await page.context().clearCookies()
  return password
}
