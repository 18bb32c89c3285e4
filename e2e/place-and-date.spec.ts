import type { Page } from '@playwright/test'
import { pageWords } from '../src/areas/organisation/pages/words.ts'
import { languages, type Text } from '../src/platform/text.ts'
import { momentWords } from '../src/platform/web/moment/words.ts'
import { placeWords } from '../src/platform/web/place/words.ts'
import { goByMenu } from './support/menu.ts'
import { idOf } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const organisations = { zh: '党组织', en: 'Party organisations' }
const stood = { zh: '按 2018年6月30日 的情况', en: 'As things stood on 30 June 2018' }

/** The two controls in the head of every page, by their names. */
function controls(page: Page, say: (words: Text) => string) {
  const named = (words: Text) => page.getByRole('button', { name: new RegExp(`^${say(words)} `) })
  return { date: named(momentWords.control), place: named(placeWords.control) }
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('the date is typed, stands in the address, and survives a page change and a reload', async ({
      page,
      say,
    }) => {
      await page.goto('/')
      const { date } = controls(page, say)
      const tint = () => date.evaluate((button) => getComputedStyle(button).backgroundColor)
      await date.focus()
      await page.keyboard.press('Enter')
      await typeDay(page, say(momentWords.asOf), '2018-06-30')
      await expect(page).toHaveURL(/asOf=2018-06-30/)
      await page.getByRole('button', { name: say(momentWords.close), exact: true }).click()
      await expect(page.getByText(say(stood), { exact: true })).toBeVisible()
      await expect(date).toContainText(say({ zh: '截至2018年6月30日', en: 'as of 30 June 2018' }))
      const past = await tint()

      await goByMenu(page, say, pageWords.area, organisations)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(organisations))
      await expect(page).toHaveURL(/asOf=2018-06-30/)
      await page.reload()
      await expect(page.getByText(say(stood), { exact: true })).toBeVisible()

      await date.click()
      await page.getByRole('button', { name: say(momentWords.resetToday) }).click()
      await expect(page.getByText(/^(按 .* 的情况|As things stood on .*)$/)).toHaveCount(0)
      await expect.poll(tint).not.toBe(past)
    })

    test('the date is picked with the mouse', async ({ page, say }) => {
      await page.goto('/figures/organisation.organisations?asOf=2018-06-15')
      const { date } = controls(page, say)
      await date.click()
      await page.getByRole('textbox', { name: say(momentWords.asOf) }).click()
      await page.getByTitle('2018-06-30', { exact: true }).click()
      await expect(page).toHaveURL(/asOf=2018-06-30/)
      await expect(page.getByText(say(stood), { exact: true })).toBeVisible()
    })

    test('the place is chosen in the tree and stays on the next page', async ({ page, say }) => {
      await page.goto('/')
      const { place } = controls(page, say)
      await place.click()
      await page.getByRole('treeitem', { name: '金安社区' }).getByText('金安社区').click()
      await expect(page).toHaveURL(/node=/)
      await expect(place).toHaveAccessibleName(`${say(placeWords.control)} 金安社区`)
      await expect(page.getByText(/^金安社区 · /)).toBeVisible()
      await page.getByRole('link', { name: say({ zh: '社区党组织', en: 'Community Party' }) }).click()
      const counted = say({ zh: '1 个，共 1 条', en: '1 organisations, 1 row' })
      await expect(page.getByText(counted)).toBeVisible()
      await page.reload()
      await expect(page.getByText(counted)).toBeVisible()
      await place.click()
      await page.getByRole('searchbox', { name: say(placeWords.search) }).fill('五通')
      await page.keyboard.press('Enter')
      await expect(place).toHaveAccessibleName(`${say(placeWords.control)} 五通社区`)
    })

    test('an earlier knowledge is chosen, said in words and obeyed', async ({ page, say }) => {
      const node = await idOf(page, 'organisation.place', '金安社区')
      await page.goto(`/figures/organisation.community_organisations?node=${node}`)
      const { date } = controls(page, say)
      await date.click()
      await page
        .getByRole('radiogroup', { name: say(momentWords.known) })
        .getByText(say(momentWords.knownThen))
        .click()
      await typeDay(page, say(momentWords.known), '2018-07-29')
      await expect(page).toHaveURL(/knownAt=2018-07-29T23/)
      await page.getByRole('button', { name: say(momentWords.close), exact: true }).click()
      const notes = page.getByRole('status').filter({
        hasText: say({ zh: '按 2018年7月29日 所知', en: 'As known on 29 July 2018' }),
      })
      await expect(notes).toBeVisible()
      // Nothing had been recorded by then: that is not the number nought.
      await expect(page.getByText(say({ zh: '尚未录入', en: 'Not yet recorded' })).first()).toBeVisible()
    })
  })
}
