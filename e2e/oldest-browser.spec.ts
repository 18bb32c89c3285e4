import { expect, test } from './support/test.ts'
import { newerNames, takeAway } from '../tools/testing/oldest-browser/newer-names.ts'

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
    checkVisibility: 'checkVisibility' in document.body,
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
    checkVisibility: false,
  })
  // The engine holds these two fast; no library asks for them but to release what `using` would.
  expect(await page.evaluate(takeAway, newerNames())).toEqual(['Symbol.asyncDispose', 'Symbol.dispose'])
})
