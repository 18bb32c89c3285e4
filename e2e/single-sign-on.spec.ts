import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import {
  client,
  startProvider,
  type TestProvider,
} from '../src/platform/access/single-sign-on/testing/provider.ts'
import { languages } from '../src/platform/text.ts'
import { accountWords } from '../src/platform/web/accounts/words.ts'
import { sessionWords } from '../src/platform/web/session/words.ts'
import { singleSignOnWords as words } from '../src/platform/web/session/single-sign-on-words.ts'
import { shellWords } from '../src/platform/web/shell/words.ts'
import { newAccount } from './support/new-account.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { startProgram } from './support/program.ts'
import { expect, test as base } from './support/test.ts'

const name = { zh: '金山统一身份认证', en: 'Jinshan single sign-on' }

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** A program and a real provider that know each other. */
const test = base.extend<object, { provider: TestProvider; port: number }>({
  port: [
    async ({ browserName: _any }, use) => {
      await use(await freePort())
    },
    { scope: 'worker' },
  ],
  provider: [
    async ({ port }, use) => {
      const provider = await startProvider(`http://127.0.0.1:${port}/single-sign-on`)
      await use(provider)
      await provider.close()
    },
    { scope: 'worker' },
  ],
  program: [
    async ({ port, provider }, use) => {
      const started = await startProgram({
        XIAOMA_PORT: String(port),
        XIAOMA_ORIGIN: `http://127.0.0.1:${port}`,
        XIAOMA_OIDC_ISSUER: provider.issuer,
        XIAOMA_OIDC_CLIENT_ID: client.id,
        XIAOMA_OIDC_CLIENT_SECRET: client.secret,
        XIAOMA_OIDC_NAME_ZH: name.zh,
        XIAOMA_OIDC_NAME_EN: name.en,
      })
      await use(started.address)
      await started.stop()
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  neighbours: [
    async ({ provider }, use) => {
      await use([provider.issuer])
    },
    { scope: 'worker' },
  ],
})

/** At the provider's own page. */
async function signInThere(page: Page, as: string) {
  await page.getByLabel('姓名').fill(as)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language, account: null })

    test('an account is linked, entered by the button, and proved anew beside the page, which loses nothing', async ({
      page,
      provider,
      say,
      expectRefusal,
    }) => {
      expectRefusal(401)
      expectRefusal(403)
      const username = `sso.${language}`
      const password = await newAccount(page, username)
      const button = page.getByRole('button', { name: say(words.button(name)) })
      await page.goto('/sign-in?to=%2Fsecurity')
      await expect(button).toBeVisible()
      await expectAccessible(page)
      await expectNoSideScroll(page)
      await page.getByRole('textbox', { name: say(sessionWords.username) }).fill(username)
      await page.getByLabel(say(sessionWords.password), { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: say(words.link(name)) }).click()
      await signInThere(page, username)
      await expect(page).toHaveURL(/\/security$/)
      const unlink = page.getByRole('button', { name: say(words.unlink) })
      await expect(unlink).toBeVisible()
      await expectAccessible(page)
      await expectNoSideScroll(page)

      await page.goto('/')
      await page.getByRole('button', { name: new RegExp(`^${say(shellWords.account)} `) }).click()
      await page.getByRole('button', { name: say(shellWords.signOut) }).click()
      await expect(button).toBeVisible()
      // The provider remembers the person, and says that they proved it eleven minutes ago: the server wants to know it anew.
      provider.twist = (claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 11 * 60 })
      await page.goto('/sign-in?to=%2Fsecurity')
      await button.click()
      await expect(page).toHaveURL(/\/security$/)
      provider.twist = null
      await unlink.click()
      const dialog = page.getByRole('dialog', { name: say(sessionWords.proofTitle) })
      await expectAccessible(page)
      const opened = page.waitForEvent('popup')
      await dialog.getByRole('link', { name: say(words.prove(name)) }).click()
      const beside = await opened
      await signInThere(beside, username)
      await expect(beside.getByText(say(words.proven))).toBeVisible()
      await expectAccessible(beside)
      await expect(dialog).toHaveCount(0)
      await expect(page.getByText(say(words.unlinked(name)))).toBeVisible()
    })

    test('whom no account is linked to is told so, and the system administrator undoes a link', async ({
      page,
      say,
      expectRefusal,
    }) => {
      expectRefusal(401)
      expectRefusal(422)
      const username = `undone.${language}`
      const password = await newAccount(page, username)
      await page.goto('/sign-in')
      await page.getByRole('button', { name: say(words.button(name)) }).click()
      await signInThere(page, `nobody.${language}`)
      await expect(page.getByRole('alert')).toContainText(
        say({ zh: '还没有与它关联', en: 'no account here is linked to you there' }),
      )
      await expectAccessible(page)
      await expectNoSideScroll(page)
      // Neither the code nor the state is left in the address.
      await expect(page).toHaveURL(/\/single-sign-on$/)
      await page.getByRole('link', { name: say(words.toSignIn) }).click()
      await page.context().clearCookies()
      await page.goto('/sign-in?to=%2Fsecurity')
      await page.getByRole('textbox', { name: say(sessionWords.username) }).fill(username)
      await page.getByLabel(say(sessionWords.password), { exact: true }).fill(password)
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: say(words.link(name)) }).click()
      await signInThere(page, username)
      await expect(page.getByRole('button', { name: say(words.unlink) })).toBeVisible()

      await page.context().clearCookies()
      await page.goto('/sign-in?to=%2Faccounts')
      await page.getByRole('button', { name: /· admin$/ }).click()
      const act = say(accountWords.of(accountWords.unlink, username.replaceAll('.', ' ')))
      await page.getByRole('button', { name: act }).click()
      await page
        .getByRole('button', { name: say(accountWords.confirmUnlink), exact: true })
        .last()
        .click()
      await expect(page.getByRole('button', { name: act })).toHaveCount(0)
    })

    test('an address without an answer says where to begin', async ({ page, say }) => {
      await page.goto('/single-sign-on')
      await expect(page.getByText(say(words.nothing))).toBeVisible()
      await expectAccessible(page)
    })
  })
}
