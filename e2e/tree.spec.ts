import { pageWords } from '../src/areas/organisation/pages/words.ts'
import { expect, test } from './support/test.ts'

test('the counts are those of the day', async ({ page }) => {
  const street = page.getByRole('treeitem', { name: '金山街道' })
  await page.goto('/organisation/tree')
  await expect(street).toContainText(/金山街道大党工委\s*\d{3}/)
  const now = Number(/\d+$/.exec((await street.innerText()).trim())?.[0])
  await page.goto('/organisation/tree?asOf=2014-06-30')
  await expect(street).toContainText(/\d+$/)
  const then = Number(/\d+$/.exec((await street.innerText()).trim())?.[0])
  expect(then).toBeGreaterThan(0)
  expect(then).toBeLessThan(now)
})

test('a search opens the tree to what it finds', async ({ page }) => {
  await page.goto('/organisation/tree')
  const hit = page.getByText('金林湾花园', { exact: true })
  await expect(page.getByRole('treeitem', { name: '高林社区' })).toBeVisible()
  await expect(hit).toHaveCount(0)
  await page.getByRole('searchbox', { name: pageWords.find.zh }).fill('金林湾')
  await expect(hit).toBeVisible()
  await expect(page.getByText(/^找到 \d+ 处$/)).toBeVisible()
  await expect(page).toHaveURL(/find=/)
  await page.reload()
  await expect(hit).toBeVisible()
})

test('the arrow keys walk and open the tree, and the space bar chooses', async ({ page }) => {
  await page.goto('/organisation/tree')
  const community = page.getByRole('treeitem', { name: '高林社区' })
  await expect(community).toHaveAttribute('aria-expanded', 'false')
  await page.getByRole('searchbox', { name: pageWords.find.zh }).focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(community).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Space')
  await expect(page.getByRole('heading', { name: '高林社区' })).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await expect(community).toHaveAttribute('aria-expanded', 'false')
})

test('the joint councils lie over the places and are nobody’s parent', async ({ page }) => {
  await page.goto('/organisation/tree')
  const community = page.getByRole('treeitem', { name: '金安社区' })
  await expect(community).toContainText('金安社区大党委')
  await community.getByText('金安社区', { exact: true }).click()
  const chosen = page.getByRole('region', { name: pageWords.chosen.zh })
  await expect(chosen.getByRole('link', { name: '金安社区大党委' })).toBeVisible()
  await expect(chosen).toContainText(pageWords.councilHelp.zh)
  await page.getByRole('combobox', { name: pageWords.along.zh }).selectOption(pageWords.byLine.zh)
  const committee = page.getByRole('treeitem', { name: '工作委员会' })
  await expect(committee).toBeVisible()
  await expect(page.getByRole('treeitem', { name: '大党委' })).toHaveCount(0)
})

test('any figure by place stands on every node, and the numbers are those of its own page', async ({
  page,
}) => {
  await page.goto('/organisation/tree')
  await page.getByRole('combobox', { name: pageWords.show.zh }).selectOption('小区党支部覆盖率')
  const community = page.getByRole('treeitem', { name: '金安社区' })
  await expect(community).toContainText(/\d+\.\d% · \d+ \/ \d+/)
  const shown = /(\d+\.\d)% · (\d+) \/ (\d+)/.exec(await community.innerText())
  await page.goto('/figures/organisation.compound_coverage?node=350206005023')
  const top = page.locator('.figure-value')
  await expect(top).toContainText(`${shown?.[1]} %`)
  for (const part of shown?.slice(2) ?? []) await expect(top).toContainText(part)
})
