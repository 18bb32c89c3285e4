import { languages } from '../src/platform/text.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { versionWords as words } from '../src/platform/web/versions/words.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { enterBranch, freshName, idOf, renameElsewhere } from './support/records.ts'
import { expect, test } from './support/test.ts'

for (const language of languages) {
  test.describe(`versions of a record, in ${language}`, () => {
    test.use({ language })

    test('an earlier version is compared with now, and what was renamed gets its name back', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('原名支部')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const id = await enterBranch(page, { name, code, seat })
      await renameElsewhere(page, id, `新${name}`, '2018-05-01')
      await page.goto(`/records/organisation.party_organisation/${id}`)
      await page.getByRole('link', { name: say(words.compare) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.title(`新${name}`)))
      await expect(page.getByText(say(words.notRecorded))).toBeVisible()
      for (const size of [
        { width: 390, height: 844 },
        { width: 1366, height: 768 },
      ]) {
        await page.setViewportSize(size)
        await expectAccessible(page)
        await expectNoSideScroll(page)
      }
      if (language === 'en')
        await expectEnglish(page, [`新${name}`, '演示街道经办人', '金山街道', '（演示）'])
      await page.getByRole('checkbox').last().check()
      await page.getByRole('button', { name: say(words.restore(1)) }).click()
      await page.getByRole('textbox', { name: say(formWords.correctionReason) }).fill('改名登错了')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page.getByText(say(words.restored))).toBeVisible()
    })
  })
}
