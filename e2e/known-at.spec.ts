import { today } from '../src/platform/values/day.ts'
import { languages } from '../src/platform/text.ts'
import { changesWords } from '../src/platform/web/changes/words.ts'
import { deedWords } from '../src/platform/web/deeds/words.ts'
import { knownAtText } from '../src/platform/web/moment/moment-words.ts'
import { momentWords } from '../src/platform/web/moment/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { searchWords } from '../src/platform/web/search/words.ts'
import { workbookWords } from '../src/platform/web/workbooks/words.ts'
import { expectAccessible } from './support/page-checks.ts'
import { enterBranch, freshName, idOf, organisation, renameElsewhere } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const list = '/records/organisation.party_organisation'
const pages = [
  '/',
  '/figures/organisation.organisations',
  '/organisation/tree',
  '/organisation/tree?along=line',
  list,
  '/records/organisation.place',
  '/changes',
  '/findings',
  '/workbooks',
]

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('an earlier knowledge is chosen once and said on every page', async ({
      page,
      say,
      expectRefusal,
    }) => {
      // Of a day before anything was recorded a figure without a place has nothing to stand in.
      expectRefusal(404)
      await page.goto('/')
      const date = page.getByRole('button', { name: new RegExp(`^${say(momentWords.control)} `) })
      await date.click()
      await page
        .getByRole('radiogroup', { name: say(momentWords.known) })
        .getByText(say(momentWords.knownThen))
        .click()
      await typeDay(page, say(momentWords.known), '2018-07-29')
      await page.getByRole('button', { name: say(momentWords.close), exact: true }).click()
      const known = new URL(page.url()).searchParams.get('knownAt') ?? ''
      const note = page.getByRole('status').filter({ hasText: say(knownAtText('2018-07-29')) })
      await expect(note).toBeVisible()
      await page.getByRole('link', { name: say({ zh: '变更记录', en: 'What changed' }) }).click()
      await expect(page).toHaveURL(/\/changes\?.*knownAt=/)
      await expect(page.getByText(say(changesWords.empty))).toBeVisible()
      for (const path of pages) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}knownAt=${encodeURIComponent(known)}`)
        await expect(note).toBeVisible()
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      }
    })

    test('what was recorded later is absent, what was renamed later bears its name, and no form is offered', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('所知支部')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const id = await enterBranch(page, { name, code, seat })
      const known = Math.max(...(await organisation(page, id)).changes.map(({ change }) => Number(change)))
      await renameElsewhere(page, id, `${name}新`, '2018-04-01')

      await page.goto(`${list}/${id}?knownAt=${known}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      const act = page.getByRole('link', { name: say(recordWords.act) })
      await expect(act).toHaveCount(0)
      await page.goto(`${list}/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}新`)
      await expect(act).toBeVisible()

      await page.goto(`${list}?find=${code}&knownAt=${known}`)
      await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
      await expect(
        page.getByRole('link', { name: say({ zh: '登记党组织', en: 'Enter a party' }) }),
      ).toHaveCount(0)
      await page.goto(`${list}?find=${code}&knownAt=${known - 1}`)
      await expect(page.getByText(/^(没有符合条件的|No party organisations match)/)).toBeVisible()
      await page.getByRole('combobox', { name: say(searchWords.search) }).fill(code)
      await expect(page.getByText(say(searchWords.none(code)))).toBeVisible()

      await page.goto(`/changes?knownAt=${known}`)
      const newest = page.getByRole('row').nth(1)
      await expect(newest.getByRole('cell', { name: String(known), exact: true })).toBeVisible()
      await expect(newest.getByRole('link', { name, exact: true })).toBeVisible()

      for (const path of [`${list}/new`, `${list}/${id}/act?as=event&kind=renamed`]) {
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}knownAt=${known}`)
        await expect(page.getByRole('heading', { name: say(formWords.notInThePast) })).toBeVisible()
        await expect(page.getByRole('button', { name: say(formWords.save) })).toHaveCount(0)
        await expectAccessible(page)
        await page.getByRole('button', { name: say(formWords.toNow) }).click()
        await expect(page.getByRole('button', { name: say(formWords.save) })).toBeVisible()
      }

      await page.goto(`${list}/deed?knownAt=${known}`)
      await expect(page.getByRole('heading', { name: say(formWords.notInThePast) })).toBeVisible()
      await page.getByRole('button', { name: say(formWords.toNow) }).click()
      await expect(page.getByRole('heading', { name: say(deedWords.which) })).toBeVisible()

      await page.goto(`/workbooks?knownAt=${known}`)
      await expect(page.getByText(say(formWords.notInThePastHelp))).toBeVisible()
      await expect(page.getByRole('button', { name: say(workbookWords.check) })).toHaveCount(0)
      await page.getByRole('button', { name: say(formWords.toNow) }).click()
      await expect(page.getByRole('button', { name: say(workbookWords.check) })).toBeVisible()
    })
  })
}

test('the end of today is no longer the past once it is taken away', async ({ page }) => {
  await page.goto(`${list}?knownAt=${today()}T23:59:59%2B08:00`)
  await expect(page.getByText(knownAtText(today()).zh).first()).toBeVisible()
  await page.getByRole('button', { name: /^日期 / }).click()
  await page
    .getByRole('radiogroup', { name: momentWords.known.zh })
    .getByText(momentWords.knownNow.zh)
    .click()
  await expect(page).not.toHaveURL(/knownAt/)
  await expect(page.getByRole('link', { name: '登记党组织' })).toBeVisible()
})
