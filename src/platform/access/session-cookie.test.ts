import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endedSessionCookie, sessionToken } from './session-cookie.ts'

const secret = 'one secret'
const signed = (token: string, key = secret) =>
  encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`)
const token = fc.stringMatching(/^[a-zA-Z0-9]{32}$/)

test('a signed token is read among other cookies', () => {
  fc.assert(
    fc.property(token, (value) => {
      expect(sessionToken(`a=b; session=${signed(value)}; c=d`, 'session', secret)).toBe(value)
      expect(sessionToken(`xsession=${signed(value)}`, 'session', secret)).toBeNull()
    }),
  )
})

test('a token that was signed with another secret, or changed in any place, is none', () => {
  fc.assert(
    fc.property(token, fc.nat(), (value, at) => {
      expect(sessionToken(`session=${signed(value, 'another')}`, 'session', secret)).toBeNull()
      const index = at % value.length
      const changed = `${value.slice(0, index)}${value[index] === 'x' ? 'y' : 'x'}${value.slice(index + 1)}`
      expect(sessionToken(`session=${signed(value).replace(value, changed)}`, 'session', secret)).toBeNull()
    }),
  )
})

test.each([
  undefined,
  '',
  'session=',
  'session=abc',
  'session=.',
  'session=abc.',
  'session=%E0%A4%A',
  `session=.${'A'.repeat(44)}`,
])('nothing comes of %s', (cookies) => expect(sessionToken(cookies, 'session', secret)).toBeNull())

test('a cookie is forgotten under the name and attributes that it was set with', () => {
  expect(endedSessionCookie(true)).toBe(
    '__Host-xiaoma_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
  expect(endedSessionCookie(false)).toBe('xiaoma_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax')
})
