import { readFile } from 'node:fs/promises'
import { openXlsx, saveXlsx } from 'hucre'
import { placesLedger } from '../src/areas/organisation/ledgers/places.ts'
import { placeKinds } from '../src/areas/organisation/terms.ts'
import { filledLedger } from '../src/platform/ledgers/ledger-sheet.ts'
import { batchWords as words } from '../src/platform/web/workbooks/batch-words.ts'
import { workbookWords } from '../src/platform/web/workbooks/words.ts'
import { flowLanguages } from './support/flow-languages.ts'
import { expectAccessible } from './support/page-checks.ts'
import { freshName } from './support/records.ts'
import { expect, test } from './support/test.ts'

const address = `/workbooks?ledger=${placesLedger.id}`
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

for (const language of flowLanguages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a dirty workbook comes back with its errors, is mended, written, noticed again and undone', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('撤销花园')
      const compounds = '/figures/organisation.compounds'
      const shown = page.getByText(/^\d+ (个，共|places, ) ?\d+/)
      await page.goto(compounds)
      const before = Number.parseInt(await shown.innerText(), 10)
      const row = (n: number, begins: string) => ({
        code: `${code}-${n}`,
        name: `${name}${n}`,
        kind: say(placeKinds.compound),
        parent_id: '350206005023',
        begins,
      })
      const dirty = [row(1, '2018-06-30'), row(2, '2018-06-31'), row(3, '2018-02-30')]
      const upload = async (buffer: Buffer, file: string) => {
        await page.goto(address)
        await page.getByLabel(say(workbookWords.file)).setInputFiles({ name: file, mimeType, buffer })
        await page.getByRole('button', { name: say(workbookWords.check) }).click()
      }
      await upload(Buffer.from(await filledLedger(placesLedger, language, dirty)), `${code}.xlsx`)
      await expect(page.getByText(say(workbookWords.states.refused))).toBeVisible()
      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: say(words.errorFile) }).click()
      const download = await downloading
      const workbook = await openXlsx(new Uint8Array(await readFile(await download.path())), {
        readStyles: true,
      })
      expect(JSON.stringify(workbook.sheets.map((sheet) => sheet.rows))).toContain('2018-06-31')
      const sheet = workbook.sheets.find((one) => one.name === say(placesLedger.sheet))
      sheet?.rows.forEach((cells, at) =>
        cells.forEach((value, column) => {
          if (value !== '2018-06-31' && value !== '2018-02-30') return
          cells[column] = '2018-06-30'
          const cell = sheet.cells?.get(`${at},${column}`)
          if (cell) cell.value = '2018-06-30'
        }),
      )
      const mended = Buffer.from(await saveXlsx(workbook))
      const file = download.suggestedFilename()

      await upload(mended, file)
      await page.getByRole('textbox', { name: say(workbookWords.reason) }).fill(`补录 ${code}`)
      await page.getByRole('button', { name: say(workbookWords.commit(3)) }).click()
      await expect(page.getByText(say(words.written(3, 0, 0)))).toBeVisible()
      await page.reload()
      await expect(page.getByText(say(words.written(3, 0, 0)))).toBeVisible()
      await page.goto(compounds)
      await expect(shown).toContainText(String(before + 3))

      await upload(mended, file)
      await expect(page.getByRole('note').filter({ hasText: '演示街道经办人' })).toBeVisible()

      await page.goto(address)
      const imports = page.getByRole('table', { name: say(words.title) })
      const own = imports.getByRole('row').filter({ hasText: `补录 ${code}` })
      await own.getByRole('link', { name: say(words.undo) }).click()
      await expect(page.getByText(`${name}2`)).toBeVisible()
      await expectAccessible(page)
      await page.getByRole('button', { name: say(words.undoNow(3)) }).click()
      await expect(page.getByText(say(words.reasonMissing))).toBeVisible()
      await page.getByRole('textbox', { name: say(words.undoReason) }).fill(`导错 ${code}`)
      await page.getByRole('button', { name: say(words.undoNow(3)) }).click()
      await expect(page.getByText(/^(已撤销，变更号|Undone: change) \d+$/)).toBeVisible()
      await page.goto(compounds)
      await expect(shown).toContainText(String(before))
      await page.goto('/changes')
      await expect(page.getByRole('row').filter({ hasText: `导错 ${code}` })).toBeVisible()
    })

    test('a long check shows its bar, is found again after a reload, and can be stopped', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('长长花园')
      const rows = Array.from({ length: 100_000 }, (_, n) => ({
        code: `${code}-${n}`,
        name: `${name}${n}`,
        kind: say(placeKinds.compound),
        parent_id: '350206005023',
        begins: '2018-06-30',
      }))
      const buffer = Buffer.from(await filledLedger(placesLedger, language, rows))
      await page.goto(address)
      await page.getByLabel(say(workbookWords.file)).setInputFiles({ name: `${code}.xlsx`, mimeType, buffer })
      await page.getByRole('button', { name: say(workbookWords.check) }).click()
      const bar = page.getByRole('progressbar')
      await expect(bar).toBeVisible()
      await page.reload()
      await expect(bar).toBeVisible()
      await page.getByRole('button', { name: say(workbookWords.stop) }).click()
      await expect(page.getByText(say(workbookWords.states.stopped))).toBeVisible()
      await expect(page.getByRole('button', { name: say(workbookWords.commit(100_000)) })).toHaveCount(0)
    })
  })
}

