import type { Page } from '@playwright/test'
import type { Text } from '../../src/platform/text.ts'
import { shellWords } from '../../src/platform/web/shell/words.ts'

/** Opens an area of the menu, which is folded, and goes to one of its pages. */
export async function goByMenu(
  page: Page,
  say: (words: Text) => string,
  area: Text,
  entry: Text,
): Promise<void> {
  const menu = page.getByRole('navigation', { name: say(shellWords.areas) })
  await menu.getByRole('button', { name: say(area), expanded: false }).click()
  await menu.getByRole('link', { name: say(entry), exact: true }).click()
}
