import type { Page } from '@playwright/test'
import { organisationDeeds } from '../src/areas/organisation/records/organisation-deeds.ts'
import { partyOrganisationType } from '../src/areas/organisation/records.ts'
import type { RecordDeed } from '../src/platform/records/record-type.ts'
import { fieldOf } from '../src/platform/records/record-type.ts'
import type { Text } from '../src/platform/text.ts'
import { deedWords } from '../src/platform/web/deeds/words.ts'
import { figureWords } from '../src/platform/web/figure/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { pick } from './support/form.ts'
import { expectAccessible, expectNoSideScroll } from './support/page-checks.ts'
import { enterBranch, freshName, idOf, organisation, renameElsewhere } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const list = '/records/organisation.party_organisation'
const deedOf = (kind: string) => organisationDeeds.find((deed) => deed.kind === kind) as RecordDeed
const [merge, absorb, split] = [deedOf('merge'), deedOf('absorb'), deedOf('split')]
const label = (key: string): Text => fieldOf(partyOrganisationType, key).label
const part = (deed: RecordDeed, as: 'ending' | 'lasting' | 'beginning') => deed[as]?.label as Text

async function branch(page: Page, what: string, above?: string) {
  const fresh = freshName(what)
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const id = await enterBranch(page, { ...fresh, seat, ...(above ? { above } : {}) })
  return { ...fresh, id }
}

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    /** Fills one of the new records: as the one that it comes from, but for its name and code. */
    async function fillNew(
      page: Page,
      say: (words: Text) => string,
      of: RecordDeed,
      nth: number,
      from: string,
    ) {
      const fresh = freshName(`新设${nth}`)
      const group = page.getByRole('group', { name: say(deedWords.newRecord(part(of, 'beginning'), nth)) })
      await group.getByRole('button', { name: say(deedWords.fillAs(from)) }).click()
      await group.getByRole('textbox', { name: say(label('name')) }).fill(fresh.name)
      await group.getByRole('textbox', { name: say(label('code')) }).fill(fresh.code)
      return fresh.name
    }

    test('a merger: its consequences first, then one act, its lineage, its cell in the balance sheet', async ({
      page,
      say,
    }) => {
      test.slow()
      const first = await branch(page, '并甲')
      const second = await branch(page, '并乙')
      const below = await branch(page, '并属', first.id)
      const save = page.getByRole('button', { name: say(formWords.save) })
      await page.goto(`${list}/${first.id}`)
      const hanging = page.getByRole('region', { name: say(recordWords.hanging) })
      await expect(hanging.getByRole('link', { name: below.name })).toBeVisible()
      await page.getByRole('link', { name: say(recordWords.act) }).click()
      await page.getByRole('link', { name: say(formWords.event) }).click()
      await expect(page.getByRole('link', { name: '合并组建' })).toHaveCount(0)
      await page
        .getByRole('link', { name: say(formWords.withRole(merge.label, part(merge, 'ending'))) })
        .click()
      await expect(page.getByText(say(deedWords.missingTitle))).toBeVisible()
      await typeDay(page, say(formWords.onDate), '2018-07-02')
      await page.getByRole('textbox', { name: say(formWords.documentNo) }).fill('金委〔2018〕77号')
      await pick(page, say(deedWords.newRecord(part(merge, 'ending'), 2)), second.name)
      const merged = await fillNew(page, say, merge, 1, first.name)

      const consequences = page.getByRole('region', { name: say(deedWords.preview) })
      await expect(consequences.getByText(say(deedWords.unassigned(1)))).toBeVisible()
      await expect(save).toBeDisabled()
      const moved = consequences.getByRole('row').filter({ hasText: '金山街道' })
      await expect(moved.first()).toContainText(/\d+/)
      await consequences
        .getByRole('combobox', { name: say(deedWords.goesToOf(below.name)) })
        .selectOption(merged)
      await expect(consequences.getByText(say(deedWords.allAssigned(1)))).toBeVisible()
      await expect(save).toBeEnabled()
      await expectAccessible(page)
      await page.reload()
      await expect(page.getByText(say(formWords.restored))).toBeVisible()
      await expect(save).toBeEnabled()
      await page.keyboard.press('Control+s')

      await expect(page.getByRole('heading', { level: 1 })).toContainText(say(merge.label))
      await expect(page.getByRole('definition').filter({ hasText: '金委〔2018〕77号' })).toBeVisible()
      const took = page.getByRole('region', { name: say(deedWords.parts) })
      for (const name of [first.name, second.name, merged])
        await expect(took.getByRole('link', { name })).toBeVisible()
      await expect(
        page.getByRole('region', { name: say(deedWords.moved) }).getByRole('link', { name: below.name }),
      ).toBeVisible()
      await expectAccessible(page)

      await took.getByRole('link', { name: merged }).click()
      await page.getByRole('link', { name: say(recordWords.lineage) }).click()
      const picture = page.getByRole('group', { name: say(deedWords.lineageSays(merged, 3, 2)) })
      for (const name of [first.name, second.name])
        await expect(picture.getByRole('link', { name })).toBeVisible()
      await expect(page.getByRole('region', { name: say(deedWords.links) }).getByRole('row')).toHaveCount(3)
      await expectAccessible(page)
      await expectNoSideScroll(page)

      await page.goto(
        '/balances/organisation.organisations?from=2018-07-02&through=2018-07-02&asOf=2018-07-02',
      )
      const born = page.getByRole('row', { name: say({ zh: '合并组建', en: 'Born of a merger' }) })
      await expect(born.getByRole('link')).toHaveText(/^[1-9]\d*$/)
      await born.getByRole('link').click()
      await expect(
        page.getByRole('region', { name: say(figureWords.rows) }).getByRole('link', { name: merged }),
      ).toBeVisible()
    })

    test('a split is not written until everything is assigned, to one each or all at once', async ({
      page,
      say,
    }) => {
      test.slow()
      const whole = await branch(page, '分总')
      const first = await branch(page, '分属甲', whole.id)
      const second = await branch(page, '分属乙', whole.id)
      const save = page.getByRole('button', { name: say(formWords.save) })
      await page.goto(list)
      await page.getByRole('link', { name: say(recordWords.deeds) }).click()
      await page.getByRole('link', { name: say(split.label) }).click()
      await typeDay(page, say(formWords.onDate), '2018-07-03')
      await pick(page, say(deedWords.newRecord(part(split, 'ending'), 1)), whole.name)
      const [one, other] = [
        await fillNew(page, say, split, 1, whole.name),
        await fillNew(page, say, split, 2, whole.name),
      ]
      const consequences = page.getByRole('region', { name: say(deedWords.preview) })
      await expect(consequences.getByText(say(deedWords.unassigned(2)))).toBeVisible()
      const goes = (name: string) =>
        consequences.getByRole('combobox', { name: say(deedWords.goesToOf(name)) })
      await goes(first.name).selectOption(one)
      await expect(consequences.getByText(say(deedWords.unassigned(1)))).toBeVisible()
      await expect(save).toBeDisabled()
      await consequences.getByRole('combobox', { name: say(deedWords.allTo) }).selectOption(other)
      await expect(goes(first.name)).toHaveValue('new-1')
      await goes(first.name).selectOption(one)
      await expect(save).toBeEnabled()
      await save.click()
      await expect(page.getByRole('region', { name: say(deedWords.parts) })).toBeVisible()
      const parentOf = async (id: string) => (await organisation(page, id)).values?.['parent_id']?.shown?.zh
      expect([await parentOf(first.id), await parentOf(second.id)]).toEqual([one, other])
    })

    test('a deed is corrected as a whole: its day, then that it ever was', async ({ page, say }) => {
      test.slow()
      const giver = await branch(page, '归甲')
      const taker = await branch(page, '归乙')
      await page.goto(`${list}/deed?deed=absorb&as=ending&with=${giver.id}`)
      await typeDay(page, say(formWords.onDate), '2018-07-04')
      await pick(page, say(deedWords.newRecord(part(absorb, 'lasting'), 1)), taker.name)
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await page.getByRole('link', { name: say(deedWords.correct) }).click()
      await typeDay(page, say(formWords.onDate), '2018-06-04')
      await page.getByRole('textbox', { name: say(formWords.correctionReason) }).fill('核对文件')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await expect(page.getByText(say(deedWords.corrected))).toBeVisible()
      await page.goto(`${list}/${giver.id}`)
      const row = page.getByRole('row').filter({ hasText: '2018-06-04' })
      await row.getByRole('link', { name: say(recordWords.partOfDeed) }).click()
      await page.getByRole('link', { name: say(deedWords.correct) }).click()
      await page.getByRole('checkbox', { name: say(deedWords.neverWas) }).check()
      await page.getByRole('textbox', { name: say(formWords.correctionReason) }).fill('从未批复')
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await expect(page.getByText(say(deedWords.corrected))).toBeVisible()
      expect((await organisation(page, giver.id)).inForce).toBe(true)
    })
  })
}

