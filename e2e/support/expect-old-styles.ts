import { expect, type Page } from '@playwright/test'
import { newerCss } from '../../tools/testing/oldest-browser/newer-css.ts'

const thinBars = 'scroll bars are as wide and coloured as the system makes them'
const bareFocus = 'the focus of a select without a border, which no page has'

/** What the library's own styles use though Chromium 100 passes over it, and why nothing is lost. */
const harmless: Readonly<Record<string, string>> = {
  'scrollbar-color': thinBars,
  'scrollbar-width': thinBars,
  'scrollbar-width: thin': thinBars,
  ':has(input:focus-visible)': bareFocus,
  ':has(textarea:focus-visible)': bareFocus,
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
