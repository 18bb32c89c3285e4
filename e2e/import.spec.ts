import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { placesLedger } from '../src/areas/organisation/ledgers/places.ts'
import { placeKinds } from '../src/areas/organisation/terms.ts'
import { filledLedger } from '../src/platform/ledgers/ledger-sheet.ts'
import { readSheets } from '../src/platform/ledgers/read-sheets.ts'
import { type Language, languages, type Text } from '../src/platform/text.ts'
import { movedWords } from '../src/platform/web/figure/moved-words.ts'
import { jobFigureWords as figureWords } from '../src/platform/web/workbooks/job-figure-words.ts'
import { workbookWords as words } from '../src/platform/web/workbooks/words.ts'
import { freshName } from './support/records.ts'
import { expect, test } from './support/test.ts'

const address = `/workbooks?ledger=${placesLedger.id}`

async function chooseWorkbook(
  page: Page,
  say: (words: Text) => string,
  language: Language,
  rows: readonly Record<string, string>[],
): Promise<void> {
  const buffer = Buffer.from(await filledLedger(placesLedger, language, rows))
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.getByLabel(say(words.file)).setInputFiles({ name: 'places.xlsx', mimeType, buffer })
  await page.getByRole('button', { name: say(words.check) }).click()
}

/** The sheets of a workbook that the browser saved. */
async function saved(download: Download) {
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const bytes = new Uint8Array(await readFile(await download.path()))
  return await readSheets({ name: download.suggestedFilename(), bytes })
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('the template that is offered carries the headings of the ledger', async ({ page, say }) => {
      await page.goto(address)
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: say(words.template) }).click()
      const sheets = await saved(await downloading)
      const sheet = sheets.find(({ name }) => name === say(placesLedger.sheet))
      const printed = JSON.stringify(sheet)
      for (const { heading } of placesLedger.columns) expect(printed).toContain(say(heading))
    })

    test('errors are told by place in the workbook; the mended one is previewed, written and counted', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('导入花园')
      const compounds = '/figures/organisation.compounds'
      const shown = page.getByText(/^\d+ (个，共|places, ) ?\d+/)
      await page.goto(compounds)
      const before = Number.parseInt(await shown.innerText(), 10)

      const compound = {
        code,
        name,
        kind: say(placeKinds.compound),
        parent_id: '350206005023',
        begins: '2018-06-30',
      }
      const second = { ...compound, code: `${code}-2`, name: `${name}二期` }
      await page.goto(address)
      await chooseWorkbook(page, say, language, [
        compound,
        { ...second, begins: '2018-06-31' },
        { ...second, code: `${code}-3`, parent_id: '350206005099' },
      ])
      await expect(page.getByText(say(words.states.refused))).toBeVisible()
      const errors = page.getByRole('table', { name: say(words.errors(2)) })
      const day = errors.getByRole('row').filter({ hasText: '2018-06-31' })
      await expect(day).toContainText(say(placesLedger.sheet))
      await expect(day).toContainText(say({ zh: '设立日期', en: 'Established on' }))
      await expect(day.getByRole('cell', { name: '3', exact: true })).toBeVisible()
      const parent = errors.getByRole('row').filter({ hasText: '350206005099' })
      await expect(parent.getByRole('cell', { name: '4', exact: true })).toBeVisible()
      await expect(page.getByRole('button', { name: say(words.commit(1)) })).toHaveCount(0)

      await page.getByRole('button', { name: say(words.another) }).click()
      await chooseWorkbook(page, say, language, [compound, second])
      await expect(page.getByText(say(words.states.checked))).toBeVisible()
      const preview = page.getByRole('table', { name: say(words.preview) })
      await expect(preview.getByRole('row')).toHaveCount(2 + 1)
      await expect(preview).toContainText(name)
      await page.reload()
      await expect(preview).toContainText(name)
      await page.getByRole('button', { name: say(figureWords.count({ zh: '', en: '' })).slice(0, 8) }).click()
      const moving = page.getByRole('table', { name: say(movedWords.figures) })
      const compoundsMove = moving.getByRole('row').filter({ hasText: say({ zh: '小区', en: 'Compounds' }) })
      await expect(compoundsMove.filter({ hasText: '+2' }).first()).toContainText(`${before + 2}`)
      await expect(moving.getByRole('link').first()).toHaveAttribute('href', /\/figures\/.*asOf=/)

      // The writing is held until its progress has been seen.
      const seen = Promise.withResolvers<void>()
      await page.route('**/ledgers/commit', async (route) => {
        await seen.promise
        await route.continue()
      })
      await page.getByRole('textbox', { name: say(words.reason) }).fill(`补录 ${code}`)
      await page.getByRole('button', { name: say(words.commit(2)) }).click()
      await expect(page.getByRole('progressbar')).toBeVisible()
      await expect(page.getByRole('button', { name: say(words.stop) })).toBeVisible()
      seen.resolve()
      await expect(page.getByText(say(words.states.done))).toBeVisible()
      await page.getByRole('link', { name: say(words.seeChanges) }).click()
      await expect(page.getByRole('row').filter({ hasText: `补录 ${code}` })).toContainText(name)

      await page.goto(compounds)
      await expect(shown).toContainText(String(before + 2))
    })

    test('an export is a workbook of what the place and day hold', async ({ page, say }) => {
      await page.goto(`${address}&node=350206005023`)
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: say(words.export), exact: true }).click()
      const printed = JSON.stringify(await saved(await downloading))
      expect(printed).toContain('金安社区')
      expect(printed).not.toContain('高林社区')
    })
  })
}
