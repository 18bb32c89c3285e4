import ExcelJS from 'exceljs'
import { placesLedger } from '../src/areas/organisation/ledgers/places.ts'
import { languages } from '../src/platform/text.ts'
import { mappingWords } from '../src/platform/web/workbooks/mapping-words.ts'
import { workbookWords as words } from '../src/platform/web/workbooks/words.ts'
import { expectAccessible } from './support/page-checks.ts'
import { freshName } from './support/records.ts'
import { expect, test } from './support/test.ts'

const address = `/workbooks?ledger=${placesLedger.id}`

/** A workbook as an office keeps it: a title, headings of its own, days in its own form, a total and a signature. */
async function officeWorkbook(code: string, name: string, day: string, sheetName: string): Promise<Buffer> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(sheetName)
  sheet.addRows([
    ['金安社区小区一览表'],
    ['序号', '小区名称', '地点编码', '类别', '备注一栏', '启用时间', '小计户数'],
    [1, name, code, '小区', '临街', '2016年1月1日', 120],
    [2, `${name}二期`, `${code}-2`, '小区', null, day, 80],
    ['合计', null, null, null, null, null, 200],
    ['填表人：示例甲'],
  ])
  sheet.mergeCells('A1:G1')
  return Buffer.from(await book.xlsx.writeBuffer())
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('a workbook of the office’s own is mapped once, its errors told, and read at once when mended', async ({
      page,
      say,
    }) => {
      const { name, code } = freshName('映射花园')
      // Each run has headings of its own, so that an earlier one has not confirmed them.
      const parent = `所属社区${code}`
      const choose = async (day: string) => {
        const book = new ExcelJS.Workbook()
        await book.xlsx.load((await officeWorkbook(code, name, day, '一览表')) as unknown as ArrayBuffer)
        const sheet = book.worksheets[0] as ExcelJS.Worksheet
        sheet.getCell('H2').value = parent
        for (const row of [3, 4]) sheet.getCell(row, 8).value = 350206005023
        const buffer = Buffer.from(await book.xlsx.writeBuffer())
        const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
        await page.getByLabel(say(words.file)).setInputFiles({ name: '一览表.xlsx', mimeType, buffer })
        await page.getByRole('button', { name: say(words.check) }).click()
      }
      await page.goto(address)
      await choose('2018.6')
      await expect(page.getByText(say(words.states.mapping))).toBeVisible()
      const readAs = (heading: string) =>
        page.getByRole('combobox', { name: say(mappingWords.readAsFor(heading)), exact: true })
      await expect(readAs('小区名称')).toHaveValue('name')
      await expect(readAs('地点编码')).toHaveValue('code')
      await expect(readAs('启用时间')).toHaveValue('begins')
      await expect(readAs('序号')).toHaveValue('')
      await readAs(parent).selectOption('parent_id')
      await readAs('小计户数').selectOption('')
      await readAs('备注一栏').selectOption('')
      await expectAccessible(page)

      await readAs('类别').selectOption('')
      await page.getByRole('button', { name: say(mappingWords.confirm) }).click()
      const level = placesLedger.columns.find(({ key }) => key === 'kind')?.heading
      await expect(page.getByText(say(mappingWords.missing(level ? [level] : [])))).toBeVisible()
      await readAs('类别').selectOption('kind')
      await page.getByRole('button', { name: say(mappingWords.confirm) }).click()

      await expect(page.getByText(say(words.states.refused))).toBeVisible()
      const errors = page.getByRole('table', { name: say(words.errors(1)) })
      await expect(errors.getByRole('row').filter({ hasText: '2018.6' })).toContainText(
        language === 'zh' ? '只有年月' : 'no day',
      )
      await expect(page.getByText(say(mappingWords.passedOver(2)))).toBeVisible()

      await page.getByRole('button', { name: say(words.another) }).click()
      await choose('2018.6.30')
      await expect(page.getByText(say(words.states.checked))).toBeVisible()
      await expect(page.getByText(say(mappingWords.change))).toBeVisible()
      await expect(page.getByRole('table', { name: say(words.preview) })).toContainText(`${name}二期`)
      await expectAccessible(page)
    })
  })
}
