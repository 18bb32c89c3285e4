import { pageWords } from '../src/areas/organisation/pages/words.ts'
import { languages, type Text } from '../src/platform/text.ts'
import { pieceWords } from '../src/platform/web/pieces/words.ts'
import { placeWords } from '../src/platform/web/place/words.ts'
import { overviewWords } from '../src/platform/web/overview/words.ts'
import { expect, test } from './support/test.ts'

const office = { zh: '金山街道（演示）', en: 'Jinshan Subdistrict' }
const asOf = { zh: '截至2018年6月30日', en: 'as of 30 June 2018' }
const past = { zh: '按 2018年6月30日 的情况', en: 'As things stood on 30 June 2018' }

/** The line that heads each printed page: the place, the day and that it is past. */
const header = (say: (words: Text) => string) =>
  new RegExp(`^${say(placeWords.control)} ${say(office)}.* · ${say(asOf)} · .*${say(past)}$`)

declare global {
  interface Window {
    /** What the page would have put on paper each time it was told to print. */
    onPaper: string[]
  }
}

for (const language of languages) {
  test.describe(`in ${language}`, () => {
    test.use({ language })
    test.beforeEach(async ({ page }) => {
      await page.addInitScript(() => {
        window.onPaper = []
        window.print = () => void window.onPaper.push(document.body.innerText)
      })
    })

    test('the overview on paper names office, day and title', async ({ page, say }) => {
      await page.goto('/?asOf=2018-06-30')
      const printedAt = say({ zh: '打印于', en: 'printed' })
      await expect(page.getByText(printedAt)).toBeHidden()
      await expect(
        page.getByRole('link', { name: say({ zh: '社区党组织', en: 'Community Party' }) }),
      ).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByText(printedAt)).toContainText(say(office))
      await expect(page.getByText(header(say))).toBeVisible()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(say(overviewWords.title))
      await expect(page.getByRole('button', { name: say(pieceWords.print), exact: true })).toBeHidden()
      await expect(page.getByRole('navigation')).toBeHidden()
    })

    test('the tree on paper is whole under its header', async ({ page, say }) => {
      await page.goto('/organisation/tree?asOf=2018-06-30')
      await expect(page.getByRole('treeitem', { name: '金安社区' })).toBeVisible()
      await page.emulateMedia({ media: 'print' })
      await expect(page.getByText(header(say))).toBeVisible()
      await page
        .getByRole('button', { name: say(pieceWords.print), includeHidden: true })
        .dispatchEvent('click')
      const paper = (await page.evaluate(() => window.onPaper)).at(-1)
      expect(paper).toContain(say(pageWords.tree))
      expect(paper).toContain(say(office))
      expect(paper).toContain(say(asOf))
      // A compound two tiers down, which the tree on screen has not opened.
      expect(paper).toContain('金林湾花园')
    })
  })
}
