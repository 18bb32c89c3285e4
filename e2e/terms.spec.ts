import { pageWords, termWords as words } from '../src/areas/people/pages/words.ts'
import { electionType } from '../src/areas/people/records.ts'
import { stepWords } from '../src/areas/people/rules/elections/steps/step-words.ts'
import { languages } from '../src/platform/text.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { goByMenu } from './support/menu.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { freshName } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { choose } from './support/form.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('terms that have ended come first, in words, and an election is begun from its line', async ({
      page,
      say,
    }) => {
      const shoot = async (what: string) => {
        if (process.env['XIAOMA_PICTURES'])
          await page.screenshot({ path: `test-results/${language}-${what}.png`, fullPage: true })
      }
      await page.goto('/')
      await goByMenu(page, say, pageWords.area, pageWords.terms)
      await expect(page.getByRole('heading', { level: 1, name: say(pageWords.terms) })).toBeVisible()
      await expect(page.getByText(say(words.overdue(2)))).toBeVisible()
      const lines = page.getByRole('table').getByRole('row')
      await expect(lines.nth(1)).toContainText(say(words.leftDays(-80)))
      await expect(lines.nth(1).getByRole('cell', { name: '2018-05-10', exact: true }).first()).toBeVisible()
      await expect(lines.last()).toContainText(say(words.leftDays(279)))
      await expectAccessible(page)
      await expectNoSideScroll(page)
      const names = [
        ...(await page.getByRole('link').allTextContents()),
        ...(await page.getByRole('cell').allTextContents()),
      ]
      if (language === 'en')
        await expectEnglish(
          page,
          names.filter((name) => /社区/.test(name)),
        )
      await shoot('terms')
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(page)
      await expectAccessible(page)
      await shoot('terms-phone')
      await page.setViewportSize({ width: 1366, height: 768 })

      const line = lines.nth(language === 'zh' ? 3 : 4)
      const name = await line.getByRole('link').first().innerText()
      await line.getByRole('link', { name: say(words.beginFor(name)) }).click()
      await expect(page).toHaveURL(new RegExp(`/records/${electionType.id}/new`))
      await expect(page.getByRole('main')).toContainText(name)
      const code = freshName('换届').code
      const field = (key: string) => {
        const found = [...electionType.header, ...electionType.attributes].find((one) => one.key === key)
        return say(found?.label ?? { zh: '', en: '' })
      }
      await page.getByRole('textbox', { name: field('seats') }).fill('3')
      await page.getByRole('textbox', { name: field('code') }).fill(code)
      await choose(
        page,
        field('secretary_by'),
        say({ zh: '委员会第一次会议', en: 'The first meeting of the committee' }),
      )
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/new'))
      await page.goto(`/people/terms`)
      await expect(page.getByRole('link', { name: `${code} ${say(stepWords.planned)}` })).toBeVisible()
    })

    test('where no term ends the page says so, and it prints across A4', async ({ page, say }) => {
      await page.goto('/people/terms?asOf=2016-01-01')
      await expect(page.getByText(say(words.none))).toBeVisible()
      await page.goto('/people/terms')
      await expect(page.getByRole('table')).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      await expect(page.locator('.print-header')).toContainText(
        say({ zh: '截至2018年7月29日', en: 'as of 29 July 2018' }),
      )
      const sheet = await page.pdf({
        preferCSSPageSize: true,
        ...(process.env['XIAOMA_PICTURES'] ? { path: `test-results/${language}-terms.pdf` } : {}),
      })
      const paper = sheet.toString('latin1')
      expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
      const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? []
      expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([842, 595])
    })
  })
}
