import { Secret, TOTP } from 'otpauth'
import { auditWords } from '../src/platform/web/audit/words.ts'
import { restoreWords } from '../src/platform/web/backups/restore-words.ts'
import { backupWords } from '../src/platform/web/backups/words.ts'
import { purposeWords } from '../src/platform/web/personal/words.ts'
import { accountWords } from '../src/platform/web/accounts/words.ts'
import { grantWords } from '../src/platform/web/accounts/grant-words.ts'
import { securityWords } from '../src/platform/web/session/security-words.ts'
import { sessionWords } from '../src/platform/web/session/words.ts'
import { shellWords } from '../src/platform/web/shell/words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { newAccount } from './support/new-account.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { expect, passwords, test } from './support/test.ts'

const codeOf = (key: string, later = 0) =>
  new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate({
    timestamp: Date.now() + later * 30_000,
  })

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: null })

    test('a second factor is set up, asked for, and replaced by a recovery code once', async ({
      page,
      say,
      expectRefusal,
    }) => {
      expectRefusal(401)
      const username = `two.${language}`
      const password = await newAccount(page, username)
      const enter = async () => {
        await page.goto('/sign-in?to=%2Fsecurity')
        await page.getByRole('textbox', { name: say(sessionWords.username) }).fill(username)
        await page.getByLabel(say(sessionWords.password), { exact: true }).fill(password)
        await page.keyboard.press('Enter')
      }
      const code = page.getByLabel(say(sessionWords.code))
      const held = page.getByText(say(securityWords.held))
      await enter()
      await page.getByRole('button', { name: say(securityWords.begin) }).click()
      await expect(page.getByRole('img', { name: say(securityWords.picture) })).toBeVisible()
      await expectAccessible(page)
      await expectNoSideScroll(page)
      const key = (await page.locator('.factor-key').textContent()) ?? ''
      await page.getByLabel(say(securityWords.code), { exact: true }).fill(codeOf(key))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { name: say(securityWords.codesTitle) })).toBeFocused()
      await expectAccessible(page)
      const recovery = await page.locator('.recovery-codes code').allTextContents()
      expect(recovery).toHaveLength(10)

      await page.context().clearCookies()
      await enter()
      await expect(page.getByRole('heading', { name: say(sessionWords.codeTitle) })).toBeVisible()
      await expectAccessible(page)
      await code.fill('000000')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).toContainText(
        say({ zh: '验证码不正确或已经用过', en: 'The code is not right, or was used already' }),
      )
      await code.fill(codeOf(key, 1))
      await page.keyboard.press('Enter')
      await expect(held).toBeVisible()

      await page.context().clearCookies()
      await enter()
      await code.fill(recovery[0] ?? '')
      await page.keyboard.press('Enter')
      await expect(held).toBeVisible()
      await page.context().clearCookies()
      await enter()
      await code.fill(recovery[0] ?? '')
      await page.keyboard.press('Enter')
      await expect(page.getByRole('alert')).not.toBeEmpty()
    })

    test('five wrong passwords lock an account, and the security administrator unlocks it', async ({
      page,
      say,
      expectRefusal,
    }) => {
      expectRefusal(401)
      expectRefusal(429)
      const username = `locked.${language}`
      const password = await newAccount(page, username)
      await page.goto('/sign-in')
      await page.getByRole('textbox', { name: say(sessionWords.username) }).fill(username)
      const field = page.getByLabel(say(sessionWords.password), { exact: true })
      for (let attempt = 0; attempt < 5; attempt += 1) {
        await field.fill(`wrong ${attempt}`)
        const answered = page.waitForResponse(/signIn/)
        await page.keyboard.press('Enter')
        await answered
      }
      await field.fill(password)
      await page.keyboard.press('Enter')
      const locked = say({ zh: '密码或验证码错误次数过多', en: 'Too many wrong passwords or codes' })
      await expect(page.getByRole('alert')).toContainText(locked)
      await page.getByRole('button', { name: /· security$/ }).click()
      const menu = page.getByRole('navigation', { name: say(shellWords.areas) })
      await menu.getByRole('link', { name: say(accountWords.title) }).click()
      const unlock = say(accountWords.of(accountWords.unlock, username.replaceAll('.', ' ')))
      await page.getByRole('button', { name: unlock }).click()
      await page
        .getByRole('button', { name: say(accountWords.confirmUnlock), exact: true })
        .last()
        .click()
      await expect(page.getByRole('button', { name: unlock })).toHaveCount(0)
      await page.context().clearCookies()
      const answer = await page.request.post('/api/session', { data: { username, password } })
      expect(answer.status()).toBe(200)
    })

    test('an act that wants a new proof goes on once the password is given, with what was typed', async ({
      page,
      say,
      expectRefusal,
    }) => {
      expectRefusal(401)
      expectRefusal(403)
      await page.goto('/sign-in?to=%2Faccounts')
      await page.getByRole('button', { name: /· admin$/ }).click()
      await page.getByRole('button', { name: say(accountWords.add) }).click()
      const username = `proof.${language}`
      await page.getByLabel(say(accountWords.name), { exact: true }).fill('王芳')
      await page.getByLabel(say(accountWords.username), { exact: true }).fill(username)
      // Waiting ten minutes for the answer is all that is spared; what follows it is the server's own.
      const data = { words: accountWords.title, details: { proveAgain: true } }
      const turnedBack = { defined: true, code: 'FORBIDDEN', status: 403, message: '', data }
      await page.route(/accountsAdd/, (route) => route.fulfill({ status: 403, json: { json: turnedBack } }), {
        times: 1,
      })
      await page.getByRole('button', { name: say(accountWords.save), exact: true }).click()
      const dialog = page.getByRole('dialog', { name: say(sessionWords.proofTitle) })
      await expect(dialog).toBeVisible()
      await expectAccessible(page)
      const password = dialog.getByLabel(say(sessionWords.password), { exact: true })
      await password.fill('not this one')
      expectRefusal(422)
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('alert')).toContainText(
        say({ zh: '密码不正确', en: 'The password is not right' }),
      )
      await password.fill(passwords.admin)
      await page.keyboard.press('Enter')
      await expect(dialog).toHaveCount(0)
      await expect(page.getByText(say(accountWords.onceTitle(username)))).toBeVisible()
    })

    test('each of the three administrators has a menu of their own work', async ({
      page,
      say,
      expectRefusal,
    }) => {
      expectRefusal(401)
      // The audit administrator sees no accounts.
      expectRefusal(403)
      const menus = {
        admin: [purposeWords.title, accountWords.title, grantWords.title, backupWords.title],
        security: [purposeWords.title, accountWords.title, grantWords.title, restoreWords.decideTitle],
        audit: [purposeWords.title, auditWords.title],
      }
      const add = page.getByRole('button', { name: say(accountWords.add) })
      const policy = page.getByRole('heading', { name: say(accountWords.policy) })
      for (const [username, entries] of Object.entries(menus)) {
        await page.context().clearCookies()
        await page.goto('/sign-in?to=%2Faccounts')
        await page.getByRole('button', { name: new RegExp(`· ${username}$`) }).click()
        const links = page.getByRole('navigation', { name: say(shellWords.areas) }).getByRole('link')
        await expect(links).toHaveText(entries.map(say))
        await expect(add).toHaveCount(username === 'admin' ? 1 : 0)
        await expect(policy).toHaveCount(username === 'security' ? 1 : 0)
      }
    })
  })
}
