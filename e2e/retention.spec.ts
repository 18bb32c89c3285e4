import { randomUUID } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import { peoplePurposes } from '../src/areas/people/purposes.ts'
import { personType } from '../src/areas/people/records.ts'
import type { RecordView } from '../src/platform/records/contract.ts'
import type { Language } from '../src/platform/text.ts'
import { retentionWords as words } from '../src/platform/web/retention/words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { enterPerson } from './support/people.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { type Account, expect, passwords, test } from './support/test.ts'

const register = peoplePurposes.find(({ id }) => id === 'people.register')?.name ?? personType.label

/** A person whose membership ended in 2018. */
async function former(page: Page, what: string): Promise<{ id: string; name: string; code: string }> {
  const { name, code } = freshName(what)
  const branch = await enterBranch(page, {
    name: `${name}支部`,
    code,
    seat: await idOf(page, 'organisation.place', '金安社区'),
  })
  const id = await enterPerson(page, { code, name, branch, header: { phone: '13812345678' } })
  const { version }: RecordView = await (
    await page.request.get(`/api/records/${personType.id}/${id}?asOf=2018-03-01`)
  ).json()
  const ended = await page.request.post(`/api/records/${personType.id}/events`, {
    data: {
      type: personType.id,
      id,
      version,
      act: 'membership_ended',
      onDate: '2018-04-01',
      idempotencyKey: randomUUID(),
      sets: { branch_id: null, category: null, home_id: null, ending: 'transferred_out' },
    },
  })
  await expect(ended).toBeOK()
  return { id, name, code }
}

async function deskOf(browser: Browser, baseURL: string | undefined, username: Account, language: Language) {
  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    storageState: { cookies: [], origins: [] },
  })
  const data = { username, password: passwords[username] }
  await expect(await context.request.post('/api/session', { data })).toBeOK()
  await context.addInitScript((chosen) => localStorage.setItem('xiaoma.language', chosen), language)
  return await context.newPage()
}

for (const language of flowLanguages) {
  test.describe(`what need not be kept any more, in ${language}`, () => {
    test.use({ language })

    test('is due by the period that the office sets, proposed by one person and erased when another agrees', async ({
      page,
      say,
      browser,
      baseURL,
    }) => {
      const [gone, disputed] = [await former(page, '到期'), await former(page, '争议')]
      const desk = await deskOf(browser, baseURL, 'privacy', language)
      await desk.goto('/retention')
      const set = desk.getByRole('button', { name: say(words.setOf(register)) })
      await set.click()
      await desk.getByRole('textbox', { name: say(words.years), exact: true }).fill('5')
      await desk.getByRole('button', { name: say(words.save), exact: true }).click()
      await expect(desk.getByText(say(words.basisShort))).toBeVisible()
      await expectAccessible(desk)
      await desk.screenshot({ path: `test-results/retention-period-${language}.png`, fullPage: true })
      await desk.getByRole('textbox', { name: say(words.basis) }).fill('街道档案保管期限表第12条')
      await desk.getByRole('button', { name: say(words.save), exact: true }).click()
      await expect(desk.getByText(say(words.saved))).toBeVisible()

      const row = desk.getByRole('row').filter({ hasText: gone.name })
      await expect(row).toContainText('2023-04-01')
      await desk.getByRole('button', { name: say(words.holdOf(disputed.name)) }).click()
      await desk.getByRole('textbox', { name: say(words.holdReason) }).fill('信访复查未结')
      await desk.getByRole('textbox', { name: say(words.until) }).fill('2099-12-31')
      await desk
        .getByRole('button', { name: say(words.hold), exact: true })
        .first()
        .click()
      await expect(desk.getByRole('row').filter({ hasText: '信访复查未结' }).first()).toContainText(
        '2099-12-31',
      )
      await desk.getByRole('checkbox', { name: say(words.pick(gone.name)) }).check()
      await desk.screenshot({ path: `test-results/retention-${language}.png`, fullPage: true })
      await desk.getByRole('button', { name: say(words.propose(1)) }).click()
      await expect(desk.getByText(say(words.proposed))).toBeVisible()
      await expect(row).toContainText(say(words.inBatch))
      await expectAccessible(desk)

      const second = await deskOf(browser, baseURL, 'leader', language)
      await second.goto('/')
      await second.getByRole('link', { name: say(words.reminderLink) }).click()
      await second
        .getByRole('row')
        .filter({ hasText: say(words.states.waiting) })
        .getByRole('link')
        .first()
        .click()
      await expect(second.getByRole('row').filter({ hasText: gone.name })).toContainText('2018-04-01')
      await expectAccessible(second)
      await expectEnglishIf(language, second, [gone.name])
      await second.screenshot({ path: `test-results/retention-decide-${language}.png`, fullPage: true })
      await second.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(second)
      await second.screenshot({ path: `test-results/retention-decide-phone-${language}.png`, fullPage: true })
      await second.setViewportSize({ width: 1366, height: 768 })
      await second.getByRole('button', { name: say(words.agree), exact: true }).click()
      await expect(second.getByRole('main')).toContainText(say(words.counts(1, 0, 0)))
      await expect(second.getByRole('main')).toContainText(say(words.itemStates.erased))
      await second.screenshot({ path: `test-results/retention-done-${language}.png`, fullPage: true })

      await page.goto(`/records/${personType.id}/${gone.id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(gone.code)
      await page.goto(`/records/${personType.id}/${disputed.id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(disputed.name)

      await desk.goto('/retention')
      await desk.setViewportSize({ width: 390, height: 844 })
      await expect(desk.getByText(say(words.states.done)).first()).toBeVisible()
      await expectNoSideScroll(desk)
      await expectAccessible(desk)
      await desk.screenshot({ path: `test-results/retention-phone-${language}.png`, fullPage: true })
      await desk.context().close()
      await second.context().close()
    })
  })
}

async function expectEnglishIf(language: Language, page: Page, names: readonly string[]): Promise<void> {
  if (language === 'en') await expectEnglish(page, names)
}
