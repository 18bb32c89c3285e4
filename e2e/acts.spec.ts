import type { Page } from '@playwright/test'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { choose, pick } from './support/form.ts'
import { enterBranch, freshName, idOf, organisation, renameElsewhere } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const list = '/records/organisation.party_organisation'
const save = { name: formWords.save.zh }

async function branch(page: Page, what: string, above?: string) {
  const fresh = freshName(what)
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const id = await enterBranch(page, { ...fresh, seat, ...(above ? { above } : {}) })
  return { ...fresh, id }
}

test('a new record says under each field what is missing or wrong, and is saved when mended', async ({
  page,
  expectRefusal,
}) => {
  expectRefusal(409)
  expectRefusal(422)
  expectRefusal(400)
  const { name, code } = freshName('表单支部')
  await page.goto(list)
  await page.getByRole('link', { name: '登记党组织' }).click()
  await page.getByRole('button', save).click()
  const title = page.getByRole('textbox', { name: '党组织全称' })
  await expect(title).toHaveAccessibleDescription(/请填写“党组织全称”。/)
  await expect(title).toBeFocused()
  await expect(page.getByText('请选择“组织类型”。')).toBeVisible()
  await expect(page.getByText('请选择“所在地点”。')).toBeVisible()

  await title.fill(name)
  await choose(page, '组织类型', '党支部')
  await choose(page, '设置于', '项目')
  await pick(page, '所在地点', '金安社区')
  const number = page.getByRole('textbox', { name: '党组织代码' })
  await number.fill('DZZ-0004')
  await page.getByRole('button', save).click()
  await expect(page.getByText(/DZZ-0004/).first()).toBeVisible()
  await expect(page).toHaveURL(/\/new/)
  await number.fill(code)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(formWords.saved.zh)).toBeVisible()
})

test('the form asks whether it changed later or was never so; a new seat counts from its day on', async ({
  page,
}) => {
  const { id } = await branch(page, '迁址支部')
  await page.goto(`${list}/${id}`)
  await page.getByRole('link', { name: recordWords.act.zh }).click()
  await expect(page.getByRole('heading', { name: formWords.question.zh })).toBeVisible()
  await expect(page.getByRole('link', { name: formWords.correction.zh })).toBeVisible()
  await page.getByRole('link', { name: formWords.event.zh }).click()
  await page.getByRole('link', { name: '变更所在地点' }).click()
  await typeDay(page, formWords.onDate.zh, '2018-07-01')
  await pick(page, '所在地点', '五通社区')
  await page.getByRole('button', save).click()
  await expect(page.getByText(formWords.saved.zh)).toBeVisible()
  await expect(page.getByRole('cell', { name: '变更所在地点' })).toBeVisible()
  const seat = page.getByRole('region', { name: recordWords.facts.zh }).getByRole('definition')
  await expect(seat.getByRole('link', { name: '五通社区' })).toBeVisible()
  await page.goto(`${list}/${id}?asOf=2018-06-30`)
  await expect(seat.getByRole('link', { name: '金安社区' })).toBeVisible()
})

test('someone else’s change in the meantime is shown beside one’s own', async ({ page, expectRefusal }) => {
  expectRefusal(409)
  const { id, name } = await branch(page, '同改支部')
  await page.goto(`${list}/${id}/act?as=event&kind=renamed`)
  await page.getByRole('textbox', { name: '党组织全称' }).fill(`${name}甲`)
  await renameElsewhere(page, id, `${name}乙`, '2018-04-01')
  await page.getByRole('button', save).click()
  const both = page.getByRole('alert').filter({ hasText: formWords.staleTitle.zh })
  await expect(both.getByRole('row').filter({ hasText: '党组织全称' })).toContainText(`${name}甲${name}乙`)
  await both.getByRole('button', { name: formWords.staleGoOn.zh }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${name}甲`)
  expect((await organisation(page, id)).events).toHaveLength(3)
})

test('text that was not saved survives a reload; Esc leaves', async ({ page }) => {
  await page.goto(`${list}/new`)
  const title = page.getByRole('textbox', { name: '党组织全称' })
  await title.fill('写到一半的支部')
  await page.reload()
  await expect(page.getByText(formWords.restored.zh)).toBeVisible()
  await expect(title).toHaveValue('写到一半的支部')
  await page.getByRole('button', { name: formWords.discard.zh }).click()
  await expect(title).toHaveValue('')
  await title.press('Escape')
  await expect(page).toHaveURL(new RegExp(`${list}(\\?|$)`))
})

test('a rule stands in the way with its article, and can be overridden with reason, document and approver', async ({
  page,
  expectRefusal,
}) => {
  expectRefusal(422)
  expectRefusal(409)
  const fresh = freshName('临时支部')
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const id = await enterBranch(page, { ...fresh, seat, kind: '931' })
  await page.goto(`${list}/${id}/act?as=event&kind=term_began&asOf=2018-11-01`)
  await choose(page, '任期', '3年')
  await page.getByRole('button', save).click()
  const rule = page.getByRole('alert').filter({ hasText: formWords.ruleTitle.zh })
  await expect(rule).toContainText('《中国共产党支部工作条例（试行）》')
  await rule.getByRole('button', { name: formWords.overrideSave.zh }).click()
  await expect(rule.getByText(`请填写“${formWords.overrideApprover.zh}”。`)).toBeVisible()
  await rule.getByRole('textbox', { name: formWords.overrideReason.zh }).fill('按上级批复登记')
  await rule.getByRole('textbox', { name: formWords.overrideDocument.zh }).fill('金委〔2018〕31号')
  await rule.getByRole('textbox', { name: formWords.overrideApprover.zh }).fill('街道党工委')
  await rule.getByRole('button', { name: formWords.overrideSave.zh }).click()
  await expect(page.getByText(formWords.saved.zh)).toBeVisible()

  await page.goto(`${list}/${id}?asOf=2018-11-02`)
  const findings = page.getByRole('region', { name: recordWords.findings.zh })
  await expect(findings).toContainText('没有写明设立事由')
  await expect(findings).toContainText('依据：')
  await page.goto('/findings?asOf=2018-11-02')
  await expect(page.getByRole('link', { name: fresh.name })).toBeVisible()
})

test('what still hangs on an organisation is named, and it does not end before', async ({
  page,
  expectRefusal,
}) => {
  expectRefusal(409)
  const above = await branch(page, '被撤销总支')
  const below = await branch(page, '悬空支部', above.id)
  await page.goto(`${list}/${above.id}/act?as=event&kind=dissolved&asOf=2018-11-01`)
  await page.getByRole('button', save).click()
  await expect(page.getByRole('alert').filter({ hasText: below.name })).toBeVisible()
})
