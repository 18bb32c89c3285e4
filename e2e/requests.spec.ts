import { requestActWords } from '../src/areas/enterprise/rules/requests/request-life.ts'
import { taskActWords } from '../src/areas/enterprise/rules/requests/task-life.ts'
import { requestType, taskType } from '../src/areas/enterprise/records.ts'
import { menuWords } from '../src/areas/enterprise/pages/menu-words.ts'
import { requestWords as words } from '../src/areas/enterprise/pages/requests/words.ts'
import {
  confirmations,
  requestChannels,
  requestKinds,
  requestOutcomes,
  requestStages,
  satisfactions,
  taskStages,
} from '../src/areas/enterprise/terms.ts'
import { everyField, type RecordType } from '../src/platform/records/record-type.ts'
import type { Text } from '../src/platform/text.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { companyWithDepartments } from './support/company.ts'
import { pageOf } from './support/election.ts'
import { choose, pick } from './support/form.ts'
import { goByMenu } from './support/menu.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const labelOf = (type: RecordType, key: string): Text => {
  const field = everyField(type).find((one) => one.key === key)
  if (!field) throw new Error(`no field ${key}`)
  return field.label
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a request through every state, by a clerk at the keyboard; others read what they may', async ({
      page,
      browser,
      say,
    }) => {
      test.slow()
      page.setDefaultTimeout(30_000)
      const { code, name, company, departments } = await companyWithDepartments(page)
      const [first, second] = departments
      const field = (type: RecordType, key: string) => say(labelOf(type, key))
      const shoot = async (what: string, shown = page) => {
        if (!process.env['XIAOMA_PICTURES']) return
        await shown.screenshot({ path: `test-results/${language}-${what}.png`, fullPage: true })
        await shown.setViewportSize({ width: 390, height: 844 })
        await shown.screenshot({ path: `test-results/${language}-${what}-phone.png`, fullPage: true })
        await shown.setViewportSize({ width: 1366, height: 768 })
      }

      await page.goto('/')
      await goByMenu(page, say, menuWords.area, menuWords.requests)
      await page.getByRole('link', { name: say(words.receive) }).click()
      await page.getByRole('textbox', { name: field(requestType, 'number'), exact: true }).fill(code)
      await page.getByRole('textbox', { name: field(requestType, 'subject'), exact: true }).fill(name)
      await pick(page, field(requestType, 'company_id'), company, page, new RegExp(`^${company}$`))
      await choose(page, field(requestType, 'kind'), say(requestKinds.financing))
      await choose(page, field(requestType, 'channel'), say(requestChannels.telephone))
      await typeDay(page, say(formWords.onDate), '2018-05-07')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.getByRole('link', { name: say(menuWords.guide), exact: true }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(page.getByText(say(words.noParts))).toBeVisible()
      const id = page.url().split('/').at(-1)?.split('?')[0] ?? ''

      const act = async (label: string, on: string, fill: () => Promise<void> = async () => {}) => {
        await page.getByRole('button', { name: label, exact: true }).click()
        await typeDay(page, say(formWords.onDate), on)
        await fill()
        await page.getByRole('button', { name: say(formWords.save) }).click()
        await expect(page.locator('.request-form')).toHaveCount(0)
      }
      const write = (type: RecordType, key: string, value: string) =>
        page
          .locator('.request-form')
          .getByRole('textbox', { name: field(type, key) })
          .fill(value)
      const assign = (department: string, on: string) =>
        act(say(words.assign), on, () => pick(page, field(taskType, 'department_id'), department))
      const does = (what: keyof typeof taskActWords, department: string) =>
        say(words.doFor(taskActWords[what], department))
      const part = (department: string) => page.getByRole('article', { name: department })

      await assign(first, '2018-05-07')
      await expect(part(first)).toContainText('2018-05-16')
      await act(does('objected', first), '2018-05-08', () => write(taskType, 'why', '不属于本部门'))
      await expect(part(first)).toContainText(say(taskStages.objected))
      await act(does('upheld', first), '2018-05-08')
      await expect(part(first)).toContainText(say(taskStages.returned))
      await assign(second, '2018-05-08')
      await act(does('accepted', second), '2018-05-08', () => write(taskType, 'at', '09:30'))
      await act(does('paused', second), '2018-05-10', () => write(taskType, 'why', '等待企业补充材料'))
      await act(does('resumed', second), '2018-05-14')
      // 9, 15, 16, 17, 18, 21 and 22 May: 10 to 14 May do not count.
      await expect(part(second)).toContainText('2018-05-22')
      await act(does('extended', second), '2018-05-18', async () => {
        await typeDay(page, field(taskType, 'new_due'), '2018-05-28')
        await typeDay(page, field(taskType, 'asked_on'), '2018-05-18')
        await write(taskType, 'explanation', '已电话说明')
      })
      await expect(part(second)).toContainText('2018-05-28')
      await act(say(requestActWords.supervised), '2018-05-21', () =>
        write(requestType, 'supervisor', '街道督查室'),
      )
      await expectAccessible(page)
      await shoot('request-open')
      await page.goto('/enterprise/requests?list=overdue&asOf=2018-05-30')
      const line = page.getByRole('row').filter({ hasText: name })
      await expect(line).toContainText(second)
      await expect(line).toContainText(say(words.overdueBy(2)))
      await expectAccessible(page)
      await expectNoSideScroll(page)
      if (language === 'en') await expectEnglish(page, [])
      await shoot('requests')
      await page.goto('/enterprise/reminders?asOf=2018-05-25')
      await expect(
        page.getByRole('region').or(page.locator('section')).filter({ hasText: name }).first(),
      ).toContainText(say(words.tomorrow))
      await expectAccessible(page)
      await page.emulateMedia({ media: 'print' })
      await shoot('reminders')
      await page.emulateMedia({ media: 'screen' })
      await page.setViewportSize({ width: 390, height: 844 })
      await expectNoSideScroll(page)
      await page.goto(`/enterprise/requests/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await expectNoSideScroll(page)
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.goto(`/enterprise/requests/${id}`)

      await act(does('answered', second), '2018-05-28', () => write(taskType, 'answer', '已协调银行续贷'))
      await expect(part(second)).toContainText(say(words.met))
      const close = async (on: string) =>
        await act(say(requestActWords.closed), on, async () => {
          await choose(page, field(requestType, 'outcome'), say(requestOutcomes.solved))
          await choose(page, field(requestType, 'confirmation'), say(confirmations.spoken))
        })
      await close('2018-05-29')
      await expect(page.getByText(say(requestStages.closed))).toBeVisible()
      await page.goto('/enterprise/requests?list=callback')
      await expect(page.getByRole('row').filter({ hasText: name })).toContainText(say(requestOutcomes.solved))
      await page.goto(`/enterprise/requests/${id}`)
      const callBack = async (said: Text, on: string) =>
        await act(say(requestActWords.called_back), on, () =>
          choose(page, field(requestType, 'satisfaction'), say(said)),
        )
      await callBack(satisfactions.not_satisfied, '2018-05-31')
      await act(say(requestActWords.reopened), '2018-06-01')
      await act(does('reopened', second), '2018-06-01', () => write(taskType, 'why', '企业对额度不满意'))
      await act(does('answered', second), '2018-06-05', () => write(taskType, 'answer', '额度已提高'))
      await close('2018-06-05')
      await callBack(satisfactions.satisfied, '2018-06-06')
      await expect(page.getByText(say(requestStages.called_back), { exact: true })).toBeVisible()
      const told = page.getByRole('region', { name: say(words.timeline) })
      await expect(told).toContainText('额度已提高')
      await expectAccessible(page)
      await shoot('request-done')

      const community = await pageOf(browser, 'community', page, language)
      await community.goto(`/enterprise/requests/${id}`)
      await expect(community.getByRole('heading', { level: 1 })).toHaveText(name)
      const leader = await pageOf(browser, 'leader', page, language)
      await leader.goto(`/enterprise/requests/${id}`)
      await expect(leader.getByRole('heading', { level: 1 })).toHaveText(name)
      await expect(leader.getByRole('group', { name: say(words.next) })).toHaveCount(0)
      await expect(leader.getByRole('link', { name: say(words.record), exact: true })).toHaveCount(0)
      await leader.goto('/enterprise/requests')
      await expect(leader.getByRole('link', { name: say(words.receive) })).toHaveCount(0)
      await expectAccessible(leader)
      await community.context().close()
      await leader.context().close()
    })
  })
}
