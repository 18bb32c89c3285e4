import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { type Account, expect, passwords } from './test.ts'

export type Written = { id: string; version: string }
type Event = {
  act: string
  onDate: string
  sets?: Record<string, string>
  header?: Record<string, string>
  id?: string
  version?: string
  documentNo?: string
}

/** Records an act as the page's account. */
export async function enter(page: Page, type: string, event: Event): Promise<Written> {
  const data = { type, idempotencyKey: randomUUID(), header: {}, sets: {}, ...event }
  const written = await page.request.post(`/api/records/${type}/events`, { data })
  await expect(written).toBeOK()
  return await written.json()
}

/** The same office in the eyes of another account. */
export async function pageOf(
  browser: Browser,
  account: Account,
  like: Page,
  language: string,
): Promise<Page> {
  return await pageAt(browser, account, new URL(like.url()).origin, language)
}

/** The office at an address in the eyes of an account. */
export async function pageAt(
  browser: Browser,
  account: Account,
  origin: string,
  language: string,
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width: 1366, height: 768 },
    // A context takes the session of the test over, and a sign-in would end that.
    storageState: { cookies: [], origins: [] },
  })
  await expect(
    await context.request.post('/api/session', { data: { username: account, password: passwords[account] } }),
  ).toBeOK()
  await context.addInitScript((value) => localStorage.setItem('xiaoma.language', value), language)
  return await context.newPage()
}
