import ExcelJS from 'exceljs'
import { partyOrganisationType } from '../src/areas/organisation/records.ts'
import { languages, text } from '../src/platform/text.ts'
import { pieceWords } from '../src/platform/web/pieces/words.ts'
import { recordWords } from '../src/platform/web/records/words.ts'
import { listed } from './support/records.ts'
import { expect, test } from './support/test.ts'

const shownAtOnce = 20

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })

    test('the export of a list holds its rows, all pages of them, in the order and columns shown', async ({
      page,
      say,
    }) => {
      const [find, sort] = ['支部', 'name']
      const matching = await listed(page, partyOrganisationType.id, { find, sort, descending: 'true' })
      const every = await listed(page, partyOrganisationType.id, {})
      expect(matching.length).toBeGreaterThan(shownAtOnce)
      expect(matching.length).toBeLessThan(every.length)
      const search = { asOf: '2018-07-29', size: String(shownAtOnce), find, sort, descending: 'yes' }
      await page.goto(`/records/${partyOrganisationType.id}?${new URLSearchParams(search)}`)
      const table = page.getByRole('table', { name: say(partyOrganisationType.plural) })
      await expect(table.getByRole('row')).toHaveCount(shownAtOnce + 1)
      const [headings = [], ...shown] = await table
        .getByRole('row')
        .evaluateAll((rows) =>
          rows.map((row) =>
            [...row.querySelectorAll('td:not(.pick), th:not(.pick)')].map((cell) =>
              (cell.textContent ?? '').replace(/ [↑↓]$/, ''),
            ),
          ),
        )

      const downloading = page.waitForEvent('download')
      await page.getByRole('button', { name: say(recordWords.export) }).click()
      const book = new ExcelJS.Workbook()
      await book.xlsx.readFile(await (await downloading).path())
      const [cover, sheet, ...more] = book.worksheets
      expect(more).toEqual([])
      const [told, ...lines] = linesOf(sheet)
      expect(told).toEqual(headings)
      expect(lines.map(([title]) => title)).toEqual(matching.map(({ title }) => title))
      // What is empty is a word on the page and an empty cell in the workbook.
      const empty = say(pieceWords.none)
      expect(lines.slice(0, shownAtOnce)).toEqual(
        shown.map((cells) => cells.map((cell) => (cell === empty ? '' : cell))),
      )
      expect(linesOf(cover)).toContainEqual([say(text('行数', 'Rows')), String(matching.length)])
    })
  })
}

/** The cells of a sheet as text, line by line. */
function linesOf(sheet: ExcelJS.Worksheet | undefined): string[][] {
  const lines: string[][] = []
  sheet?.eachRow((row) => {
    lines.push(Array.from({ length: sheet.columnCount }, (_, at) => row.getCell(at + 1).text))
  })
  return lines
}
