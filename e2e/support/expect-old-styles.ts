import { expect, type Page } from '@playwright/test'
import { newerCss } from '../../tools/testing/oldest-browser/newer-css.ts'

/** What the library's own styles use though Chromium 100 passes over it, and why nothing is lost. */
export const harmless: Readonly<Record<string, string>> = {}

const scanned = new Map<string, readonly string[]>()

/** The styles that scripts made on a page use nothing that the oldest supported browser does not know. */
export async function expectOldStyles(page: Page): Promise<void> {
  const sources = await page.evaluate(() =>
    [...document.querySelectorAll('style')].map((style) => style.textContent ?? ''),
  )
  expect(newerIn(sources), 'styles that Chromium 100 does not know').toEqual([])
}

export function newerIn(sources: readonly string[]): string[] {
  const found = new Set<string>()
  for (const source of sources) {
    const newer = scanned.get(source) ?? newerCss(source)
    scanned.set(source, newer)
    for (const one of newer) if (!(one in harmless)) found.add(one)
  }
  return [...found].sort()
}
