import type { Page } from '@playwright/test'
import { expect } from './test.ts'

/** Types a day into the field of that name and takes it with Enter, as a person at the keyboard does. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label })
  await field.click()
  await field.fill(day)
  await field.press('Enter')
  await expect(field).toHaveValue(day)
}
