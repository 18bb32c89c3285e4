import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eventsOf } from '../../audit/testing/stored-events.ts'
import { type Shelf, startShelf } from '../../rpc/server/http-testing.ts'
import { client, startProvider, type TestProvider } from './testing/provider.ts'
import { openVisitor, type Visitor } from './testing/visitor.ts'

let shelf: Shelf
let provider: TestProvider
let other: TestProvider
let number = 0

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

beforeAll(async () => {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  provider = await startProvider(`${origin}/single-sign-on`)
  other = await startProvider(`${origin}/single-sign-on`)
  shelf = await startShelf({
    port,
    env: {
      XIAOMA_ORIGIN: origin,
      XIAOMA_OIDC_ISSUER: provider.issuer,
      XIAOMA_OIDC_CLIENT_ID: client.id,
      XIAOMA_OIDC_CLIENT_SECRET: client.secret,
      XIAOMA_OIDC_NAME_ZH: '金山统一身份认证',
      XIAOMA_OIDC_TWO_FACTORS: 'amr=otp, acr=urn:two',
    },
  })
})
afterAll(async () => {
  await shelf.close()
  await provider.close()
  await other.close()
})
beforeEach(async () => {
  Object.assign(provider, { says: {}, twist: null, down: false })
  await shelf.database.pool.query('delete from access.sign_in_lock')
})

const visitor = () => openVisitor(shelf.url)
const issuer = () => `${provider.issuer}/`

async function someone(options: { role?: string; office?: number; mustChangePassword?: boolean } = {}) {
  const { role = 'viewer', office = 1, mustChangePassword = false } = options
  number += 1
  const username = `person${number}`
  const roles = role === '' ? [] : [{ role, place: null }]
  const account = { office, username, name: '王小明', password: 'correct horse', roles }
  const id = await shelf.accounts.createAccount({ ...account, mustChangePassword })
  return { id, username, there: `subject-${number}` }
}
type Someone = Awaited<ReturnType<typeof someone>>

/** Somebody whose account is linked. */
async function linked(options: Parameters<typeof someone>[0] = {}) {
  const who = await someone(options)
  const at = visitor()
  await at.signIn(who.username)
  expect(await at.through('link', who.there)).toEqual({ status: 200, body: { done: true } })
  return who
}
const entered = async (who: Someone) => {
  const at = visitor()
  expect(await at.through('sign-in', who.there)).toMatchObject({ status: 200, body: { id: who.id } })
  return at
}
const said = (answer: Awaited<ReturnType<Visitor['call']>>) => answer.body['code']
const detailsOf = ({ body }: Awaited<ReturnType<Visitor['call']>>) =>
  (body['data'] as { details: Record<string, unknown> }).details
const newEvents = async (before: number) =>
  (await eventsOf(shelf.database, 1))
    .slice(before)
    .map((event) => [event.kind, event.actor_id, event.details])
const eventCount = async () => (await eventsOf(shelf.database, 1)).length
const why = (reason: string) => ({ by: issuer(), why: reason })
const age = (id: string, minutes: number) =>
  shelf.database.pool.query(
    `update access.session set authenticated_at = now() - make_interval(secs => $2) where account_id = $1`,
    [id, minutes * 60],
  )

