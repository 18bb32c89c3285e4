import type { Page } from '@playwright/test'
import { lineWords } from '../src/areas/organisation/pages/line-words.ts'
import { pageWords } from '../src/areas/organisation/pages/words.ts'
import { placeType } from '../src/areas/organisation/records.ts'
import { languages, type Text } from '../src/platform/text.ts'
import { figureWords } from '../src/platform/web/figure/words.ts'
import { overviewWords } from '../src/platform/web/overview/words.ts'
import { placeWords } from '../src/platform/web/place/words.ts'
import { goByMenu } from './support/menu.ts'
import { expectAccessible } from './support/page-checks.ts'
import { expect, test } from './support/test.ts'

const street = '中共厦门市湖里区金山街道工作委员会'
const committee = '中共金山街道金安社区委员会'
const organisations = { zh: '党组织', en: 'Party organisations' }

const control = (page: Page, say: (words: Text) => string, words: Text) =>
  page.getByRole('button', { name: new RegExp(`^${say(words)} `) })

/** The number that a figure's page tells with its rows. */
async function counted(page: Page): Promise<number> {
  const shown = page.getByText(/^(\d+) (个，共 \1 条|organisations?, \1 rows?)$/)
  await expect(shown).toBeVisible()
  return Number.parseInt(await shown.innerText(), 10)
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a figure is counted along the line: value, rows, parts, and back by place', async ({
      page,
      say,
    }) => {
      await page.goto('/')
      await control(page, say, placeWords.control).click()
      await page.getByText(say(lineWords.along), { exact: true }).click()
      await expect(page).toHaveURL(/along=line/)
      const line = control(page, say, lineWords.control)
      await expect(line).toBeVisible()
      await expect(page.getByText(new RegExp(`^${street} · `))).toBeVisible()
      await page.getByRole('searchbox', { name: say(lineWords.search) }).fill('jinansq')
      await expect(page.locator('.place-hit', { hasText: committee })).toBeVisible()
      await page.keyboard.press('Enter')
      await expect(line).toHaveAccessibleName(`${say(lineWords.control)} ${committee}`)
      await expect(page).toHaveURL(/line=/)
      await expect(page.getByText(new RegExp(`^${committee} · `))).toBeVisible()

      const member = page.getByRole('link', { name: say({ zh: '成员单位', en: 'Member units' }) })
      await expect(member.filter({ hasText: say(overviewWords.placeOnly) }).first()).toBeVisible()

      await page.getByRole('link', { name: new RegExp(`^${say(organisations)} ?\\d`) }).click()
      const below = await counted(page)
      await expect(page.getByRole('definition').filter({ hasText: committee })).toBeVisible()
      const breakdown = page.getByRole('region', { name: say(figureWords.breakdown) })
      await expect(breakdown.getByRole('tab', { name: say(lineWords.parts) })).toBeVisible()
      const cells = breakdown.getByRole('row').getByRole('cell', { name: /^\d+$/ })
      await expect(cells.first()).toBeVisible()
      const parts = (await cells.allInnerTexts()).reduce((sum, part) => sum + Number(part), 0)
      expect(parts).toBe(below)
      await page.reload()
      expect(await counted(page)).toBe(below)
      await page.getByRole('button', { name: say(figureWords.compare) }).click()
      await expect(page.getByText(new RegExp(`^${say(figureWords.before)} `))).toBeVisible()

      await line.click()
      await page.getByText(say(placeWords.byPlace), { exact: true }).click()
      await expect(page).not.toHaveURL(/along=line/)
      await expect(control(page, say, placeWords.control)).toBeVisible()
      await expect(async () => expect(await counted(page)).toBeGreaterThan(below)).toPass()
    })

    test('a figure of places only says so and is counted by place', async ({ page, say }) => {
      await page.goto('/figures/organisation.compounds?along=line')
      await expect(page.getByText(say(figureWords.placeOnly('金山街道')))).toBeVisible()
      await expect(page.getByRole('tab', { name: say(figureWords.by.place) })).toBeVisible()
    })

    test('axe finds nothing along the line, with its tree open', async ({ page, say }) => {
      await page.goto('/?along=line')
      await expect(page.getByText(say(overviewWords.placeOnly)).first()).toBeVisible()
      await control(page, say, lineWords.control).click()
      await expect(page.getByRole('treeitem', { name: committee })).toBeVisible()
      for (const size of [
        { width: 1366, height: 768 },
        { width: 390, height: 844 },
      ]) {
        await page.setViewportSize(size)
        await expectAccessible(page)
      }
    })
  })
}

test('pages that make sense by place only keep the place, and the line comes back after them', async ({
  page,
  say,
}) => {
  await page.goto('/?along=line&node=350206005023')
  const place = page.getByRole('button', { name: /^地点 / })
  const line = page.getByRole('button', { name: /^隶属 / })
  await expect(line).toBeVisible()
  await goByMenu(page, say, pageWords.area, placeType.plural)
  await expect(place).toHaveAccessibleName('地点 金安社区')
  await expect(page.getByText(/^金安社区 · 截至.* · 共 \d+ 条$/)).toBeVisible()
  await place.click()
  await expect(page.getByText(lineWords.along.zh, { exact: true })).toHaveCount(0)
  await page.getByRole('link', { name: '总览' }).click()
  await expect(line).toBeVisible()
})

test('the tree follows the choice, and shows what hangs on the node chosen', async ({ page }) => {
  await page.goto('/organisation/tree')
  await page.getByRole('combobox', { name: pageWords.along.zh }).selectOption(pageWords.byLine.zh)
  await expect(page).toHaveURL(/along=line/)
  const line = page.getByRole('button', { name: /^隶属 / })
  await line.click()
  await page.getByRole('searchbox', { name: lineWords.search.zh }).fill('金安社区')
  await page.keyboard.press('Enter')
  await expect(line).toHaveAccessibleName(`隶属 ${committee}`)
  await expect(page.getByRole('treeitem', { name: committee })).toBeVisible()
  await expect(page.getByRole('treeitem', { name: street })).toHaveCount(0)
})