test('a long undoing shows its bar, can be stopped, is found again after a reload, and ends in what it did', async ({
  page,
}) => {
  test.setTimeout(600_000)
  const patient = { timeout: 180_000 }
  const { name, code } = freshName('成批花园')
  const count = 8_000
  const rows = Array.from({ length: count }, (_, n) => ({
    code: `${code}-${n}`,
    name: `${name}${n}`,
    kind: placeKinds.compound.zh,
    parent_id: '350206005023',
    begins: '2018-06-30',
  }))
  const buffer = Buffer.from(await filledLedger(placesLedger, 'zh', rows))
  await page.goto(address)
  await page.getByLabel(workbookWords.file.zh).setInputFiles({ name: `${code}.xlsx`, mimeType, buffer })
  await page.getByRole('button', { name: workbookWords.check.zh }).click()
  await page.getByRole('button', { name: workbookWords.commit(count).zh }).click(patient)
  await expect(page.getByText(words.written(count, 0, 0).zh)).toBeVisible(patient)
  await page.getByRole('link', { name: words.undo.zh }).first().click()
  const bar = page.getByRole('progressbar', { name: words.undoStates.undoing.zh })
  const begin = async () => {
    await page.getByRole('textbox', { name: words.undoReason.zh }).fill(`导错 ${code}`, patient)
    await page.getByRole('button', { name: words.undoNow(count).zh }).click()
    await expect(bar).toBeVisible()
  }
  await begin()
  await expect(page.getByText(new RegExp(`共 ${count} 条，还剩 \\d+ 条`))).toBeVisible()
  await page.getByRole('button', { name: workbookWords.stop.zh }).click()
  await expect(page.getByText(words.undoStates.stopped.zh)).toBeVisible(patient)
  await expectAccessible(page)
  await page.getByRole('button', { name: words.lookAgain.zh }).click()
  await begin()
  await page.reload()
  await expect(bar).toBeVisible()
  await expect(page.getByText(/^已撤销，变更号 \d+$/)).toBeVisible(patient)
  const imports = page.getByRole('table', { name: words.title.zh })
  await expect(imports.getByRole('row').filter({ hasText: `${code}.xlsx` })).toContainText('撤销（变更号')
  await page.reload()
  await expect(page.getByText(/^已撤销，变更号 \d+$/)).toBeVisible()
})
