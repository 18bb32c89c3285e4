import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventsOf } from '../../audit/testing/stored-events.ts'
import { startShelf } from '../../rpc/server/http-testing.ts'
import { pino } from 'pino'
import { withCookies } from '../testing.ts'
import type { Asked, AwaitingCode } from './begun-cookie.ts'
import { type SingleSignOnSettings, singleSignOnSettings } from './settings.ts'
import { openSingleSignOn } from './single-sign-on.ts'
import { client, startProvider, type TestProvider } from './testing/provider.ts'
import { detailsOf, openTown, said, settingsFor, type Town } from './testing/town.ts'
import { openVisitor, type Visitor } from './testing/visitor.ts'

let town: Town
let other: TestProvider
beforeAll(async () => {
  town = await openTown()
  other = await startProvider(`${town.shelf.url}/single-sign-on`)
})
afterAll(async () => {
  await town.close()
  await other.close()
})
beforeEach(() => {
  Object.assign(town.provider, { says: {}, twist: null, down: false })
})

test('an account that its person has linked is entered by the provider’s word; each step is one event, and no token is kept', async () => {
  const before = await town.eventCount()
  town.shelf.lines.length = 0
  const who = await town.linked()
  const at = town.visitor()
  expect((await at.call('GET', '/single-sign-on')).body).toEqual({
    name: { zh: '金山统一身份认证', en: 'Single sign-on' },
  })
  const address = new URL(await at.begin('sign-in'))
  expect(address.origin).toBe(town.provider.issuer)
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    client_id: client.id,
    redirect_uri: `${town.shelf.url}/single-sign-on`,
    code_challenge_method: 'S256',
    acr_values: 'urn:two',
  })
  const answer = await at.atProvider(address.href, who.there)
  const { status, body } = await at.call('POST', '/single-sign-on/sign-in', { answer })
  expect([status, body]).toMatchObject([200, { username: who.username, permissions: ['shelf.see'] }])
  expect([...at.cookies().keys()]).toEqual(['xiaoma_session'])
  expect((await at.me()).body).toMatchObject({ id: who.id })
  expect((await at.call('GET', '/single-sign-on/link')).body).toMatchObject({ thisSession: true })
  expect((await at.call('DELETE', '/session')).status).toBe(200)
  expect((await at.me()).status).toBe(401)
  expect(await town.newEvents(before)).toEqual([
    ['act', 'program', { what: 'account made', username: who.username, roles: expect.anything() }],
    ['sign_in', who.id, null],
    ['act', who.id, { what: 'provider linked', by: town.issuer }],
    ['sign_in', who.id, { by: town.issuer }],
    ['sign_out', who.id, null],
  ])
  const kept = await town.shelf.database.pool.query(
    'select row_to_json(l) as row from access.linked_subject l where account_id = $1',
    [who.id],
  )
  expect(kept.rows).toEqual([
    { row: { account_id: who.id, issuer: town.issuer, subject: who.there, linked_at: expect.any(String) } },
  ])
  const code = new URLSearchParams(answer).get('code') ?? ''
  const left = town.shelf.lines.join('') + JSON.stringify(await eventsOf(town.shelf.database, 1))
  for (const secret of [code, 'eyJ', client.secret, who.there]) expect(left).not.toContain(secret)
})

test('what is kept in the browser is enciphered, out of reach of scripts and of other sites’ forms, and short-lived', async () => {
  const response = await fetch(`${town.shelf.url}/api/single-sign-on/sign-in/begin`, { method: 'POST' })
  const { address } = (await response.json()) as { address: string }
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^xiaoma_single_sign_on=[\w%]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  const { searchParams } = new URL(address)
  const plain = Buffer.from(decodeURIComponent(cookie.split(/[=;]/)[1] ?? ''), 'base64').toString('latin1')
  for (const name of ['state', 'nonce']) expect(plain).not.toContain(searchParams.get(name))
})