test('an account that its person has linked is entered by the provider’s word; each step is one event, and no token is kept', async () => {
  const before = await eventCount()
  shelf.lines.length = 0
  const who = await linked()
  const at = visitor()
  expect((await at.call('GET', '/single-sign-on')).body).toEqual({
    name: { zh: '金山统一身份认证', en: 'Single sign-on' },
  })
  const address = new URL(await at.begin('sign-in'))
  expect(address.origin).toBe(provider.issuer)
  expect(Object.fromEntries(address.searchParams)).toMatchObject({
    response_type: 'code',
    scope: 'openid',
    client_id: client.id,
    redirect_uri: `${shelf.url}/single-sign-on`,
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
  expect(await newEvents(before)).toEqual([
    ['act', 'program', { what: 'account made', username: who.username, roles: expect.anything() }],
    ['sign_in', who.id, null],
    ['act', who.id, { what: 'provider linked', by: issuer() }],
    ['sign_in', who.id, { by: issuer() }],
    ['sign_out', who.id, null],
  ])
  const kept = await shelf.database.pool.query(
    'select row_to_json(l) as row from access.linked_subject l where account_id = $1',
    [who.id],
  )
  expect(kept.rows).toEqual([
    { row: { account_id: who.id, issuer: issuer(), subject: who.there, linked_at: expect.any(String) } },
  ])
  const code = new URLSearchParams(answer).get('code') ?? ''
  const left = shelf.lines.join('') + JSON.stringify(await eventsOf(shelf.database, 1))
  for (const secret of [code, 'eyJ', client.secret, who.there]) expect(left).not.toContain(secret)
})

test('what is kept in the browser is enciphered, out of reach of scripts and of other sites’ forms, and short-lived', async () => {
  const response = await fetch(`${shelf.url}/api/single-sign-on/sign-in/begin`, { method: 'POST' })
  const { address } = (await response.json()) as { address: string }
  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^xiaoma_single_sign_on=[\w%]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/)
  const { searchParams } = new URL(address)
  const plain = Buffer.from(decodeURIComponent(cookie.split(/[=;]/)[1] ?? ''), 'base64').toString('latin1')
  for (const name of ['state', 'nonce']) expect(plain).not.toContain(searchParams.get(name))
})

test('the way back is the declared one, whatever host a request names', async () => {
  const response = await fetch(`${shelf.url}/api/single-sign-on/sign-in/begin`, {
    method: 'POST',
    headers: { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' },
  })
  const { address } = (await response.json()) as { address: string }
  expect(new URL(address).searchParams.get('redirect_uri')).toBe(`${shelf.url}/single-sign-on`)
})

test('a page of another site begins nothing', async () => {
  for (const path of ['sign-in/begin', 'sign-in', 'link/begin', 'link', 'proof']) {
    const response = await fetch(`${shelf.url}/api/single-sign-on/${path}`, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
    })
    expect([path, response.status]).toEqual([path, 403])
  }
})

test('an answer is taken once, in the browser that asked, for what it was asked', async () => {
  const who = await linked()
  const at = visitor()
  const kept = () => new Map(at.cookies())
  const answer = await at.atProvider(await at.begin('sign-in'), who.there)
  const asked = kept()
  const before = await eventCount()
  const stranger = visitor()
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
  expect(await newEvents(before)).toEqual(
    [
      'nothing begun',
      'OAUTH_INVALID_RESPONSE',
      'nothing begun',
      'OAUTH_INVALID_RESPONSE',
      'state used before',
    ].map((reason) => ['sign_in_failed', 'unknown', why(reason)]),
  )
  // The right one, brought twice.
  const again = await at.atProvider(await at.begin('sign-in'), who.there)
  const cookies = kept()
  expect((await finish(at, 'sign-in', again)).status).toBe(200)
  const replay = visitor()
  for (const [name, value] of cookies) replay.cookies().set(name, value)
  expect(said(await finish(replay, 'sign-in', again))).toBe('INVALID')
  expect((await newEvents(before)).at(-1)).toEqual(['sign_in_failed', 'unknown', why('state used before')])
  // What was begun to sign in links nothing.
  const own = visitor()
  await own.signIn(who.username)
  const forSignIn = await own.atProvider(await own.begin('sign-in'), 'somebody-else')
  expect(said(await finish(own, 'link', forSignIn))).toBe('INVALID')
  expect((await newEvents(before)).at(-1)).toEqual(['sign_in_failed', who.id, why('other purpose')])
})

test('another nonce, audience, issuer, key or time than asked for is not accepted, and the words do not tell which', async () => {
  const who = await linked()
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
    provider.twist = twist
    const before = await eventCount()
    const { status, body } = await visitor().through('sign-in', who.there)
    expect([what, status]).toEqual([what, 422])
    told.add(JSON.stringify(body))
    expect([what, await newEvents(before)]).toEqual([what, [['sign_in_failed', 'unknown', why(reason)]]])
  }
  expect(told.size).toBe(1)
  // The same provider and person, told truly, enter.
  provider.twist = (claims) => claims
  await entered(who)
  // And a nonce that was changed on the way there.
  provider.twist = null
  const at = visitor()
  const address = new URL(await at.begin('sign-in'))
  address.searchParams.set('nonce', 'put in by somebody')
  const answer = await at.atProvider(address.href, who.there)
  expect((await at.call('POST', '/single-sign-on/sign-in', { answer })).status).toBe(422)
})

