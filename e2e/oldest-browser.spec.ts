import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newerIn } from './support/expect-old-styles.ts'
import { expect, test } from './support/test.ts'
import { neededByTests, newerNames, takeAway } from '../tools/testing/oldest-browser/newer-names.ts'

test('the tests’ browser knows what Chromium 100 knew, and no more', async ({ page }) => {
  await page.goto('/')
  const known = await page.evaluate(() => ({
    structuredClone: typeof structuredClone,
    at: typeof Reflect.get(Array.prototype, 'at'),
    toSorted: typeof Reflect.get(Array.prototype, 'toSorted'),
    groupBy: typeof Reflect.get(Object, 'groupBy'),
    union: typeof Reflect.get(Set.prototype, 'union'),
    map: typeof Reflect.get([].values(), 'map'),
    timeout: typeof Reflect.get(AbortSignal, 'timeout'),
    startViewTransition: 'startViewTransition' in document,
  }))
  expect(known).toEqual({
    structuredClone: 'function',
    at: 'function',
    toSorted: 'undefined',
    groupBy: 'undefined',
    union: 'undefined',
    map: 'undefined',
    timeout: 'undefined',
    startViewTransition: false,
  })
  // The engine holds these two fast; no library asks for them but to release what `using` would.
  expect(await page.evaluate(takeAway, newerNames())).toEqual(['Symbol.asyncDispose', 'Symbol.dispose'])
})

test('the built style sheets use nothing that Chromium 100 does not know', () => {
  const web = process.env['XIAOMA_WEB'] ?? ''
  const sheets = readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(5)
  for (const name of sheets)
    expect({ name, newer: newerIn([readFileSync(join(web, 'assets', name), 'utf8')]) }).toEqual({
      name,
      newer: [],
    })
})

test('no script of the pages asks for what only the tests are left', () => {
  const web = process.env['XIAOMA_WEB'] ?? ''
  const scripts = readdirSync(join(web, 'assets')).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(20)
  for (const name of scripts) {
    const source = readFileSync(join(web, 'assets', name), 'utf8')
    expect({ name, asks: neededByTests.filter((one) => source.includes(one)) }).toEqual({ name, asks: [] })
  }
})

test.describe('an older browser', () => {
  test.use({ account: null })

  for (const [version, missing] of [
    ['97', 'structuredClone'],
    ['98', 'supportedValuesOf'],
  ] as const)
    test(`${version} is told in both languages what to use, and the application does not begin`, async ({
      page,
    }) => {
      await page.addInitScript((name) => {
        for (const owner of [globalThis, Intl]) Reflect.deleteProperty(owner, name)
      }, missing)
      await page.goto('/')
      const alert = page.getByRole('alert')
      await expect(alert).toContainText('请改用 Chrome 100、Edge 100 或以上版本')
      await expect(alert).toContainText('Use Chrome 100, Edge 100 or later')
      await page.waitForLoadState('networkidle')
      await expect(page.locator('#root')).toHaveCount(0)
    })

  test('100 is not told so', async ({ page, expectRefusal }) => {
    expectRefusal(401)
    await page.goto('/')
    await expect(page.locator('#root h1, #root h2').first()).toBeVisible()
    await expect(page.locator('#too-old')).toBeHidden()
  })

  test('of any age can read the script that looks', () => {
    const script = readFileSync('src/app/web/public/check-browser.js', 'utf8').replaceAll(/\/\/.*/g, '')
    expect(script).not.toMatch(/=>|`|\?\.|\?\?|\b(const|let|class|async|await|of)\b/)
  })
})
