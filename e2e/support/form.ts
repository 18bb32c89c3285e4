import type { Locator, Page } from '@playwright/test'

/** Chooses by the words of a choice, from a list that is short. */
export async function choose(page: Page, field: string, choice: string, within: Page | Locator = page) {
  await within.getByRole('combobox', { name: field }).click()
  await page.getByTitle(choice, { exact: true }).last().click()
}

/** Looks another record up by its name and chooses it. */
export async function pick(page: Page, field: string, name: string, within: Page | Locator = page) {
  const input = within.getByRole('combobox', { name: field, exact: true })
  await input.click()
  await input.pressSequentially(name)
  await page
    .getByTitle(new RegExp(`^${name}（`))
    .last()
    .click()
}
