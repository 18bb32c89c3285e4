import { expect, test } from 'vitest'
import { broughtBack } from './brought-back.ts'

test.each([
  ['?code=a&state=sign-in.b&iss=c', { purpose: 'sign-in', answer: '?code=a&state=sign-in.b&iss=c' }],
  ['?error=access_denied&state=link.b', { purpose: 'link', answer: '?error=access_denied&state=link.b' }],
  ['?prove=', { purpose: 'proof' }],
  ['?state=other.b', null],
  ['?state=signin', null],
  ['', null],
])('%s', (query, expected) => expect(broughtBack(query)).toEqual(expected))
