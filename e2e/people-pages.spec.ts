import type { Locator, Page } from '@playwright/test'
import { communityPosts, type CommunityPost } from '../src/areas/people/terms.ts'
import { committeeWords, pageWords, staffingWords } from '../src/areas/people/pages/words.ts'
import { staffingStandardType } from '../src/areas/people/records.ts'
import { languages } from '../src/platform/text.ts'
import { figureWords } from '../src/platform/web/figure/words.ts'
import { pieceWords } from '../src/platform/web/pieces/words.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { vacate } from './support/people.ts'
import { expect, test } from './support/test.ts'

const jinan = '350206005023'
const communities = [
  '高林社区',
  '五通社区',
  '后坑社区',
  '金山社区',
  '金林社区',
  '金安社区',
  '湖边社区',
  '金湖社区',
  '金海社区',
]

/** The row that begins with a cell of this very text. */
const line = (table: Locator, name: string) =>
  table.getByRole('row').filter({ has: table.page().getByRole('cell', { name, exact: true }) })

/** How many records the page of a figure says that it counts. */
async function rowsSaid(page: Page): Promise<number> {
  const said = await page.locator('.figure-row-count').innerText()
  return Number(/(\d+) (?:条|rows?)/.exec(said)?.[1])
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a committee stands beside the one before, and its numbers open the very members', async ({
      page,
      say,
    }) => {
      await page.goto(`/people/committee?node=${jinan}`)
      await expect(page.getByRole('heading', { level: 1, name: say(pageWords.committee) })).toBeVisible()
      const section = page.getByRole('region', { name: '金安社区' })
      const tables = section.getByRole('table')
      await expect(tables).toHaveCount(3)
      // Whoever was elected for a term, which not all who sit need have been.
      const came = new RegExp(`(${say(committeeWords.anew)}|${say(committeeWords.again)})$`)
      const elected = tables.nth(0).getByRole('row').filter({ hasText: came })
      const before = tables.nth(1).getByRole('row').filter({ hasText: came })
      await expect(elected.first()).toBeVisible()
      const secretary = await tables.nth(0).getByRole('row').nth(1).getByRole('link').first().innerText()
      const counts = [await elected.count(), await before.count()]
      expect(Math.min(...counts)).toBeGreaterThan(3)
      const numbers = line(tables.nth(2), say(committeeWords.count)).getByRole('link')
      for (const [index, count] of counts.entries())
        await expect(numbers.nth(index)).toHaveText(new RegExp(`^${count} `))
      await numbers.first().click()
      await expect(page.getByRole('heading', { level: 2, name: say(figureWords.rows) })).toBeVisible()
      await expect(page.locator('.figure-value strong')).toHaveText(String(counts[0]))
      expect(await rowsSaid(page)).toBe(counts[0])
      await expect(page.getByRole('link', { name: secretary })).toBeVisible()

      // The mean age of the term before, as the page shows it.
      await page.goBack()
      const mean = line(tables.nth(2), say(committeeWords.meanAge)).getByRole('link').nth(1)
      const shown = /[\d.]+/.exec(await mean.innerText())?.[0] ?? ''
      await mean.click()
      await expect(page.locator('.figure-value strong')).toHaveText(shown)
      expect(await rowsSaid(page)).toBe(counts[1])
    })

    test('the whole street has its numbers first, then its communities in the order of the tree', async ({
      page,
      say,
    }) => {
      await page.goto('/people/committee')
      const whole = page.getByRole('region', { name: say(committeeWords.comparisonOf('金山街道')) })
      await expect(line(whole, say(committeeWords.count)).getByRole('link').first()).toHaveText(/^50 /)
      await expect(page.getByRole('heading', { level: 2 })).toHaveText([
        say(committeeWords.comparisonOf('金山街道')),
        ...communities,
      ])
      await expectAccessible(page)
      await expectNoSideScroll(page)
    })

    test('a vacancy is said in words with its day, and counts in every total', async ({ page, say }) => {
      const post: CommunityPost = language === 'zh' ? 'social_worker' : 'assistant'
      const [community = '', left] =
        language === 'zh' ? [communities[0], '2018-03-15'] : [communities[1], '2018-05-02']
      await page.goto('/people/staffing')
      const grid = page.getByRole('table')
      const heading = say(staffingWords.needed(communityPosts[post], 1))
      await expect(grid.getByRole('columnheader', { name: heading })).toBeVisible()
      const headings = await grid.getByRole('columnheader').allInnerTexts()
      const cell = (row: Locator) => row.getByRole('cell').nth(headings.indexOf(heading))
      const total = grid.getByRole('row').last()
      await expect(cell(line(grid, community))).toContainText('1 / 1')
      const filled = Number(await cell(total).getByRole('link').first().innerText())
      await vacate(page, community, post, left ?? '')
      await page.reload()

      const vacant = cell(line(grid, community))
      await expect(vacant).toContainText(say(staffingWords.nobody))
      await expect(vacant).toContainText('0 / 1')
      await expect(vacant).toContainText(
        `${say(staffingWords.vacant)} 1 ${say(staffingWords.since(left ?? ''))}`,
      )
      await expect(line(grid, community).getByRole('cell').last()).toContainText(say(staffingWords.notMet))
      await expect(cell(total)).toContainText(`${filled - 1} / ${communities.length}`)
      await expectAccessible(page)

      await cell(total).getByRole('link').first().click()
      await expect(page.getByText(say(figureWords.oneKind(communityPosts[post])))).toBeVisible()
      await expect(page.locator('.figure-value strong')).toHaveText(String(filled - 1))
      expect(await rowsSaid(page)).toBe(filled - 1)
    })

    test('without a standard the page says how to enter one, and leads there', async ({ page, say }) => {
      await page.goto('/people/staffing?asOf=2010-06-30')
      await expect(page.getByText(say(staffingWords.noStandard))).toBeVisible()
      await page.getByRole('link', { name: say(staffingWords.enterStandard) }).click()
      await expect(page).toHaveURL(new RegExp(`/records/${staffingStandardType.id}/new`))
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        new RegExp(say(staffingStandardType.label), 'i'),
      )
    })

    for (const at of ['/people/committee', '/people/staffing'])
      test(`${at} prints across A4 under its header`, async ({ page, say }) => {
        await page.goto(`${at}?node=${jinan}`)
        await expect(page.getByRole('table').first()).toBeVisible()
        await expect(page.getByRole('cell').getByRole('link').first()).toBeVisible()
        await page.emulateMedia({ media: 'print' })
        await expect(page.locator('.print-header')).toContainText(
          say({ zh: '截至2018年7月29日', en: 'as of 29 July 2018' }),
        )
        await expect(page.getByRole('button', { name: say(pieceWords.print), exact: true })).toBeHidden()
        await expect(page.getByRole('navigation')).toBeHidden()
        const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
        const [, wide, high] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(paper) ?? []
        expect([Math.round(Number(wide)), Math.round(Number(high))]).toEqual([842, 595])
      })
  })
}

test.describe('who sees one community', () => {
  test.use({ account: 'community' })

  test('gets it alone, on both pages', async ({ page }) => {
    await page.goto('/people/committee')
    await expect(page.getByRole('heading', { level: 2 })).toHaveText(['金安社区'])
    await page.goto('/people/staffing')
    await expect(page.getByRole('table').getByRole('row')).toHaveCount(2)
    await expect(page.getByRole('cell', { name: '金安社区' })).toBeVisible()
  })
})

test.describe('the leader', () => {
  test.use({ account: 'leader' })

  test('sees names and numbers, and no way to records that would stay shut', async ({ page }) => {
    await page.goto(`/people/committee?node=${jinan}`)
    await expect(page.getByRole('cell').getByRole('link').first()).toBeVisible()
    await expect(page.locator('main a[href*="/records/"]')).toHaveCount(0)
    await expect(page.locator('main a[href*="/figures/"]').first()).toBeVisible()
  })
})