test('the step that asks for a code has no more time than what was begun, and is used up once', async () => {
  const { env, database } = {
    env: settingsFor(town.shelf.url, town.provider.issuer),
    database: town.shelf.database,
  }
  const settings = singleSignOnSettings(env, false) as SingleSignOnSettings
  const clock = { now: Date.now() }
  const secret = 'a secret of at least thirty-two characters'
  const sso = openSingleSignOn({ database, secret, secure: false, settings, now: () => clock.now })
  const log = pino({ level: 'silent' })
  const brought = (cookie: string) => sso.begun('sign-in', withCookies([cookie]))
  const asked = brought((await sso.begin('sign-in', null, log)).cookie) as Asked
  clock.now += 9 * 60_000
  const awaiting = sso.awaitCode(asked, 'an account', 'somebody', null)
  const step = brought(awaiting) as AwaitingCode
  await sso.takeStep(step)
  await expect(sso.takeStep(step)).rejects.toThrow('step used before')
  clock.now += 60_000 - 1
  expect(brought(awaiting)).toEqual(step)
  clock.now += 1
  expect(() => brought(awaiting)).toThrow('nothing begun')
})

test('the way back is the declared one, whatever host a request names', async () => {
  const response = await fetch(`${town.shelf.url}/api/single-sign-on/sign-in/begin`, {
    method: 'POST',
    headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
  })
  const { address } = (await response.json()) as { address: string }
  expect(new URL(address).searchParams.get('redirect_uri')).toBe(`${town.shelf.url}/single-sign-on`)
})