test('an answer of another provider is not taken to this one', async () => {
  const who = await linked()
  const at = visitor()
  const address = new URL(await at.begin('sign-in'))
  // Somebody in between sends the browser to a provider of theirs with what was meant for the right one (RFC 9207).
  const elsewhere = `${other.issuer}${address.pathname}${address.search}`
  const answer = await at.atProvider(elsewhere, who.there)
  expect(new URLSearchParams(answer).get('iss')).toBe(other.issuer)
  const before = await eventCount()
  expect((await at.call('POST', '/single-sign-on/sign-in', { answer })).status).toBe(422)
  expect(await newEvents(before)).toEqual([['sign_in_failed', 'unknown', why('OAUTH_INVALID_RESPONSE')]])
  // A code without the issuer that the provider promises to name, likewise.
  const again = await at.atProvider(await at.begin('sign-in'), who.there)
  const without = again.replace(/&iss=[^&]*/, '')
  expect(without).not.toBe(again)
  expect((await at.call('POST', '/single-sign-on/sign-in', { answer: without })).status).toBe(422)
})

test('whom nobody has linked is told whom to ask; no account is made', async () => {
  const accountsNow = async () => (await shelf.database.pool.query('select from access.account')).rowCount
  const [before, count] = [await eventCount(), await accountsNow()]
  const answer = await visitor().through('sign-in', 'a-stranger')
  expect([answer.status, said(answer), detailsOf(answer)]).toEqual([
    401,
    'UNAUTHENTICATED',
    { unknownSubject: true },
  ])
  expect(JSON.stringify(answer.body)).toMatch(/关联.*system administrator/)
  expect(await accountsNow()).toBe(count)
  expect(await newEvents(before)).toEqual([['sign_in_failed', 'unknown', why('unknown subject')]])
})

test('a provider that is down is said to be so, and the password still opens', async () => {
  const who = await linked()
  const at = visitor()
  const answer = await at.atProvider(await at.begin('sign-in'), who.there)
  provider.down = true
  const before = await eventCount()
  expect(await at.call('POST', '/single-sign-on/sign-in', { answer })).toMatchObject({
    status: 503,
    body: { code: 'UNAVAILABLE' },
  })
  expect(await newEvents(before)).toEqual([])
  const elsewhere = await startShelf({
    env: {
      XIAOMA_ORIGIN: 'http://127.0.0.1:1',
      XIAOMA_OIDC_ISSUER: provider.issuer,
      XIAOMA_OIDC_CLIENT_ID: client.id,
      XIAOMA_OIDC_CLIENT_SECRET: client.secret,
    },
  })
  const newcomer = openVisitor(elsewhere.url)
  const begun = await newcomer.call('POST', '/single-sign-on/sign-in/begin')
  expect([begun.status, said(begun)]).toEqual([503, 'UNAVAILABLE'])
  expect(JSON.stringify(begun.body)).toContain('登录名和密码')
  expect((await newcomer.signIn('viewer')).status).toBe(200)
  // It is asked anew once it is back.
  provider.down = false
  expect((await newcomer.call('POST', '/single-sign-on/sign-in/begin')).status).toBe(200)
  await elsewhere.close()
})

test('one person of the provider opens one account, and an account has one person there', async () => {
  const [who, second] = [await linked(), await someone()]
  const at = visitor()
  await at.signIn(second.username)
  const before = await eventCount()
  expect(said(await at.through('link', who.there))).toBe('CONFLICT')
  expect((await at.through('link', second.there)).status).toBe(200)
  expect(said(await at.through('link', `${second.there}-b`))).toBe('CONFLICT')
  expect(await newEvents(before)).toEqual([['act', second.id, { what: 'provider linked', by: issuer() }]])
})

test('a link wants a proof anew, and an own password first', async () => {
  const who = await someone()
  const at = visitor()
  await at.signIn(who.username)
  await age(who.id, 11)
  const stale = await at.call('POST', '/single-sign-on/link/begin')
  expect([said(stale), detailsOf(stale)]).toEqual(['FORBIDDEN', { proveAgain: true, minutes: 10 }])
  expect((await at.call('POST', '/session/proof', { password: 'correct horse' })).status).toBe(200)
  const answer = await at.atProvider(await at.begin('link'), who.there)
  await age(who.id, 11)
  expect(said(await at.call('POST', '/single-sign-on/link', { answer }))).toBe('FORBIDDEN')
  // Nothing was used up: after the proof the same answer is taken.
  await at.call('POST', '/session/proof', { password: 'correct horse' })
  expect((await at.call('POST', '/single-sign-on/link', { answer })).status).toBe(200)
  const fresh = await someone({ mustChangePassword: true })
  await at.signIn(fresh.username)
  const refused = await at.call('POST', '/single-sign-on/link/begin')
  expect([said(refused), detailsOf(refused)]).toEqual(['FORBIDDEN', { mustChangePassword: true }])
})

