import { expect, type Page } from '@playwright/test'
import { newerCss } from '../../tools/testing/oldest-browser/newer-css.ts'

const thinBars = 'scroll bars are as wide and coloured as the system makes them'
const bareFocus = 'the focus of a select without a border, which no page has'
const balanced = 'the label of a field breaks where it is full'

/** What the library's own styles use though Chromium 100 passes over it, and why nothing is lost. */
const harmless: Readonly<Record<string, string>> = {
  'scrollbar-color': thinBars,
  'scrollbar-width': thinBars,
  'scrollbar-width: thin': thinBars,
  ':has(input:focus-visible)': bareFocus,
  ':has(textarea:focus-visible)': bareFocus,
  ':has(.ant-tabs-tab-btn:focus-visible)': 'the focus of tabs like cards, which no page has',
  ':has(.ant-tree-checkbox-input:focus-visible)': 'the focus of boxes in a tree, which no page has',
  ':has(.ant-tree-drop-indicator)': 'what is dragged in a tree, which nobody can',
  ':has(>.ant-switch:only-child,>.ant-rate:only-child)': 'switches and stars in a form, which no page has',
  ':has(+.ant-select-item-option-selected)': 'corners between two chosen lines of a list',
  'text-wrap': balanced,
  'text-wrap: balance': balanced,
}

const scanned = new Map<string, readonly string[]>()

/** The styles that scripts made on a page use nothing that the oldest supported browser does not know. */
export async function expectOldStyles(page: Page): Promise<void> {
  const sources = await page.evaluate(() =>
    [...document.querySelectorAll('style')].map((style) => style.textContent ?? ''),
  )
  const newer = newerIn(sources).filter((one) => !(one in harmless))
  expect(newer, 'styles that Chromium 100 does not know').toEqual([])
}

export function newerIn(sources: readonly string[]): string[] {
  const found = new Set<string>()
  for (const source of sources) {
    const newer = scanned.get(source) ?? newerCss(source)
    scanned.set(source, newer)
    for (const one of newer) found.add(one)
  }
  return [...found].sort()
}
