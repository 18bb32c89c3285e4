import type { Browser, Page } from '@playwright/test'
import { languages, type Language } from '../src/platform/text.ts'
import { restoreWords as words } from '../src/platform/web/backups/restore-words.ts'
import { backupWords } from '../src/platform/web/backups/words.ts'
import { sessionWords } from '../src/platform/web/session/words.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { startProgram } from './support/program.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expect, passwords, test as shared } from './support/test.ts'

/** A program of its own: a restore signs everybody out. */
const test = shared.extend<object, { program: string }>({
  program: [
    async ({ browserName: _any }, use) => {
      const started = await startProgram()
      await use(started.address)
      await started.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
})

async function enter(page: Page, account: keyof typeof passwords): Promise<void> {
  const data = { username: account, password: passwords[account] }
  await expect(await page.request.post('/api/session', { data })).toBeOK()
}

/** Another person at another machine. */
async function other(browser: Browser, baseURL: string, language: Language) {
  const storageState = {
    cookies: [],
    origins: [{ origin: baseURL, localStorage: [{ name: 'xiaoma.language', value: language }] }],
  }
  const context = await browser.newContext({ baseURL, storageState })
  return await context.newPage()
}

/** The page of who comes by just then: it says what happens, waits, and comes back by itself. */
async function passesBy(page: Page, signIn: string): Promise<void> {
  const heading = page.getByRole('heading', { name: '正在恢复备份' })
  await expect
    .poll(
      async () => {
        await page.goto('/sign-in').catch(() => null)
        return await heading.isVisible()
      },
      { timeout: 240_000, intervals: [50] },
    )
    .toBe(true)
  await expectAccessible(page)
  await expectNoSideScroll(page)
  await expect(page.getByLabel(signIn)).toBeVisible({ timeout: 60_000 })
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: null })

    test('the office is backed up, changed, and restored from the page by two people', async ({
      page,
      browser,
      baseURL,
      say,
      expectRefusal,
    }) => {
      test.setTimeout(480_000)
      // While one server hands over to the next, nobody may answer for an instant.
      for (const status of [401, 503, 0]) expectRefusal(status)
      const at = baseURL ?? ''
      await enter(page, 'admin')
      await page.goto('/backups')
      await page.getByRole('button', { name: say(backupWords.now) }).click()
      const list = page.getByRole('table', { name: say(backupWords.list) })
      const restore = list.getByRole('button', {
        name: language === 'zh' ? /^恢复 / : /^Restore the backup of [-\d: ]+$/,
      })
      await expect(restore.first()).toBeEnabled({ timeout: 60_000 })
      await list
        .getByRole('button', { name: say(backupWords.check) })
        .first()
        .click()
      const sound = language === 'zh' ? /逐个文件读回，完好/ : /Every file read back .*: sound/
      await expect(list.getByText(sound)).toBeVisible({ timeout: 60_000 })

      const clerk = await other(browser, at, language)
      await enter(clerk, 'clerk')
      const branch = freshName('恢复前支部')
      await enterBranch(clerk, { ...branch, seat: await idOf(clerk, 'organisation.place', '金安社区') })

      await restore.first().click()
      await expect(page.getByText(say(words.keptAside))).toBeVisible()
      await expectAccessible(page)
      await expectNoSideScroll(page)
      await page.getByRole('textbox', { name: say(words.reason) }).fill('e2e')
      await page.getByRole('button', { name: say(words.send) }).click()
      await expect(page.getByRole('cell', { name: say(words.states.waiting) })).toBeVisible()

      const security = await other(browser, at, language)
      await enter(security, 'security')
      await security.goto('/backups/to-decide')
      await security.getByRole('button', { name: say(words.decide) }).click()
      await expectAccessible(security)
      if (language === 'en') await expectEnglish(security, ['演示系统管理员'])
      await security.getByRole('button', { name: say(words.agree), exact: true }).click()
      await expect(security.getByRole('cell', { name: say(words.states.ready) })).toBeVisible()

      await page.reload()
      await page.getByRole('button', { name: say(words.begin) }).click()
      const named = page.getByRole('textbox', {
        name: language === 'zh' ? /请输入本单位名称/ : /Type the office/,
      })
      await named.fill('别处街道')
      await page.getByRole('button', { name: say(words.beginNow) }).click()
      await expect(page.getByRole('alert')).toBeVisible()
      const typed = /“(.+)”/.exec((await page.getByRole('alert').textContent()) ?? '')?.[1] ?? ''
      await named.fill(typed)
      expectRefusal(422)
      const visitor = await other(browser, at, language)
      const passing = passesBy(visitor, say(sessionWords.username))
      await page.getByRole('button', { name: say(words.beginNow) }).click()
      await passing

      await expect(page.getByLabel(say(sessionWords.username))).toBeVisible({ timeout: 60_000 })
      await page.getByRole('textbox', { name: say(sessionWords.username) }).fill('admin')
      await page.getByLabel(say(sessionWords.password), { exact: true }).fill(passwords.admin)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: say(backupWords.aside) })).toBeVisible()
      await expectAccessible(page)
      await expectNoSideScroll(page)
      await enter(clerk, 'clerk')
      const left = await clerk.request.get(
        `/api/records/organisation.party_organisation?find=${encodeURIComponent(branch.name)}&asOf=2018-07-29`,
      )
      expect(await left.json()).toMatchObject({ total: 0 })
    })
  })
}