test('what one account began links no other', async () => {
  const [who, second] = [await someone(), await someone()]
  const at = visitor()
  await at.signIn(who.username)
  const answer = await at.atProvider(await at.begin('link'), who.there)
  const begun = at.cookies().get('xiaoma_single_sign_on') ?? ''
  const theirs = visitor()
  await theirs.signIn(second.username)
  theirs.cookies().set('xiaoma_single_sign_on', begun)
  expect(said(await theirs.call('POST', '/single-sign-on/link', { answer }))).toBe('INVALID')
  expect((await theirs.call('GET', '/single-sign-on/link')).body).toMatchObject({ since: null })
})

test('a link is undone by its person or by the system administrator, which ends what it began', async () => {
  const [who, second, keeper] = [
    await linked(),
    await linked(),
    await someone({ role: 'system_administrator' }),
  ]
  const [byProvider, byPassword, administrator] = [await entered(who), visitor(), visitor()]
  await byPassword.signIn(who.username)
  await administrator.signIn(keeper.username)
  const before = await eventCount()
  expect((await administrator.call('POST', `/accounts/${who.id}/unlink`)).status).toBe(200)
  expect([(await byProvider.me()).status, (await byPassword.me()).status]).toEqual([401, 200])
  expect((await visitor().through('sign-in', who.there)).status).toBe(401)
  expect(said(await administrator.call('POST', `/accounts/${who.id}/unlink`))).toBe('CONFLICT')
  const own = await entered(second)
  await own.call('POST', '/session/proof', { password: 'correct horse' })
  expect((await own.call('DELETE', '/single-sign-on/link')).status).toBe(200)
  expect((await own.me()).status).toBe(200)
  const acts = (await newEvents(before)).filter(([kind]) => kind === 'act')
  expect(acts).toEqual([
    ['act', keeper.id, { what: 'provider unlinked', by: issuer() }],
    ['act', second.id, expect.objectContaining({ what: 'proved again' })],
    ['act', second.id, { what: 'provider unlinked', by: issuer() }],
  ])
})

test('an own second factor is asked for, unless the provider says that it saw two', async () => {
  const who = await linked()
  const at = visitor()
  await at.signIn(who.username)
  const { secret } = (await at.call('POST', '/second-factor')).body as { secret: string }
  const codeOf = (later = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })
  expect((await at.call('POST', '/second-factor/confirm', { code: codeOf() })).status).toBe(200)
  const before = await eventCount()
  const next = visitor()
  const wanting = await next.through('sign-in', who.there)
  expect([wanting.status, detailsOf(wanting)]).toEqual([401, { secondFactor: 'needed' }])
  expect((await next.me()).status).toBe(401)
  const withCode = (code: string) => next.call('POST', '/single-sign-on/sign-in', { code })
  expect(detailsOf(await withCode('000000'))).toEqual({ secondFactor: 'wrong' })
  expect((await withCode(codeOf(1))).status).toBe(200)
  expect((await next.me()).body).toMatchObject({ id: who.id, secondFactor: true })
  expect(await newEvents(before)).toEqual([
    ['sign_in_failed', who.id, { by: issuer() }],
    ['sign_in', who.id, { by: issuer() }],
  ])
  for (const says of [{ amr: ['pwd', 'otp'] }, { acr: 'urn:two' }]) {
    provider.says = says
    await entered(who)
  }
  for (const says of [{ amr: ['pwd'] }, { acr: 'urn:one' }, { amr: ['urn:two'] }]) {
    provider.says = says
    expect(detailsOf(await visitor().through('sign-in', who.there))).toEqual({ secondFactor: 'needed' })
  }
})

test('wrong codes behind the provider lock the name as wrong passwords do', async () => {
  const who = await linked()
  const at = visitor()
  await at.signIn(who.username)
  const { secret } = (await at.call('POST', '/second-factor')).body as { secret: string }
  const code = () => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  await at.call('POST', '/second-factor/confirm', { code: code() })
  const next = visitor()
  await next.through('sign-in', who.there)
  for (let n = 0; n < 5; n += 1)
    expect((await next.call('POST', '/single-sign-on/sign-in', { code: '111111' })).status).toBe(401)
  expect((await next.call('POST', '/single-sign-on/sign-in', { code: '111111' })).status).toBe(429)
  expect((await visitor().signIn(who.username)).status).toBe(429)
})

