import { languages } from '../src/platform/text.ts'
import { figureWords } from '../src/platform/web/figure/words.ts'
import { overviewWords } from '../src/platform/web/overview/words.ts'
import { sessionWords } from '../src/platform/web/session/words.ts'
import { shellWords } from '../src/platform/web/shell/words.ts'
import { expect, passwords, test } from './support/test.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test.describe('before the sign-in', () => {
      test.use({ account: null })

      test('a wrong password is told of in words, and the right one enters', async ({
        page,
        say,
        expectRefusal,
      }) => {
        expectRefusal(401)
        await page.goto('/')
        await page.getByRole('button', { name: say(sessionWords.signIn), exact: true }).click()
        await expect(page.getByText(say(sessionWords.usernameMissing))).toBeVisible()
        await page.getByRole('textbox', { name: say(sessionWords.username) }).fill('clerk')
        await page.getByLabel(say(sessionWords.password), { exact: true }).fill('not-this-one')
        await page.keyboard.press('Enter')
        await expect(page.getByRole('alert')).toContainText(
          say({ zh: '登录名或密码不正确', en: 'The user name or the password is not right' }),
        )
        await page.getByLabel(say(sessionWords.password), { exact: true }).fill(passwords.clerk)
        await page.keyboard.press('Enter')
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(overviewWords.title))
      })

      test('a demonstration account enters with one press, and a sign-out ends it', async ({
        page,
        say,
        expectRefusal,
      }) => {
        expectRefusal(401)
        await page.goto('/organisation/tree?asOf=2018-06-30')
        await page.getByRole('button', { name: /· clerk$/ }).click()
        await expect(page).toHaveURL(/\/organisation\/tree\?asOf=2018-06-30$/)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await page.evaluate(() => {
          for (const storage of [localStorage, sessionStorage]) storage.setItem('xiaoma.draft.any', 'typed')
        })
        await page.getByRole('button', { name: new RegExp(`^${say(shellWords.account)} `) }).click()
        await page.getByRole('button', { name: say(shellWords.signOut) }).click()
        await expect(page.getByRole('button', { name: say(sessionWords.signIn), exact: true })).toBeVisible()
        const left = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
        expect(left).not.toContain('typed')
        await page.goto('/organisation/tree')
        await expect(page.getByRole('button', { name: say(sessionWords.signIn), exact: true })).toBeVisible()
      })

      test('a session that ran out takes the personal values of unsaved forms along, and leaves the rest', async ({
        page,
        say,
        baseURL,
        expectRefusal,
      }) => {
        expectRefusal(401)
        await page.goto('/organisation/tree')
        await page.getByRole('button', { name: /· clerk$/ }).click()
        await expect(page).toHaveURL(`${baseURL}/organisation/tree`)
        await page.evaluate(() => {
          localStorage.setItem('xiaoma.draft.any', 'a code')
          sessionStorage.setItem('xiaoma.draft.any', 'a telephone')
        })
        // The server ends the session, and the page is not told.
        const ended = await page.evaluate(async () => (await fetch('/api/session', { method: 'DELETE' })).ok)
        expect(ended).toBe(true)
        await page.reload()
        await expect(page.getByRole('button', { name: say(sessionWords.signIn), exact: true })).toBeVisible()
        const left = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
        expect([left.includes('a code'), left.includes('a telephone')]).toEqual([true, false])
      })

      test('nothing is gone to after the sign-in but an address of this application', async ({
        page,
        baseURL,
        expectRefusal,
      }) => {
        expectRefusal(401)
        for (const to of ['javascript:alert(1)', '//example.org/', '/\\example.org/', '/\t/example.org/']) {
          await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
          await page.getByRole('button', { name: /· clerk$/ }).click()
          await expect(page).toHaveURL(`${baseURL}/`)
        }
      })

      test('the language is switched on the page and stays', async ({ page, language, expectRefusal }) => {
        expectRefusal(401)
        const other = language === 'zh' ? 'en' : 'zh'
        await page.goto('/sign-in')
        await page.getByRole('button', { name: other === 'zh' ? '中文' : 'English', exact: true }).click()
        const heading = page.getByRole('heading', { name: sessionWords.demoTitle[other] })
        await expect(heading).toBeVisible()
        await page.reload()
        await expect(heading).toBeVisible()
      })
    })

    test.describe('the leader', () => {
      test.use({ account: 'leader' })

      test('sees a value but not the records behind it', async ({ page, say, expectRefusal }) => {
        await page.goto('/')
        const card = page.getByRole('link', { name: say({ zh: '社区党组织', en: 'Community Party' }) })
        await expect(card).toContainText('9')
        await expect(page.getByRole('link', { name: say(shellWords.changes) })).toHaveCount(0)
        await card.click()
        await expect(page.getByText(say(figureWords.rowsClosed))).toBeVisible()
        await expect(page.getByRole('heading', { name: say(figureWords.explain) })).toHaveCount(0)
        expectRefusal(403)
        await page.goto('/changes')
        await expect(page.getByRole('alert')).toBeVisible()
      })
    })

    test.describe('the community clerk', () => {
      test.use({ account: 'community' })

      test('sees the own community and nothing of another', async ({ page, say, expectRefusal }) => {
        await page.goto('/figures/organisation.community_organisations')
        await expect(page.getByText(say(figureWords.partly('金安社区')))).toBeVisible()
        const counted = say({ zh: '1 个，共 1 条', en: '1 organisations, 1 row' })
        await expect(page.getByText(counted)).toBeVisible()
        expectRefusal(404)
        await page.goto('/figures/organisation.community_organisations?node=350206005013')
        await expect(page.getByRole('alert')).toContainText(
          say({ zh: '没有找到“350206005013”', en: '“350206005013” is not there' }),
        )
        await page.goto('/organisation/tree')
        await expect(page.getByRole('treeitem', { name: '金安社区' })).toBeVisible()
        await expect(page.getByRole('treeitem', { name: '高林社区' })).toHaveCount(0)
      })
    })
  })
}
