import { readFile } from 'node:fs/promises'
import { readSheets } from '../src/platform/ledgers/read-sheets.ts'
import { languages, text } from '../src/platform/text.ts'
import { figureWords } from '../src/platform/web/figure/words.ts'
import { formWords } from '../src/platform/web/records/form-words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { today } from '../src/platform/values/day.ts'
import { enterBranch, freshName, idOf, organisation } from './support/records.ts'
import { expect, test } from './support/test.ts'
import { typeDay } from './support/type-day.ts'

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a number opens the very records that it counts', async ({ page, say }) => {
      await page.goto('/')
      const card = page.getByRole('link', { name: say({ zh: '社区党组织', en: 'Community Party' }) })
      await expect(card).toContainText('9')
      await card.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        say({ zh: '社区党组织', en: 'Community Party organisations' }),
      )
      await expect(page.getByRole('term').filter({ hasText: say(figureWords.definition) })).toBeVisible()
      const counted = say({ zh: '9 个，共 9 条', en: '9 organisations, 9 rows' })
      await expect(page.getByText(counted, { exact: true })).toBeVisible()
      const rows = page.getByRole('table', { name: say(figureWords.rows) })
      await expect(rows.getByRole('row')).toHaveCount(9 + 1)
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: say(figureWords.exportRows) }).click()
      const bytes = new Uint8Array(await readFile(await (await downloading).path()))
      const [cover, sheet] = await readSheets({ name: 'rows.xlsx', bytes })
      expect(JSON.stringify(cover)).toContain(say({ zh: '9 个', en: '9 organisations' }))
      expect(sheet?.rows).toHaveLength(9 + 1)
      const record = rows.getByRole('link').first()
      const name = await record.innerText()
      await record.click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
    })

    test('the amounts of a mean are headed by what they are and their unit', async ({ page, say }) => {
      await page.goto('/figures/people.members_mean_age')
      const rows = page.getByRole('table', { name: say(figureWords.rows) })
      const heading = say(text('年龄（周岁）', 'Age (years)'))
      await expect(rows.getByRole('columnheader', { name: heading })).toBeVisible()
      await page.goto('/figures/people.members_by_age')
      await expect(rows.getByRole('row').nth(1)).toBeVisible()
      await expect(rows.getByRole('columnheader', { name: heading })).toHaveCount(0)
    })

    test('a share opens both of its sets', async ({ page, say }) => {
      await page.goto('/figures/organisation.compound_coverage')
      const sets = page.getByRole('group', { name: say(figureWords.rows) })
      const shown = page.getByText(/^(\d+)(，共 \1 条|, \1 rows)$/)
      await expect(shown).toBeVisible()
      const covered = await shown.innerText()
      await sets.getByRole('button', { name: say(figureWords.denominator) }).click()
      await expect(page).toHaveURL(/part=denominator/)
      await expect(shown).not.toHaveText(covered)
      const numbers = [covered, await shown.innerText()].map((said) => Number.parseInt(said, 10))
      const percent = ((100 * (numbers[0] ?? 0)) / (numbers[1] ?? 1)).toFixed(1)
      await expect(page.getByText(percent, { exact: true }).first()).toBeVisible()
    })

    test('the parts by place add up to the number', async ({ page, say }) => {
      await page.goto('/figures/organisation.compounds?by=place')
      const shown = page.getByText(/^\d+ (个，共|places, ) ?\d+/)
      const whole = Number.parseInt(await shown.innerText(), 10)
      const parts = page
        .getByRole('region', { name: say(figureWords.breakdown) })
        .getByRole('table')
        .getByRole('row')
      await expect(parts).toHaveCount(9 + 1)
      const last = await Promise.all(
        Array.from({ length: 9 }, (_, index) =>
          parts
            .nth(index + 1)
            .getByRole('cell')
            .last()
            .innerText(),
        ),
      )
      expect(last.reduce((sum, part) => sum + Number(part), 0)).toBe(whole)
    })

    test('a correction through the form is named with its author and reason where it changed a number', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('回归测试支部')
      const seat = await idOf(page, 'organisation.place', '金安社区')
      const id = await enterBranch(page, { name, code, seat, onDate: '2018-07-10' })
      const known = (await organisation(page, id)).changes.map((change) => Number(change.change))
      const reason = `批复日期抄错 ${code}`

      await page.goto(`/records/organisation.party_organisation/${id}`)
      await page.getByRole('link', { name: say(recordWords.act) }).click()
      await page.getByRole('link', { name: say(formWords.correction) }).click()
      await page.getByRole('link', { name: '2018-07-10' }).click()
      await typeDay(page, say(formWords.onDate), '2018-06-20')
      await page.getByRole('textbox', { name: say(formWords.correctionReason) }).fill(reason)
      await page.getByRole('button', { name: say(formWords.save) }).click()
      await expect(page.getByText(say(formWords.saved))).toBeVisible()
      await expect(page.getByRole('cell', { name: '2018-06-20' })).toBeVisible()

      const before = Math.max(...known)
      await page.goto(`/figures/organisation.organisations?asOf=2018-06-30&knownAt=${before}`)
      await typeDay(page, say(figureWords.otherDay), '2018-06-30')
      await typeDay(page, say(figureWords.otherKnown), today())
      await page.getByRole('button', { name: say(figureWords.compare) }).click()
      const row = page.getByRole('row').filter({ has: page.getByRole('link', { name }) })
      await expect(row).toContainText(say({ zh: '更正', en: 'Corrected' }))
      await expect(row).toContainText(reason)
      await expect(row).toContainText('演示街道经办人')
    })
  })
}