test('the office’s demand for a second factor holds, and a provider that saw two meets it', async () => {
  const chief = await linked({ role: 'security_administrator', office: 2 })
  await shelf.database.pool.query(
    `insert into access.setting (office_id, second_factor, sessions_per_account) values (2, 'all', 2)`,
  )
  const one = await entered(chief)
  expect((await one.me()).body).toMatchObject({ secondFactorRequired: true, secondFactor: false })
  expect(said(await one.call('GET', '/access-policy'))).toBe('FORBIDDEN')
  provider.says = { amr: ['pwd', 'otp'] }
  const two = await entered(chief)
  expect((await two.me()).body).toMatchObject({ secondFactorRequired: false })
  expect((await two.call('GET', '/access-policy')).status).toBe(200)
  // The session limit holds alike: the oldest ends.
  await entered(chief)
  expect([(await one.me()).status, (await two.me()).status]).toEqual([401, 200])
})

test('without a role nothing is seen; a one-time password is to be changed first', async () => {
  const bare = await linked({ role: '' })
  const at = await entered(bare)
  expect((await at.me()).body).toMatchObject({ permissions: [] })
  expect((await at.call('GET', '/shelf')).status).toBe(403)
  const who = await linked()
  await shelf.accounts.setPassword(who.id, 'a one-time password')
  const again = await entered(who)
  expect((await again.me()).body).toMatchObject({ mustChangePassword: true })
  expect((await again.call('GET', '/shelf')).status).toBe(403)
})

test('a proof anew is a sign-in anew: what the provider remembers of before proves nothing', async () => {
  const who = await linked({ role: 'system_administrator' })
  const at = await entered(who)
  await age(who.id, 11)
  const act = () => at.call('DELETE', '/single-sign-on/link')
  expect(detailsOf(await act())).toMatchObject({ proveAgain: true })
  const before = await eventCount()
  const address = new URL(await at.begin('proof'))
  expect([address.searchParams.get('prompt'), address.searchParams.get('max_age')]).toEqual(['login', '0'])
  const former = at.cookies().get('xiaoma_session')
  // Without the demand the provider answers at once, by what it remembers: seen by the time that it names.
  provider.twist = (claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 120 })
  expect(said(await at.through('proof', who.there))).toBe('INVALID')
  provider.twist = ({ auth_time: _gone, ...claims }) => claims
  expect(said(await at.through('proof', who.there))).toBe('INVALID')
  provider.twist = null
  expect(said(await at.through('proof', 'somebody-else'))).toBe('INVALID')
  expect(detailsOf(await act())).toMatchObject({ proveAgain: true })
  expect((await at.through('proof', who.there)).status).toBe(200)
  expect(at.cookies().get('xiaoma_session')).not.toBe(former)
  expect(await newEvents(before)).toEqual(
    [
      ['refused', who.id, {}],
      ['sign_in_failed', who.id, why('not proved anew')],
      ['sign_in_failed', who.id, why('not proved anew')],
      ['sign_in_failed', who.id, why('not the one linked')],
      ['refused', who.id, {}],
      ['act', who.id, { what: 'proved again', by: issuer() }],
    ].slice(1),
  )
  expect((await act()).status).toBe(200)
})

test('a sign-in by what the provider remembers is no proof of now', async () => {
  const who = await linked({ role: 'system_administrator' })
  provider.twist = (claims) => ({ ...claims, auth_time: Number(claims['auth_time']) - 11 * 60 })
  const old = await entered(who)
  expect(detailsOf(await old.call('DELETE', '/single-sign-on/link'))).toMatchObject({ proveAgain: true })
  provider.twist = ({ auth_time: _gone, ...claims }) => claims
  const silent = await entered(who)
  expect(detailsOf(await silent.call('DELETE', '/single-sign-on/link'))).toMatchObject({ proveAgain: true })
  provider.twist = null
  const now = await entered(who)
  expect((await now.call('DELETE', '/single-sign-on/link')).status).toBe(200)
})

test('a demonstration account is linked to nobody', async () => {
  const who = await someone({ office: 2 })
  await shelf.database.pool.query('update access.account set published = true where id = $1', [who.id])
  await shelf.database.pool.query(
    `insert into access.setting (office_id, demo) values (2, true) on conflict (office_id) do update set demo = true`,
  )
  const at = visitor()
  await at.signIn(who.username)
  expect(said(await at.call('POST', '/single-sign-on/link/begin'))).toBe('FORBIDDEN')
})

test('thirty answers that are not taken lock the address', async () => {
  for (let n = 0; n < 30; n += 1)
    expect((await visitor().call('POST', '/single-sign-on/sign-in', { answer: '?code=x' })).status).toBe(422)
  expect((await visitor().call('POST', '/single-sign-on/sign-in', { answer: '?code=x' })).status).toBe(429)
})
