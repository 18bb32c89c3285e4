import type { Page } from '@playwright/test'
import { personType } from '../src/areas/people/records.ts'
import { fieldOf } from '../src/platform/records/record-type.ts'
import { type Language, text } from '../src/platform/text.ts'
import { movedWords } from '../src/platform/web/figure/moved-words.ts'
import { mergeWords as words } from '../src/platform/web/merge/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { batchWords } from '../src/platform/web/workbooks/batch-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { pick } from './support/form.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { enterPerson, enterPost, mergePersons } from './support/people.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expect, test } from './support/test.ts'

const list = '/records/people.person'
const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

/** In both sizes: what axe finds, no scrolling sideways, and nothing untranslated. */
async function checkPage(page: Page, language: Language, names: readonly string[]) {
  for (const size of sizes) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    await expectNoSideScroll(page)
  }
  if (language === 'en')
    await expectEnglish(page, [
      ...names.map((name) => `${name}支部`),
      ...names,
      '金安社区',
      '金山街道',
      '（演示）',
      '核对档案',
      '演示街道经办人',
    ])
  await page.setViewportSize({ width: 1366, height: 768 })
}

for (const language of flowLanguages) {
  test.describe(`two records that are one person, in ${language}`, () => {
    test.use({ language })

    test('found among the likely ones, compared, merged with what hangs on both, and made two again', async ({
      page,
      say,
    }) => {
      test.slow()
      const { name, code } = freshName('示例')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const kept = await enterPerson(page, { code: `${code}-1`, name, branch })
      const given = await enterPerson(page, {
        code: `${code}-2`,
        name,
        branch,
        header: { phone: '05921234567' },
        sets: { education: '21' },
      })
      await enterPost(page, given, branch)
      const checked = () => checkPage(page, language, [name])
      await page.goto(list)
      await page.getByRole('link', { name: say(words.duplicates) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.duplicatesTitle(personType)))
      const pair = page.getByRole('row').filter({ hasText: `${code}-1` })
      await expect(pair).toContainText(say(fieldOf(personType, 'name').label))
      await expect(page.getByRole('main')).not.toContainText('1980-05')
      await checked()
      await pair.getByRole('link', { name: new RegExp(`${code}-[12].*${code}-[12]`) }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.title(personType)))
      // Whichever came first stays by default; here it is to be the first.
      if (new URL(page.url()).searchParams.get('kept') !== kept)
        await page.getByRole('link', { name: say(words.swap) }).click()
      const education = fieldOf(personType, 'education').label
      const phone = fieldOf(personType, 'phone').label
      const choice = (field: typeof education, value: string, side: typeof education) =>
        page.getByRole('radio', { name: say(words.stays(field, value, side)) })
      await expect(choice(phone, '•••', words.given)).toBeChecked()
      const university = say(text('大学本科毕业', 'University, graduated'))
      await choice(education, university, words.given).check()
      const merge = page.getByRole('button', { name: say(words.merge) })
      // All figures are counted twice over: on a busy machine that takes its time.
      await expect(merge).toBeEnabled({ timeout: 40_000 })
      await expect(page.getByRole('table', { name: say(movedWords.figures) })).toContainText('金安社区')
      await expect(page.getByRole('heading', { name: say(words.hanging(1)) })).toBeVisible()
      await merge.click()
      await expect(page.getByText(say(formWords.reasonShort))).toBeVisible()
      await page.getByRole('textbox', { name: say(words.reason) }).fill('核对档案')
      await checked()
      await merge.click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say(words.viewTitle(`${name}（${code}-2）`, `${name}（${code}-1）`)),
      )
      await expect(page.getByRole('table', { name: say(words.took) })).toContainText('•••')
      await checked()

      await page.getByRole('button', { name: say(words.undo) }).click()
      await page.getByRole('textbox', { name: say(batchWords.undoReason) }).fill('核对档案')
      await checked()
      await page.getByRole('button', { name: say(batchWords.undoNow(3)) }).click()
      await expect(
        page.getByRole('term').filter({ hasText: say(batchWords.didCounts.restored) }),
      ).toBeVisible()
      await page.goto(`${list}/${given}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    })

    test('two of one name that are two people are said to be so, rest, and are asked again when it is taken back', async ({
      page,
      say,
    }) => {
      test.slow()
      const { name, code } = freshName('重名')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      for (const nth of [1, 2]) await enterPerson(page, { code: `${code}-${nth}`, name, branch })
      await page.goto(`${list}/duplicates`)
      const likely = page
        .getByRole('table', { name: say(words.duplicates) })
        .getByRole('row')
        .filter({ hasText: `${code}-1` })
      const apart = page
        .getByRole('table', { name: say(words.apartTitle) })
        .getByRole('row')
        .filter({ hasText: `${code}-1` })
      await likely.getByRole('button', { name: new RegExp(say(words.apart)) }).click()
      const reason = page.getByRole('textbox', { name: say(words.apartReason) })
      await expect(reason).toBeFocused()
      await page.keyboard.press('Enter')
      await expect(page.getByText(say(words.apartReasonShort))).toBeVisible()
      await expectAccessible(page)
      await page.screenshot({ path: `test-results/apart-${language}.png` })
      await reason.fill('核对证件，是两个人')
      await page.keyboard.press('Enter')
      await expect(apart).toContainText(say(words.apartHolds))
      await expect(apart).toContainText('核对证件，是两个人')
      await expect(likely).toHaveCount(0)
      await page.screenshot({ path: `test-results/apart-told-${language}.png`, fullPage: true })
      await checkPage(page, language, [name])
      await page.setViewportSize({ width: 390, height: 844 })
      const takeBack = page.getByRole('button', { name: new RegExp(`${say(words.takeBack)}.*${code}`) })
      await takeBack.click()
      await page.getByRole('textbox', { name: say(words.apartReason) }).fill('看错了')
      await expectNoSideScroll(page)
      await page.screenshot({ path: `test-results/apart-phone-${language}.png` })
      await page.keyboard.press('Enter')
      await expect(takeBack).toHaveCount(0)
      await page.setViewportSize({ width: 1366, height: 768 })
      await expect(likely).toHaveCount(1)
      await expect(apart).toHaveCount(0)
    })

    test('the page of the one that is given up says where it went, and what was known before', async ({
      page,
      say,
      expectRefusal,
    }) => {
      const { name, code } = freshName('旧档')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
      const [kept, given] = [
        await enterPerson(page, { code: `${code}-1`, name, branch }),
        await enterPerson(page, { code: `${code}-2`, name, branch }),
      ]
      await mergePersons(page, kept, given)
      const [one, other] = [`${name}（${code}-1）`, `${name}（${code}-2）`]
      expectRefusal(404)
      await page.goto(`${list}/${given}`)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.gaveUpTitle(other)))
      await checkPage(page, language, [name])
      await page.getByRole('link', { name: say(words.asBefore) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
      await page.goBack()
      await page.getByRole('link', { name: say(words.livesOn(one)) }).click()
      await expect(page.getByRole('heading', { name: say(words.mergedHere) })).toBeVisible()
      await checkPage(page, language, [name])
      await page.getByRole('link', { name: other }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.viewTitle(other, one)))
    })
  })
}

test('two posts at once stand in the way and are named; from the record, the other one is picked by hand', async ({
  page,
}) => {
  const { name, code } = freshName('重任')
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const branch = await enterBranch(page, { name: `${name}支部`, code, seat })
  const [kept, given] = [
    await enterPerson(page, { code: `${code}-1`, name: `${name}甲`, branch }),
    await enterPerson(page, { code: `${code}-2`, name: `${name}乙`, branch }),
  ]
  await enterPost(page, kept, branch)
  await enterPost(page, given, branch)
  await page.goto(`${list}/${kept}/act?as=correction`)
  await page.getByRole('link', { name: words.sameAs.zh }).click()
  await pick(page, words.given.zh, `${name}乙`)
  const hindered = page.getByRole('alert').filter({ hasText: words.hindered.zh })
  await expect(hindered).toContainText(`${name}支部、委员`, { timeout: 40_000 })
  await expect(hindered.getByRole('link')).toHaveCount(2)
  await expect(page.getByRole('button', { name: words.merge.zh })).toBeDisabled()
  await expectAccessible(page)
})
