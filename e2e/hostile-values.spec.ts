import type { Page } from '@playwright/test'
import { pageWords } from '../src/areas/organisation/pages/words.ts'
import { personType } from '../src/areas/people/records.ts'
import { enterPerson } from './support/people.ts'
import { enterBranch, freshName, idOf } from './support/records.ts'
import { expect, test } from './support/test.ts'

/** Every address that the page links to, loads or sends to, as the browser understands it. */
const addresses = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('[href], [src], [action], [formaction], [data]')].flatMap((element) =>
      ['href', 'src', 'action', 'formaction', 'data'].flatMap((name) => {
        const value = element.getAttribute(name)
        return value === null ? [] : [new URL(value, document.baseURI).href]
      }),
    ),
  )

test('an address in a value is text: nothing on a page links to it, loads it or runs it', async ({
  page,
  baseURL,
}) => {
  const { code } = freshName('')
  const hostile = `javascript:document.title='${code}'`
  const markup = `<a href="${hostile}"><img src=x onerror="document.title='${code}'">${code}</a>`
  const seat = await idOf(page, 'organisation.place', '金安社区')
  const branch = await enterBranch(page, { name: hostile, code, seat })
  const person = await enterPerson(page, { code, name: markup, branch, header: { phone: `tel:${code}` } })
  const organisation = 'organisation.party_organisation'
  const paths = [
    `/records/${organisation}/${branch}`,
    `/records/${organisation}?find=${code}&all=yes`,
    `/records/${organisation}/${branch}/lineage`,
    `/records/${personType.id}/${person}`,
    `/records/${personType.id}?find=${code}`,
    '/organisation/tree?along=line',
    '/changes',
  ]
  for (const path of paths) {
    await page.goto(path)
    // The tree holds what is in sight alone.
    if (path.startsWith('/organisation/tree'))
      await page.getByRole('searchbox', { name: pageWords.find.zh }).fill(code)
    await expect(page.getByRole('main')).toContainText(path.includes(personType.id) ? markup : hostile)
    const strange = (await addresses(page)).filter((address) => !address.startsWith(`${baseURL}/`))
    expect([path, strange]).toEqual([path, []])
    expect(await page.title()).not.toBe(code)
  }
})
