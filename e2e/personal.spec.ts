import ExcelJS from 'exceljs'
import { peopleLedger } from '../src/areas/people/ledgers/people.ts'
import { personType } from '../src/areas/people/records.ts'
import { fieldOf } from '../src/platform/records/record-type.ts'
import { languages } from '../src/platform/text.ts'
import { clearWords } from '../src/platform/web/clear-exports/words.ts'
import { copyWords } from '../src/platform/web/copy/words.ts'
import { erasureWords } from '../src/platform/web/erasure/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { enterPerson } from './support/people.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { expect, passwords, test } from './support/test.ts'

const phone = fieldOf(personType, 'phone').label

for (const language of languages) {
  test.describe(`personal values, in ${language}`, () => {
    test.use({ language })

    test('a value is masked, shown for a reason, hidden again, and kept by a form that does not touch it', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('示例')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const person = await enterPerson(page, { code, name, branch, header: { phone: '13812345678' } })
      await page.goto(`/records/${personType.id}/${person}`)
      const main = page.getByRole('main')
      await expect(main).toContainText('138****5678')
      await expect(main).not.toContainText('13812345678')

      await page.getByRole('button', { name: say(recordWords.reveal(phone)) }).click()
      const reason = page.getByRole('textbox', { name: say(recordWords.revealReason) })
      await expect(reason).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByText(say(recordWords.revealShort))).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: `test-results/reveal-${language}.png` })
      await reason.fill('通知开会')
      await page.keyboard.press('Enter')
      await expect(main).toContainText('13812345678')
      await page.getByRole('button', { name: say(recordWords.revealHide) }).click()
      await expect(main).not.toContainText('13812345678')

      await page.goto(`/records/${personType.id}/${person}/act?as=correction&event=header`)
      const replace = page.getByRole('button', { name: say(formWords.replaceOf(say(phone))) })
      await replace.click()
      await page.getByRole('button', { name: say(formWords.keepOf(say(phone))) }).click()
      await expect(replace).toBeVisible()
      await page.screenshot({ path: `test-results/form-${language}.png`, fullPage: true })
      await page.getByRole('textbox', { name: say(fieldOf(personType, 'name').label) }).fill(`${name}改`)
      await page.getByRole('textbox', { name: say(formWords.correctionReason) }).fill('核对')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}改`)
      await expect(main).toContainText('138****5678')

      await page.setViewportSize({ width: 390, height: 844 })
      await page.getByRole('button', { name: say(recordWords.reveal(phone)) }).click()
      await expect(page.getByRole('textbox', { name: say(recordWords.revealReason) })).toBeInViewport()
      await expectNoSideScroll(page)
      await page.screenshot({ path: `test-results/reveal-phone-${language}.png` })
    })

    test('a copy for the person is taken for a reason and says who saw what', async ({ page, say }) => {
      const { name, code } = freshName('本人')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const person = await enterPerson(page, { code, name, branch, header: { phone: '13812345678' } })
      const data = { type: personType.id, id: person, field: 'phone', reason: '核对号码' }
      await expect(
        await page.request.post(`/api/records/${personType.id}/${person}/reveal`, { data }),
      ).toBeOK()
      await page.goto(`/records/${personType.id}/${person}`)
      await page.getByRole('link', { name: say(recordWords.copy) }).click()
      await page.getByRole('button', { name: say(copyWords.make) }).click()
      await expect(page.getByText(say(copyWords.reasonShort))).toBeVisible()
      await page.getByRole('textbox', { name: say(copyWords.reason) }).fill('本人持身份证到场')
      await page.getByRole('button', { name: say(copyWords.make) }).click()
      const main = page.getByRole('main')
      await expect(main).toContainText('13812345678')
      await expect(page.getByRole('row').filter({ hasText: '核对号码' })).toContainText(
        say(copyWords.saw(phone)),
      )
      await expectAccessible(page)
      await page.screenshot({ path: `test-results/copy-${language}.png`, fullPage: true })
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(page)
      await page.screenshot({ path: `test-results/copy-phone-${language}.png`, fullPage: true })
    })

    test('an erasure shows what it empties, empties it and leaves the record', async ({
      page,
      say,
      browser,
      baseURL,
    }) => {
      const { name, code } = freshName('待删')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const person = await enterPerson(page, { code, name, branch, header: { phone: '13812345678' } })
      const officer = await browser.newContext({
        baseURL: baseURL ?? '',
        storageState: { cookies: [], origins: [] },
      })
      const data = { username: 'privacy', password: passwords.privacy }
      await expect(await officer.request.post('/api/session', { data })).toBeOK()
      await officer.addInitScript((chosen) => localStorage.setItem('xiaoma.language', chosen), language)
      const desk = await officer.newPage()
      await desk.goto(`/records/${personType.id}/${person}`)
      await desk.getByRole('link', { name: say(recordWords.erase) }).click()
      await expect(desk.getByRole('row').filter({ hasText: say(phone) })).toContainText('138****5678')
      const erase = desk.getByRole('button', { name: say(erasureWords.erase) })
      await erase.click()
      await expect(desk.getByText(say(erasureWords.reasonShort))).toBeVisible()
      await desk.getByRole('textbox', { name: say(erasureWords.reason) }).fill('GR-2026-001')
      await expectAccessible(desk)
      await desk.screenshot({ path: `test-results/erasure-${language}.png`, fullPage: true })
      await erase.click()
      await expect(desk.getByText(say(erasureWords.done))).toBeVisible()
      await expect(desk.getByRole('main')).not.toContainText('138****5678')
      await expect(desk.getByRole('main')).toContainText(code)
      await officer.close()
    })

    test('sensitive values leave when a second person agrees, once', async ({
      page,
      say,
      browser,
      baseURL,
    }) => {
      await page.goto('/clear-exports?asOf=2018-07-29&node=350206005023')
      await page.getByLabel(say(clearWords.ledger)).selectOption(peopleLedger.id)
      await page.getByRole('button', { name: say(clearWords.send) }).click()
      await expect(page.getByText(say(clearWords.reasonShort))).toBeVisible()
      const why = `换届审查${freshName('').code}`
      await page.getByRole('textbox', { name: say(clearWords.reason) }).fill(why)
      await page.getByRole('button', { name: say(clearWords.send) }).click()
      const own = page.getByRole('row').filter({ hasText: why })
      await expect(own).toContainText(say(clearWords.states.waiting))
      await page.screenshot({ path: `test-results/ask-${language}.png`, fullPage: true })
      await expectAccessible(page)

      const second = await browser.newContext({
        baseURL: baseURL ?? '',
        storageState: { cookies: [], origins: [] },
      })
      const data = { username: 'leader', password: passwords.leader }
      await expect(await second.request.post('/api/session', { data })).toBeOK()
      await second.addInitScript((chosen) => localStorage.setItem('xiaoma.language', chosen), language)
      const desk = await second.newPage()
      await desk.goto('/clear-exports/to-decide')
      await desk
        .getByRole('row')
        .filter({ hasText: why })
        .getByRole('button', { name: say(clearWords.decide) })
        .click()
      await desk.screenshot({ path: `test-results/decide-${language}.png`, fullPage: true })
      await desk.getByRole('button', { name: say(clearWords.agree), exact: true }).click()
      await expect(desk.getByRole('row').filter({ hasText: why })).toContainText(say(clearWords.states.ready))
      await second.close()

      await page.reload()
      const downloading = page.waitForEvent('download')
      await own.getByRole('button', { name: say(clearWords.take) }).click()
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(await (await downloading).path())
      const [cover, sheet] = book.worksheets
      expect(sheet?.rowCount).toBeGreaterThan(1)
      const cells: string[] = []
      sheet?.eachRow((row) => row.eachCell(({ text }) => cells.push(text)))
      expect(cells.filter((cell) => /•••|\*\*/.test(cell))).toEqual([])
      expect(cells.some((cell) => /^\d{4}-\d{2}$/.test(cell))).toBe(true)
      const batch = cover
        ?.getColumn(2)
        .values.map(String)
        .find((value) => /^[0-9a-f-]{36}$/.test(value))
      expect(sheet?.headerFooter.oddFooter).toContain(batch)
      await expect(own).toContainText(say(clearWords.states.taken))
      await expect(own.getByRole('button')).toHaveCount(0)
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(page)
      await page.screenshot({ path: `test-results/ask-phone-${language}.png`, fullPage: true })
    })
  })
}
