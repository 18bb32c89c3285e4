import type { Locator, Page } from '@playwright/test'
import { expect } from './test.ts'

/** Chooses by the words of a choice, from a list that is short. */
export async function choose(page: Page, field: string, choice: string, within: Page | Locator = page) {
  await within.getByRole('combobox', { name: field }).click()
  await page.getByTitle(choice, { exact: true }).last().click()
}

/** Looks another record up by its name and chooses it; `titled` is how it stands in the list. */
export async function pick(
  page: Page,
  field: string,
  name: string,
  within: Page | Locator = page,
  titled = new RegExp(`^${name}（`),
) {
  const input = within.getByRole('combobox', { name: field, exact: true })
  await input.click()
  await input.pressSequentially(name)
  // What the last letter finds may take the place of what is being clicked.
  await expect(async () => {
    await page.getByTitle(titled).last().click({ timeout: 5000 })
    await expect(input.and(page.locator('[aria-expanded="true"]'))).toHaveCount(0, { timeout: 3000 })
  }).toPass({ timeout: 30_000 })
}
