import { partyOrganisationType } from '../src/areas/organisation/records.ts'
import { actOf } from '../src/platform/records/record-type.ts'
import { bulkWords as words } from '../src/platform/web/bulk/words.ts'
import { changesWords } from '../src/platform/web/changes/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { pieceWords } from '../src/platform/web/pieces/words.ts'
import { batchWords } from '../src/platform/web/workbooks/batch-words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { pick } from './support/form.ts'
import { expectAccessible, expectEnglish, expectNoSideScroll } from './support/page-checks.ts'
import { enterBranch, freshName, idOf, listed, organisation, renameElsewhere } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

const list = '/records/organisation.party_organisation'
const reSeated = actOf(partyOrganisationType, 're_seated')
const sizes = [
  { width: 1366, height: 768 },
  { width: 390, height: 844 },
]

for (const language of flowLanguages) {
  test.describe(`an act on a selection, in ${language}`, () => {
    test.use({ language })

    test('three are selected, previewed, moved as one change and undone as one', async ({ page, say }) => {
      test.slow()
      const { name } = freshName('批')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const ids: string[] = []
      for (const nth of ['甲', '乙', '丙'])
        ids.push(await enterBranch(page, { name: `${name}${nth}`, code: `${name}-${nth}`, seat }))
      await page.goto(`${list}?find=${encodeURIComponent(name)}`)
      await page.getByRole('checkbox', { name: say(words.pick(`${name}甲`)) }).press('Space')
      await expect(page.getByRole('status').filter({ hasText: say(words.chosen(1)) })).toBeVisible()
      await page.getByRole('checkbox', { name: say(words.pickPage) }).check()
      await expect(page.getByRole('status').filter({ hasText: say(words.chosen(3)) })).toBeVisible()
      for (const size of sizes) {
        await page.setViewportSize(size)
        await expectAccessible(page)
        await expectNoSideScroll(page)
      }
      await page.setViewportSize({ width: 1366, height: 768 })
      await page.getByRole('button', { name: say(words.acts) }).click()
      await expect(
        page.getByRole('link', { name: say(actOf(partyOrganisationType, 'renamed').label) }),
      ).toHaveCount(0)
      await page.getByRole('link', { name: say(reSeated.label) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(words.title(reSeated.label, 3)))
      const go = page.getByRole('button', { name: say(words.perform(3)) })
      await expect(go).toBeDisabled()
      await typeDay(page, say(formWords.onDate), '2018-07-01')
      await pick(page, language === 'zh' ? '所在地点' : 'Seat', '金林社区')
      await page.getByRole('textbox', { name: say(formWords.reason) }).fill('调整设置')
      await expect(page.getByText(say(words.ready(3)))).toBeVisible()
      await expect(
        page.getByRole('table', { name: language === 'zh' ? '指标的变化' : 'Figures that move' }),
      ).toContainText('金林社区')
      await expect(go).toBeEnabled()
      for (const size of sizes) {
        await page.setViewportSize(size)
        await expectAccessible(page)
        await expectNoSideScroll(page)
      }
      if (language === 'en')
        await expectEnglish(page, [
          '调整设置',
          name,
          '甲',
          '乙',
          '丙',
          '金安社区',
          '金林社区',
          '金山街道',
          '（演示）',
        ])
      await page.setViewportSize({ width: 1366, height: 768 })
      await go.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say(words.doneTitle(reSeated.label, 3)),
      )
      const seats = async () =>
        await Promise.all(
          ids.map(async (id) => (await organisation(page, id)).values?.['seat_id']?.shown?.zh),
        )
      expect(await seats()).toEqual(['金林社区', '金林社区', '金林社区'])
      const versions = await Promise.all(ids.map(async (id) => (await organisation(page, id)).version))
      expect(new Set(versions).size).toBe(1)

      await page.goto('/changes')
      const change = page.getByRole('cell', { name: String(versions[0]), exact: true })
      const told = page.getByRole('row').filter({ has: change })
      await expect(told).toContainText('调整设置')
      await told.getByRole('link', { name: say(changesWords.bulk) }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say(words.doneTitle(reSeated.label, 3)),
      )

      await page.getByRole('button', { name: say(words.undo) }).click()
      await page.getByRole('textbox', { name: say(batchWords.undoReason) }).fill('地点选错')
      for (const size of sizes) {
        await page.setViewportSize(size)
        await expectAccessible(page)
        await expectNoSideScroll(page)
      }
      await page.getByRole('button', { name: say(batchWords.undoNow(3)) }).click()
      await expect(page.getByText(say(batchWords.didCounts.restored), { exact: true })).toBeVisible()
      expect(await seats()).toEqual(['金安社区', '金安社区', '金安社区'])
      await page.goto(`${list}?find=${encodeURIComponent(name)}`)
      await expect(page.getByText(say(pieceWords.total(3))).first()).toBeVisible()
      await expect(page.getByText(say(words.chosen(3)))).toHaveCount(0)
    })
  })
}

