import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { recordTypes as organisationTypes } from '../../src/areas/organisation/records.ts'
import { recordTypes as peopleTypes } from '../../src/areas/people/records.ts'
import type { Language } from '../../src/platform/text.ts'
import { expect, passwords } from './test.ts'

const axeSource = readFileSync(
  createRequire(import.meta.resolve('@axe-core/playwright')).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Everything that axe can judge by itself, told in one line for each fault. */
export async function expectAccessible(page: Page): Promise<void> {
  // Brought into a document once; the builder would read it in twice at every look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  // The pages hold no frames, so that nothing has to be gathered in a page apart; what is in order need not be told in detail.
  const axe = new AxeBuilder({ page, axeSource: ';' }).setLegacyMode()
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 200)}`),
  )
  expect(told, 'what axe finds').toEqual([])
}

export async function expectNoSideScroll(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({
    content: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }))
  expect(content, 'width of the page').toBeLessThanOrEqual(window)
}

// What records hold and what persons and places are called keeps its characters; all else is the program's own word.
const ofRecords =
  /^- (cell|row|rowheader|link|treeitem|listitem|definition|img|strong|text|generic|option|code|\/)\b/

/** What a page says through its own elements: no values of records, no addresses. */
async function ownWords(page: Page): Promise<string[]> {
  const said = (await page.getByRole('main').ariaSnapshot()).split('\n').map((line) => line.trim())
  return said.filter((line) => !ofRecords.test(line))
}

/** An English page says nothing of its own in Chinese; `names` are those that it shows in headings and labels. */
export async function expectEnglish(page: Page, names: readonly string[]): Promise<void> {
  const cut = (line: string, known: readonly string[]) =>
    known.toSorted((a, b) => b.length - a.length).reduce((rest, name) => rest.replaceAll(name, ''), line)
  // A box that selects a record is called after it, as the link beside it is.
  const linked = (await page.getByRole('main').getByRole('link').allTextContents()).filter((name) => name)
  const chinese = (await ownWords(page))
    .map((line) => cut(line, line.startsWith('- checkbox') ? [...names, ...linked] : names))
    .filter((line) => /\p{Script=Han}/u.test(line))
  expect(chinese, 'untranslated').toEqual([])
}

const keys = [...organisationTypes, ...peopleTypes].flatMap((type) => [
  type.id,
  ...type.acts.map((act) => act.kind),
  ...[...type.header, ...type.attributes].flatMap((field) => [
    field.key,
    ...(field.kind === 'choice' ? Object.keys(field.choices) : []),
  ]),
])
// An account of the demo is called `community`, as one of the levels of a place is stored.
const stored = new Set(keys.filter((key) => /^[a-z]/.test(key) && !(key in passwords)))

/** A page shows the words of a choice or a field, never the key under which it is stored. */
export async function expectNoKeys(page: Page, language: Language): Promise<void> {
  // In an English page only what holds a `_` cannot be a plain word.
  const tell = [...stored].filter((key) => language === 'zh' || /[._]/.test(key))
  const key = new RegExp(`(?<![\\w./-])(${tell.join('|')})(?![\\w./-])`)
  const said = (await page.getByRole('main').ariaSnapshot()).split('\n').map((line) => line.trim())
  // The first word of a line is the element's role; a line that begins with a stroke is a property of it.
  const shown = said.filter((line) => !line.startsWith('- /')).map((line) => line.replace(/^- '?\w+/, ''))
  expect(
    shown.filter((line) => key.test(line)),
    'keys shown as they are stored',
  ).toEqual([])
}
