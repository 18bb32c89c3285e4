import { type BrowserContext, expect as plainExpect, test as base } from '@playwright/test'
import { expectOldStyles } from './expect-old-styles.ts'
import { startProgram } from './program.ts'
import { newerNames, takeAway } from '../../tools/testing/oldest-browser/newer-names.ts'
import { type Language, say as inLanguage, type Text } from '../../src/platform/text.ts'

/** The accounts that every demo has, with their published passwords. */
export const passwords = {
  clerk: 'demo-clerk-1',
  community: 'demo-community-1',
  leader: 'demo-leader-1',
  privacy: 'demo-privacy-1',
  admin: 'demo-admin-1',
  security: 'demo-security-1',
  audit: 'demo-audit-1',
} as const
export type Account = keyof typeof passwords

/** Waits longer than by default: the browser and the server may share a busy machine. */
export const expect = plainExpect.configure({ timeout: 15_000 })

type Session = Awaited<ReturnType<BrowserContext['storageState']>>
type Options = { language: Language; account: Account | null }
type Tools = {
  say: (words: Text) => string
  /** Names an answer of the server that the test brings about itself, 0 that there is none; any other complaint fails the test. */
  expectRefusal: (status: number) => void
}

/** Each worker has a program and data of its own, so that no file of tests meets what another does at the same time. */
type OwnProgram = {
  program: string
  /** Origins beside the program's own to which its pages may lead. */
  neighbours: readonly string[]
}

const cookies = new Map<Account, Session['cookies']>()

const newer = newerNames()

/** A test in the oldest supported browser, in one language, signed in as one account, that fails on any complaint of the browser. */
export const test = base.extend<Options & Tools, OwnProgram>({
  program: [
    async ({ browserName: _any }, use) => {
      const given = process.env['XIAOMA_E2E_URL']
      if (given) return await use(given)
      const started = await startProgram()
      await use(started.address)
      await started.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  neighbours: [
    async ({ browserName: _any }, use) => {
      await use([])
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ program }, use) => {
    await use(program)
  },
  language: ['zh', { option: true }],
  account: ['clerk', { option: true }],

  storageState: async ({ language, account, baseURL, playwright }, use) => {
    const origin = baseURL ?? ''
    if (account && !cookies.has(account)) {
      const request = await playwright.request.newContext({ baseURL: origin })
      const data = { username: account, password: passwords[account] }
      await expect(await request.post('/api/session', { data })).toBeOK()
      cookies.set(account, (await request.storageState()).cookies)
      await request.dispose()
    }
    await use({
      cookies: (account && cookies.get(account)) ?? [],
      origins: [{ origin, localStorage: [{ name: 'xiaoma.language', value: language }] }],
    })
  },

  context: async ({ context }, use) => {
    await context.addInitScript(takeAway, newer)
    await use(context)
    for (const page of context.pages()) await expectOldStyles(page)
  },

  say: async ({ language }, use) => {
    await use((words) => inLanguage(words, language))
  },

  expectRefusal: [
    async ({ context, baseURL, neighbours }, use) => {
      const complaints: string[] = []
      const refusals = new Set<number>()
      context.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      context.on('weberror', (failure) => complaints.push(String(failure.error())))
      context.on('request', (request) => {
        const url = new URL(request.url())
        const known = [baseURL, ...neighbours].includes(url.origin)
        if (url.protocol.startsWith('http') && !known) complaints.push(`asks ${url.href}`)
      })
      await use((status) => void refusals.add(status))
      const unexpected = complaints.filter((complaint) => {
        const status = complaint.endsWith('net::ERR_CONNECTION_REFUSED')
          ? '0'
          : /responded with a status of (\d+)/.exec(complaint)?.[1]
        return !status || !refusals.has(Number(status))
      })
      expect(unexpected, 'complaints of the browser').toEqual([])
    },
    { auto: true },
  ],
})
