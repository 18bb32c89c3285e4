import type { Page } from '@playwright/test'
import { personType } from '../src/areas/people/records.ts'
import { kindWords } from '../src/platform/audit/kind-words.ts'
import { fieldOf } from '../src/platform/records/record-type.ts'
import type { Language } from '../src/platform/text.ts'
import { addDays, today } from '../src/platform/values/day.ts'
import { auditWords as words } from '../src/platform/web/audit/words.ts'
import { copyWords } from '../src/platform/web/copy/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { pieceWords } from '../src/platform/web/pieces/words.ts'
import { workbookWords } from '../src/platform/web/workbooks/words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { pageOf } from './support/election.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { enterPerson } from './support/people.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const clerk = '演示街道经办人 (clerk)'
const phone = fieldOf(personType, 'phone').label
const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

async function checkPage(page: Page, language: Language, shot: string, names: readonly string[] = []) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    await expectNoSideScroll(page)
    await page.screenshot({ path: `test-results/${shot}-${language}-${size.width}.png`, fullPage: true })
  }
  if (language === 'en') await expectEnglish(page, names)
  await page.setViewportSize({ width: 1366, height: 768 })
}

for (const language of flowLanguages) {
  test.describe(`the audit, in ${language}`, () => {
    test.use({ language })

    test('who opened, saw, changed, copied and exported a person is found by record, account, kind and day', async ({
      page,
      say,
      browser,
    }) => {
      test.slow()
      const { name, code } = freshName('受查')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const person = await enterPerson(page, { code, name, branch, header: { phone: '13812345678' } })
      const at = `/records/${personType.id}/${person}`
      const main = page.getByRole('main')

      await page.goto(at)
      await page.getByRole('button', { name: say(recordWords.reveal(phone)) }).click()
      await page.getByRole('textbox', { name: say(recordWords.revealReason) }).fill('通知开会')
      await page.keyboard.press('Enter')
      await expect(main).toContainText('13812345678')
      await page.goto(`${at}/act?as=correction&event=header`)
      await page.getByRole('textbox', { name: say(fieldOf(personType, 'name').label) }).fill(`${name}改`)
      await page.getByRole('textbox', { name: say(formWords.correctionReason) }).fill('核对证件')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}改`)
      await page.goto('/workbooks?ledger=people.people')
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: say(workbookWords.export), exact: true }).click()
      await downloading
      await page.goto(`${at}/copy`)
      await page.getByRole('textbox', { name: say(copyWords.reason) }).fill('本人到场')
      await page.getByRole('button', { name: say(copyWords.make) }).click()
      await expect(main).toContainText('13812345678')

      const desk = await pageOf(browser, 'audit', page, language)
      await desk.goto('/audit')
      await desk.getByRole('textbox', { name: say(words.subject) }).fill(person)
      await desk.getByRole('button', { name: say(words.search) }).click()
      const table = desk.getByRole('table', { name: say(words.title) })
      const kinds = async () =>
        await table
          .getByRole('row')
          .evaluateAll((rows) =>
            rows.slice(1).map((row) => row.querySelectorAll('td, th')[2]?.childNodes[0]?.textContent?.trim()),
          )
      const expected = (['reveal', 'export', 'change', 'reveal', 'view', 'change'] as const).map((kind) =>
        say(kindWords[kind]),
      )
      await expect(table.getByRole('row')).toHaveCount(expected.length + 1)
      expect(await kinds()).toEqual(expected)
      await expect(table.getByRole('row').nth(1)).toContainText('本人到场')
      await expect(table.getByRole('row').nth(3)).toContainText('核对证件')
      await expect(table.getByRole('row').nth(4)).toContainText('通知开会')
      for (const row of (await table.getByRole('row').all()).slice(1)) await expect(row).toContainText(clerk)
      // Who reads what was done sees no record: neither the name nor the number.
      await expect(desk.getByRole('main')).not.toContainText(name)
      await expect(desk.getByRole('main')).not.toContainText('13812345678')
      await checkPage(desk, language, 'audit-person')

      await desk.getByRole('combobox', { name: say(words.kind) }).selectOption('reveal')
      await desk.getByRole('button', { name: say(words.search) }).click()
      await expect(table.getByRole('row')).toHaveCount(3)

      // What one account saw and changed between two days, beginning from an event of it.
      await table.getByRole('link', { name: clerk }).first().click()
      await typeDay(desk, say(words.from), today())
      await typeDay(desk, say(words.through), today())
      await desk.getByRole('button', { name: say(words.search) }).click()
      await expect(table.getByRole('row').nth(1)).toContainText('本人到场')
      expect((await kinds()).slice(0, expected.length - 1)).toEqual(expected.slice(0, -1))
      await typeDay(desk, say(words.through), addDays(today(), -1))
      await typeDay(desk, say(words.from), addDays(today(), -1))
      await desk.getByRole('button', { name: say(words.search) }).click()
      await expect(desk.getByText(say(words.empty))).toBeVisible()
      await desk.context().close()
    })

    test('the chain is gone through page by page, and a page of it is printed with its title', async ({
      page,
      say,
      browser,
    }) => {
      await page.goto('/')
      const desk = await pageOf(browser, 'audit', page, language)
      await desk.goto('/audit')
      const numbers = async () =>
        await desk
          .getByRole('table', { name: say(words.title) })
          .getByRole('row')
          .evaluateAll((rows) =>
            rows.slice(1).map((row) => Number(row.querySelectorAll('td, th')[1]?.textContent)),
          )
      await expect(desk.getByRole('table').getByRole('row')).toHaveCount(51)
      const first = await numbers()
      await desk.getByRole('button', { name: say(pieceWords.next) }).click()
      await expect.poll(async () => (await numbers())[0]).toBe((first.at(-1) as number) - 1)
      const second = await numbers()
      const every = [...first, ...second]
      expect(every).toEqual(every.toSorted((a, b) => b - a))
      await desk.emulateMedia({ media: 'print' })
      await expect(desk.getByText(say({ zh: '打印于', en: 'printed' }))).toBeVisible()
      await expect(desk.getByRole('heading', { level: 1 })).toHaveText(say(words.title))
      await expect(desk.getByRole('button', { name: say(words.search) })).toBeHidden()
      await expect(desk.getByRole('button', { name: say(pieceWords.next) })).toBeHidden()
      await desk.emulateMedia({ media: 'screen' })
      await desk.getByRole('button', { name: say(pieceWords.previous) }).click()
      await expect.poll(numbers).toEqual(first)
      await desk.context().close()
    })

    test('from the record, who answers requests is told who looked, without what the file holds', async ({
      page,
      say,
      browser,
    }) => {
      const { name, code } = freshName('问询')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const person = await enterPerson(page, { code, name, branch, header: { phone: '13812345678' } })
      await page.goto(`/records/${personType.id}/${person}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      const desk = await pageOf(browser, 'privacy', page, language)
      await desk.goto(`/records/${personType.id}/${person}`)
      await desk.getByRole('link', { name: say(recordWords.looks) }).click()
      await expect(desk.getByRole('heading', { level: 1 })).toHaveText(say(copyWords.looksOf(name)))
      const looks = desk.getByRole('table', { name: say(copyWords.looks) }).getByRole('row')
      await expect(looks).toHaveCount(4)
      await expect(looks.nth(1)).toContainText('演示个人信息专员')
      await expect(looks.nth(1)).toContainText(say(copyWords.kinds.view))
      await expect(looks.nth(2)).toContainText(clerk)
      await expect(looks.nth(3)).toContainText(say(copyWords.kinds.change))
      await expect(desk.getByRole('main')).not.toContainText('138')
      await checkPage(desk, language, 'looks', [name])
      await desk.context().close()
    })
  })
}