test('a page of another site begins nothing', async () => {
  for (const path of ['sign-in/begin', 'sign-in', 'link/begin', 'link', 'proof']) {
    const response = await fetch(`${town.shelf.url}/api/single-sign-on/${path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    })
    expect([path, response.status]).toEqual([path, 403])
  }
})

test('an answer is taken once, in the browser that asked, for what it was asked', async () => {
  const who = await town.linked()
  const at = town.visitor()
  const kept = () => new Map(at.cookies())
  const answer = await at.atProvider(await at.begin('sign-in'), who.there)
  const asked = kept()
  const before = await town.eventCount()
  const stranger = town.visitor()
  const finish = (by: Visitor, what = 'sign-in', given = answer) =>
    by.call('POST', `/single-sign-on/${what}`, { answer: given })
  // A browser that began nothing, one that began something else, and one whose cookie was changed.
  expect(said(await finish(stranger))).toBe('INVALID')
  await stranger.begin('sign-in')
  expect(said(await finish(stranger))).toBe('INVALID')
  const cookie = asked.get('xiaoma_single_sign_on') ?? ''
  stranger.cookies().set(
    'xiaoma_single_sign_on',
    cookie.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
  )
  expect(said(await finish(stranger))).toBe('INVALID')
  expect(said(await finish(at, 'sign-in', '?error=access_denied&state=x'))).toBe('INVALID')
  // What came back wrongly has used it up.
  for (const [name, value] of asked) at.cookies().set(name, value)
  expect(said(await finish(at))).toBe('INVALID')
  expect(await town.newEvents(before)).toEqual(
    [
      'nothing begun',
      'OAUTH_INVALID_RESPONSE',
      'nothing begun',
      'OAUTH_INVALID_RESPONSE',
      'state used before',
    ].map((reason) => ['sign_in_failed', 'unknown', town.why(reason)]),
  )
  // The right one, brought twice.
  const again = await at.atProvider(await at.begin('sign-in'), who.there)
  const cookies = kept()
  expect((await finish(at, 'sign-in', again)).status).toBe(200)
  const replay = town.visitor()
  for (const [name, value] of cookies) replay.cookies().set(name, value)
  expect(said(await finish(replay, 'sign-in', again))).toBe('INVALID')
  expect((await town.newEvents(before)).at(-1)).toEqual([
    'sign_in_failed',
    'unknown',
    town.why('state used before'),
  ])
  // What was begun to sign in links nothing.
  const own = town.visitor()
  await own.signIn(who.username)
  const forSignIn = await own.atProvider(await own.begin('sign-in'), 'somebody-else')
  expect(said(await finish(own, 'link', forSignIn))).toBe('INVALID')
  expect((await town.newEvents(before)).at(-1)).toEqual(['sign_in_failed', who.id, town.why('other purpose')])
})

test('another nonce, audience, issuer or time than asked for is not accepted, and the words do not tell which', async () => {
  const who = await town.linked()
  const hour = 3600
  const twists: [string, (claims: Record<string, unknown>) => Record<string, unknown>, string][] = [
    ['nonce', (claims) => ({ ...claims, nonce: 'of another sign-in' }), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    ['no nonce', ({ nonce: _gone, ...claims }) => claims, 'OAUTH_INVALID_RESPONSE'],
    ['audience', (claims) => ({ ...claims, aud: 'another client' }), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    [
      'expired',
      (claims) => ({
        ...claims,
        iat: Number(claims['iat']) - 2 * hour,
        exp: Number(claims['exp']) - 2 * hour,
      }),
      'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
    ],
    ['issuer', (claims) => ({ ...claims, iss: other.issuer }), 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
  ]
  const told = new Set<string>()
  for (const [what, twist, reason] of twists) {
    town.provider.twist = twist
    const before = await town.eventCount()
    const { status, body } = await town.visitor().through('sign-in', who.there)
    expect([what, status]).toEqual([what, 422])
    told.add(JSON.stringify(body))
    expect([what, await town.newEvents(before)]).toEqual([
      what,
      [['sign_in_failed', 'unknown', town.why(reason)]],
    ])
  }
  expect(told.size).toBe(1)
  // The same provider and person, told truly, enter.
  town.provider.twist = (claims) => claims
  await town.entered(who)
  // And a nonce that was changed on the way there.
  town.provider.twist = null
  const at = town.visitor()
  const address = new URL(await at.begin('sign-in'))
  address.searchParams.set('nonce', 'put in by somebody')
  const answer = await at.atProvider(address.href, who.there)
  expect((await at.call('POST', '/single-sign-on/sign-in', { answer })).status).toBe(422)
})

test('an answer of another provider is not taken to this one', async () => {
  const who = await town.linked()
  const at = town.visitor()
  const address = new URL(await at.begin('sign-in'))
  // Somebody in between sends the browser to a provider of theirs with what was meant for the right one (RFC 9207).
  const elsewhere = `${other.issuer}${address.pathname}${address.search}`
  const answer = await at.atProvider(elsewhere, who.there)
  expect(new URLSearchParams(answer).get('iss')).toBe(other.issuer)
  const before = await town.eventCount()
  expect((await at.call('POST', '/single-sign-on/sign-in', { answer })).status).toBe(422)
  expect(await town.newEvents(before)).toEqual([
    ['sign_in_failed', 'unknown', town.why('OAUTH_INVALID_RESPONSE')],
  ])
  // A code without the issuer that the provider promises to name, likewise.
  const again = await at.atProvider(await at.begin('sign-in'), who.there)
  const without = again.replace(/&iss=[^&]*/, '')
  expect(without).not.toBe(again)
  expect((await at.call('POST', '/single-sign-on/sign-in', { answer: without })).status).toBe(422)
})

test('whom nobody has linked is told whom to ask; no account is made', async () => {
  const accountsNow = async () =>
    (await town.shelf.database.pool.query('select from access.account')).rowCount
  const [before, count] = [await town.eventCount(), await accountsNow()]
  const answer = await town.visitor().through('sign-in', 'a-stranger')
  expect([answer.status, said(answer), detailsOf(answer)]).toEqual([
    401,
    'UNAUTHENTICATED',
    { unknownSubject: true },
  ])
  expect(JSON.stringify(answer.body)).toMatch(/关联.*system administrator/)
  expect(await accountsNow()).toBe(count)
  expect(await town.newEvents(before)).toEqual([['sign_in_failed', 'unknown', town.why('unknown subject')]])
})

test('a provider that is down is said to be so, and the password still opens', async () => {
  const who = await town.linked()
  const at = town.visitor()
  const answer = await at.atProvider(await at.begin('sign-in'), who.there)
  town.provider.down = true
  const before = await town.eventCount()
  expect(await at.call('POST', '/single-sign-on/sign-in', { answer })).toMatchObject({
    status: 503,
    body: { code: 'UNAVAILABLE' },
  })
  expect(await town.newEvents(before)).toEqual([])
  const elsewhere = await startShelf({
    env: settingsFor('http://127.0.0.1:1', town.provider.issuer),
  })
  const newcomer = openVisitor(elsewhere.url)
  const begun = await newcomer.call('POST', '/single-sign-on/sign-in/begin')
  expect([begun.status, said(begun)]).toEqual([503, 'UNAVAILABLE'])
  expect(JSON.stringify(begun.body)).toContain('登录名和密码')
  expect((await newcomer.signIn('viewer')).status).toBe(200)
  // It is asked anew once it is back.
  town.provider.down = false
  expect((await newcomer.call('POST', '/single-sign-on/sign-in/begin')).status).toBe(200)
  await elsewhere.close()
})
