import { languages } from '../src/platform/text.ts'
import { searchWords as words } from '../src/platform/web/search/words.ts'
import { expectAccessible } from './support/page-checks.ts'
import { enterBranch, freshName, idOf, renameElsewhere } from './support/records.ts'
import { expect, test } from './support/test.ts'

const committee = '中共金山街道金安社区委员会'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('everything is searched by the keyboard alone, by sound, and a record opened', async ({
      page,
      say,
    }) => {
      await page.goto('/findings')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      const box = page.getByRole('combobox', { name: say(words.search) })
      await page.keyboard.press('/')
      await expect(box).toBeFocused()
      await page.keyboard.type('jasq')
      const found = page.getByRole('listbox', { name: say(words.results) })
      const places = found.getByRole('group', { name: say(words.group({ zh: '地点', en: 'Places' }, 1)) })
      await expect(places.getByRole('option')).toContainText(['350206005023'])
      await expect(places.getByRole('option')).toContainText([say(words.inForce)])
      const organisations = found.getByRole('group', {
        name: say({ zh: '党组织', en: 'Party organisations' }),
      })
      await expect(organisations.getByRole('option', { name: committee })).toBeVisible()
      await expect(places.getByRole('option')).toHaveAttribute('aria-selected', 'true')
      await page.keyboard.press('ArrowDown')
      const active = found.getByRole('option', { selected: true })
      await expect(active).toContainText(committee)
      expect(await box.getAttribute('aria-activedescendant')).toBe(await active.getAttribute('id'))
      await page.keyboard.press('Enter')
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(committee)
      await expect(found).toBeHidden()

      await page.keyboard.press('Control+k')
      await expect(box).toBeFocused()
      await page.keyboard.type('没有这个名字')
      await expect(page.getByText(say(words.none('没有这个名字')))).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(box).toHaveValue('')
      await expect(box).not.toBeFocused()
    })

    for (const size of [
      { width: 1366, height: 768 },
      { width: 390, height: 844 },
    ])
      test(`axe finds nothing in the open list at ${size.width}`, async ({ page, say }) => {
        await page.setViewportSize(size)
        await page.goto('/changes')
        await page.getByRole('combobox', { name: say(words.search) }).fill('金安')
        await expect(page.getByRole('option').first()).toBeVisible()
        await expectAccessible(page)
      })
  })
}

test('a former name finds the record, which says how it is called and that it is over', async ({ page }) => {
  const { name, code } = freshName('旧称支部')
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const id = await enterBranch(page, { name, code, seat })
  await renameElsewhere(page, id, `改名后${code}`, '2018-04-01')
  await page.goto('/records/organisation.place')
  const box = page.getByRole('combobox', { name: words.search.zh })
  await box.fill(name)
  const option = page.getByRole('option', { name: `改名后${code}` })
  await expect(option).toContainText(words.otherName(name).zh)
  await expect(option).toContainText(words.inForce.zh)
  await page.goto('/records/organisation.place?asOf=2018-02-01')
  await box.fill(code.toLowerCase())
  await expect(page.getByRole('option', { name })).toContainText('2018年3月1日起')
})

test('an Enter before the answer waits for it; a stroke in another field stays there', async ({ page }) => {
  await page.goto('/records/organisation.party_organisation')
  const list = page.getByRole('searchbox')
  await list.first().fill('金/安')
  await expect(list.first()).toHaveValue('金/安')
  await list.first().press('/')
  await expect(list.first()).toBeFocused()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('350206005023')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('金安社区')
})

test('the rest of a group is shown in its list', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: words.search.zh }).fill('花园')
  const places = page.getByRole('group', { name: /^地点（\d+）$/ })
  await places.getByRole('option', { name: words.all.zh }).click()
  await expect(page).toHaveURL(/\/records\/organisation\.place\?.*find=/)
  await expect(page.getByRole('cell', { name: /花园/ }).first()).toBeVisible()
})

test.describe('of a community', () => {
  test.use({ account: 'community' })
  test('what lies outside is absent', async ({ page }) => {
    await page.goto('/')
    const box = page.getByRole('combobox', { name: words.search.zh })
    await box.fill('五通社区')
    await expect(page.getByText(words.none('五通社区').zh)).toBeVisible()
    await box.fill('金安社区')
    await expect(page.getByRole('option', { name: committee })).toBeVisible()
  })
})

test.describe('of who sees no records', () => {
  test.use({ account: 'leader' })
  test('nothing is offered', async ({ page }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('combobox', { name: words.search.zh })).toHaveCount(0)
  })
})