test('all that match are selected over the pages of a list, and nothing else', async ({ page }) => {
  const [find, wider] = ['小区党支部', '支部']
  const matching = await listed(page, partyOrganisationType.id, { find })
  const count = matching.length
  expect(count).toBeGreaterThan(20)
  const chosen = (size: number) => page.getByRole('status').filter({ hasText: words.chosen(size).zh })
  const all = page.getByRole('button', { name: words.pickAll(count).zh })
  await page.goto(`${list}?${new URLSearchParams({ asOf: '2018-07-29', size: '20', find })}`)
  await page.getByRole('checkbox', { name: words.pickPage.zh }).check()
  await expect(chosen(20)).toBeVisible()
  await all.click()
  await expect(chosen(count)).toBeVisible()
  await expect(page.getByText(words.elsewhere(count - 20).zh)).toBeVisible()
  await expect(all).toHaveCount(0)

  // The selection outlasts the filter, so that a longer list shows what it holds.
  const every = await listed(page, partyOrganisationType.id, { find: wider })
  expect(every.length).toBeGreaterThan(count)
  expect(every.length).toBeLessThanOrEqual(500)
  await page.goto(`${list}?${new URLSearchParams({ asOf: '2018-07-29', size: '500', find: wider })}`)
  await expect(page.getByRole('checkbox', { name: /^选择(?!本页)/ })).toHaveCount(every.length)
  const ticked = await page
    .getByRole('row', { selected: true })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href')?.split(/[/?]/).at(3)))
  expect(ticked).toHaveLength(count)
  expect(new Set(ticked)).toEqual(new Set(matching.map(({ id }) => id)))

  await page.getByRole('button', { name: words.acts.zh }).click()
  await page.getByRole('link', { name: reSeated.label.zh }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.title(reSeated.label, count).zh)
  await page.goBack()
  await page.getByRole('button', { name: words.unpick.zh }).click()
  await expect(page.getByRole('row', { selected: true })).toHaveCount(0)
  await expect(chosen(count)).toHaveCount(0)
})

test('one that someone else changed is named; without it, or as it is now, the others go on', async ({
  page,
}) => {
  const { name } = freshName('批改')
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const [one] = [
    await enterBranch(page, { name: `${name}一`, code: `${name}-1`, seat }),
    await enterBranch(page, { name: `${name}二`, code: `${name}-2`, seat }),
  ]
  await page.goto(`${list}?find=${encodeURIComponent(name)}`)
  await page.getByRole('checkbox', { name: words.pickPage.zh }).check()
  await renameElsewhere(page, one, `${name}新`, '2018-05-01')
  await page.getByRole('button', { name: words.acts.zh }).click()
  await page.getByRole('link', { name: '撤销', exact: true }).click()
  await typeDay(page, formWords.onDate.zh, '2018-07-01')
  const refused = page.getByRole('alert').filter({ hasText: words.refused(1).zh })
  await expect(refused).toContainText(`${name}新`)
  await expect(page.getByRole('button', { name: words.perform(2).zh })).toBeDisabled()
  await refused.getByRole('button', { name: words.newest(1).zh }).click()
  await expect(page.getByText(words.ready(2).zh)).toBeVisible()
  await page.getByRole('button', { name: words.perform(2).zh }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    words.doneTitle(actOf(partyOrganisationType, 'dissolved').label, 2).zh,
  )
  expect((await organisation(page, one)).inForce).toBe(false)
})
