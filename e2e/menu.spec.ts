import { pageWords as organisationWords } from '../src/areas/organisation/pages/words.ts'
import { pageWords as peopleWords } from '../src/areas/people/pages/words.ts'
import { shellWords } from '../src/platform/web/shell/words.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { expect, test } from './support/test.ts'

const group = { organisation: organisationWords.area.zh, people: peopleWords.area.zh }

test('an area shows its pages when it is opened, or when one of them is on screen', async ({ page }) => {
  await page.goto('/')
  const menu = page.getByRole('navigation', { name: shellWords.areas.zh })
  const organisation = menu.getByRole('button', { name: group.organisation })
  const people = menu.getByRole('button', { name: group.people })
  await expect(organisation).toHaveAttribute('aria-expanded', 'false')
  await people.click()
  await menu.getByRole('link', { name: peopleWords.committee.zh }).click()
  await expect(page.getByRole('heading', { level: 1, name: peopleWords.committee.zh })).toBeVisible()
  await expect(menu.getByRole('link', { name: peopleWords.committee.zh })).toHaveAttribute(
    'aria-current',
    'page',
  )
  await expect(organisation).toHaveAttribute('aria-expanded', 'false')

  // A page of no area leaves the menu as it was; one of another area opens that.
  await page.locator('main a[href*="/figures/"]').first().click()
  await expect(page).toHaveURL(/\/figures\//)
  await expect(people).toHaveAttribute('aria-expanded', 'true')
  await page.goto('/organisation/tree')
  await expect(organisation).toHaveAttribute('aria-expanded', 'true')
  await expect(people).toHaveAttribute('aria-expanded', 'false')
  await organisation.click()
  await expect(organisation).toHaveAttribute('aria-expanded', 'false')
  await expectAccessible(page)
})

test('the keyboard opens an area and walks on into its pages', async ({ page }) => {
  await page.goto('/')
  const menu = page.getByRole('navigation', { name: shellWords.areas.zh })
  await menu.getByRole('link', { name: shellWords.overview.zh }).focus()
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('button', { name: group.organisation })).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(menu.getByRole('link', { name: peopleWords.committee.zh })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/people\/committee/)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the menu is folded, opens with its areas, and closes behind who goes', async ({ page }) => {
    await page.goto('/people/staffing')
    const menu = page.getByRole('navigation', { name: shellWords.areas.zh })
    await expect(menu).toBeHidden()
    await page.getByRole('button', { name: shellWords.menu.zh }).click()
    await expect(menu.getByRole('link', { name: peopleWords.staffing.zh })).toBeVisible()
    await expectNoSideScroll(page)
    await menu.getByRole('button', { name: group.organisation }).click()
    await menu.getByRole('link', { name: organisationWords.tree.zh }).click()
    await expect(page).toHaveURL(/\/organisation\/tree/)
    await expect(menu).toBeHidden()
  })
})
