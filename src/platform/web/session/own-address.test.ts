import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ownAddress } from './own-address.ts'

test('a path of the application stays as it is', () => {
  for (const to of ['/', '/organisation/tree?asOf=2018-06-30', '/records/people.person/1#events'])
    expect(ownAddress(to)).toBe(to)
})

test('what leads elsewhere or runs is none', () => {
  const strange = [
    'javascript:alert(1)',
    'https://example.org/',
    '//example.org/',
    '/.//example.org/',
    '/\\example.org/',
    '/\t/example.org/',
    '/\n\\example.org',
    'data:text/html,x',
    '',
    undefined,
    1,
  ]
  expect(strange.map(ownAddress)).toEqual(strange.map(() => null))
})

test('whatever is let through lies at the same origin when a browser resolves it', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '\t',
    '\n',
    ':',
    '@',
    'javascript',
    'example.org',
    '?',
    '.',
    '#',
    '%2f',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 6 }), (parts) => {
      const found = ownAddress(`/${parts.join('')}`)
      if (found !== null)
        expect(new URL(found, 'https://office.invalid').origin).toBe('https://office.invalid')
    }),
  )
})
