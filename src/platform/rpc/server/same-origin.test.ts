import { expect, test } from 'vitest'
import { mayChangeState } from './same-origin.ts'

const host = 'office.example:8410'

test.each([
  ['GET', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, true],
  ['POST', {}, true],
  ['POST', { origin: `https://${host}` }, true],
  ['POST', { origin: `https://${host}`, 'sec-fetch-site': 'same-origin' }, true],
  ['POST', { 'sec-fetch-site': 'none' }, true],
  ['POST', { origin: 'https://office.example' }, false],
  ['POST', { origin: 'https://office.example:8410.evil.example' }, false],
  ['POST', { origin: 'null' }, false],
  ['POST', { origin: `https://${host}`, 'sec-fetch-site': 'cross-site' }, false],
  ['POST', { 'sec-fetch-site': 'same-site' }, false],
  ['DELETE', { origin: 'https://evil.example' }, false],
  ['PUT', { 'sec-fetch-site': 'cross-site' }, false],
])('%s with %o may change state: %s', (method, headers, may) => {
  expect(mayChangeState(method, headers, host)).toBe(may)
})