test('someone else’s change of one of its records is said before the deed is written', async ({
  page,
  expectRefusal,
}) => {
  expectRefusal(409)
  const giver = await branch(page, '改甲')
  const taker = await branch(page, '改乙')
  const save = page.getByRole('button', { name: formWords.save.zh })
  await page.goto(`${list}/deed?deed=absorb&as=ending&with=${giver.id}`)
  await typeDay(page, formWords.onDate.zh, '2018-07-04')
  await pick(page, deedWords.newRecord(part(absorb, 'lasting'), 1).zh, taker.name)
  await expect(save).toBeEnabled()
  await renameElsewhere(page, giver.id, `${giver.name}新`, '2018-05-01')
  await save.click()
  await expect(
    page.getByRole('alert').filter({ hasText: deedWords.staleTitle(`${giver.name}新`).zh }),
  ).toBeVisible()
  await page.getByRole('button', { name: deedWords.staleGoOn.zh }).click()
  await expect(save).toBeEnabled()
  await save.click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(absorb.label.zh)
})

test('an organisation that has ended can be restored and nothing else; what it last was is filled in', async ({
  page,
}) => {
  const { id, name } = await branch(page, '复支部')
  await page.goto(`${list}/${id}/act?as=event&kind=dissolved`)
  await typeDay(page, formWords.onDate.zh, '2018-06-01')
  await page.getByRole('button', { name: formWords.save.zh }).click()
  await expect(page.getByText(formWords.saved.zh)).toBeVisible()
  await page.goto(`${list}/${id}/act?as=event`)
  await expect(page.getByRole('list').filter({ hasText: '恢复' }).getByRole('link')).toHaveCount(1)
  await page.getByRole('link', { name: '恢复' }).click()
  await expect(page.getByRole('textbox', { name: '党组织全称' })).toHaveValue(name)
  await typeDay(page, formWords.onDate.zh, '2018-07-01')
  await page.getByRole('button', { name: formWords.save.zh }).click()
  await expect(page.getByText(formWords.saved.zh)).toBeVisible()
  expect((await organisation(page, id)).inForce).toBe(true)
})

test('a day that is being typed stays while the form hears from the server', async ({ page }) => {
  const giver = await branch(page, '日甲')
  const heard = Promise.withResolvers<void>()
  await page.route('**/rpc/records/get', async (route) => {
    await heard.promise
    await route.continue()
  })
  await page.goto(`${list}/deed?deed=absorb&as=ending&with=${giver.id}`)
  const field = page.getByRole('textbox', { name: formWords.onDate.zh })
  await field.fill('2018-07-04')
  heard.resolve()
  // The form keeps the version that it heard of, and is drawn anew.
  await expect.poll(() => page.evaluate(() => Object.values(localStorage).join())).toContain('.version":"')
  await field.press('Enter')
  await expect(field).toHaveValue('2018-07-04')
})
